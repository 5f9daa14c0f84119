"""A learned reader of wishes: what a short message in the middle of a talk is up to. Pure.

The patterns of the word lists know the commonest ways to say 我该去找谁; this reader, taught on many
more, hears the others. It names a wish only where the message is no fact and no other question.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from intents.matching.features import Floats, vectorize
from intents.matching.normalise import Normaliser
from intents.wish_words import NONE

LONGEST = 32
"""Letters of the longest message that is read: more tell a story."""


@dataclass(frozen=True)
class WishModel:
    """`weights` (grams x labels) are int8, times `scale` of their label; `NONE` is among the labels.

    A wish is named where its margin is above that of `NONE` by `lead`, and above that of the next
    wish by `clear`.
    """

    grams: tuple[str, ...]
    rarity: Floats
    labels: tuple[str, ...]
    weights: NDArray[np.int8]
    scale: Floats
    bias: Floats
    lead: float
    clear: float

    @cached_property
    def vocabulary(self) -> Mapping[str, int]:
        """The column of each gram."""
        return {gram: column for column, gram in enumerate(self.grams)}


class WishReader:
    """Reads messages with a learned model; share one between threads."""

    def __init__(self, model: WishModel) -> None:
        self._model = model
        self._letters = Normaliser(()).letters

    def read(self, text: str) -> str | None:
        """The wish of the whole message, if it surely is one."""
        letters = self._letters(text)
        if not letters or len(letters) > LONGEST:
            return None
        model = self._model
        vector = vectorize(letters, model.vocabulary, model.rarity)
        rows = model.weights[vector.columns].astype(np.float32)
        return named(vector.values @ rows * model.scale + model.bias, model)


def named(margins: Floats, model: WishModel) -> str | None:
    """The label of these margins (one a label), if one stands out."""
    none = model.labels.index(NONE)
    wishes = np.delete(margins, none)
    second, first = np.sort(wishes)[-2:]
    if first - margins[none] < model.lead or first - second < model.clear:
        return None
    return model.labels[int(np.flatnonzero(margins == first)[0])]
