"""Build time only: teaches the reader of wishes. Same phrases, same bytes.

The phrases are split into parts, each read by a model that never saw it; these readings set how far
a wish must lead before it is named.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from intents.matching.features import grams
from intents.matching.normalise import Normaliser
from intents.matching.wishes import LONGEST, WishModel
from intents.wish_words import NONE

FALSE_WISHES = 0.05
"""Of messages that are none, held out from learning: how many may be taken for a wish."""
RIGHT = 0.85
"""Of the wishes named, held out from learning: how many must be the right ones."""

_PARTS = 3
_SEED = 0
_SOFTNESS = 1.0
_TOLERANCE = 1e-2
_FEWEST_TEXTS = 2

_Margins = NDArray[np.float64]
_Texts = NDArray[np.str_]


def learn_wishes(said: Mapping[str, Sequence[str]]) -> WishModel:
    """A model from phrases by wish, those under `NONE` being none."""
    letters = Normaliser(()).letters
    lessons = [(letters(text), label) for label in sorted(said) for text in said[label]]
    lessons = [(text, label) for text, label in lessons if 0 < len(text) <= LONGEST]
    texts, labels = map(np.array, zip(*lessons, strict=True))
    with threadpool_limits(1):
        lead, clear = _leads(_held_out(texts, labels), labels)
        tfidf, machine = _taught(texts, labels)
    weights = machine.coef_.T
    scale = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
    return WishModel(
        grams=tuple(tfidf.get_feature_names_out().tolist()),
        rarity=tfidf.idf_.astype(np.float32),
        labels=tuple(machine.classes_.tolist()),
        weights=np.rint(weights / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=machine.intercept_.astype(np.float32),
        lead=lead,
        clear=clear,
    )


def _taught(texts: _Texts, labels: _Texts) -> tuple[TfidfVectorizer, LinearSVC]:
    tfidf = TfidfVectorizer(
        analyzer=lambda text: list(grams(text)), sublinear_tf=True, min_df=_FEWEST_TEXTS
    )
    machine = LinearSVC(C=_SOFTNESS, tol=_TOLERANCE, random_state=_SEED)
    return tfidf, machine.fit(csr_matrix(tfidf.fit_transform(texts)), labels)


def _held_out(texts: _Texts, labels: _Texts) -> _Margins:
    """Margins (texts x sorted labels), each given by a model that never saw the text."""
    part = np.random.default_rng(_SEED).integers(0, _PARTS, len(texts))
    margins = np.zeros((len(texts), len(np.unique(labels))))
    for number in range(_PARTS):
        own, rest = np.flatnonzero(part == number), np.flatnonzero(part != number)
        tfidf, machine = _taught(texts[rest], labels[rest])
        margins[own] = machine.decision_function(tfidf.transform(texts[own]))
    return margins


def _leads(margins: _Margins, labels: _Texts) -> tuple[float, float]:
    """How far a wish must stand above `NONE`, and above the next wish."""
    names = np.unique(labels)
    none = int(np.flatnonzero(names == NONE)[0])
    wishes, wished = np.delete(margins, none, axis=1), np.delete(names, none)
    above = wishes.max(axis=1) - margins[:, none]
    lead = float(np.quantile(above[labels == NONE], 1 - FALSE_WISHES))
    heard = (above >= lead) & (labels != NONE)
    ahead = np.diff(np.sort(wishes[heard], axis=1)[:, -2:], axis=1)[:, 0]
    right = wished[wishes[heard].argmax(axis=1)] == labels[heard]
    return lead, _least_clear(ahead, right)


def _least_clear(ahead: _Margins, right: NDArray[np.bool_]) -> float:
    """The smallest distance from which on enough of the wishes named are right."""
    order = np.argsort(-ahead, kind="stable")
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(share >= RIGHT)
    return float(ahead[order][enough[-1]]) if enough.size else float("inf")
