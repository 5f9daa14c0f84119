"""Build time only: teaches the reader of wishes."""

from collections.abc import Mapping, Sequence

import numpy as np
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from intents.matching.label_training import Labels, Lessons, Margins, least_clear
from intents.matching.labels import LONGEST
from intents.matching.normalise import Normaliser
from intents.matching.wishes import WishModel
from intents.wish_words import NONE

FALSE_WISHES = 0.05
"""Of messages that are none, held out from learning: how many may be taken for a wish."""
RIGHT = 0.85
"""Of the wishes named, held out from learning: how many must be the right ones."""


def learn_wishes(said: Mapping[str, Sequence[str]]) -> WishModel:
    """A model from phrases by wish, those under `NONE` being none."""
    letters = Normaliser(()).letters
    read = [(letters(text), label) for label in sorted(said) for text in said[label]]
    read = [(text, label) for text, label in read if 0 < len(text) <= LONGEST]
    labels = np.array([label for _, label in read])
    rows = np.arange(len(read))
    with threadpool_limits(1):
        lessons = Lessons([text for text, _ in read])
        lead, clear = _leads(lessons.held_out(rows, labels), labels)
        machine = lessons.taught(rows, labels)
    return WishModel(lessons.model([machine], machine.classes_.tolist()), lead, clear)


def _leads(margins: Margins, labels: Labels) -> tuple[float, float]:
    """How far a wish must stand above `NONE`, and above the next wish."""
    names = np.unique(labels)
    none = int(np.flatnonzero(names == NONE)[0])
    wishes, wished = np.delete(margins, none, axis=1), np.delete(names, none)
    above = wishes.max(axis=1) - margins[:, none]
    lead = float(np.quantile(above[labels == NONE], 1 - FALSE_WISHES))
    heard = (above >= lead) & (labels != NONE)
    ahead = np.diff(np.sort(wishes[heard], axis=1)[:, -2:], axis=1)[:, 0]
    right = wished[wishes[heard].argmax(axis=1)] == labels[heard]
    return lead, least_clear(ahead, right, RIGHT)
