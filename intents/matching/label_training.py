"""Build time only: teaches labels of short messages. Same phrases, same bytes.

To know how far a label must lead, the phrases are split into parts, each read by machines that were
taught the rest.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from intents.matching.features import grams
from intents.matching.labels import MEANING_WEIGHT, LabelModel
from intents.matching.meaning import Meaning

Margins = NDArray[np.float64]
Labels = NDArray[np.str_]
Rows = NDArray[np.intp]

_PARTS = 3
_SEED = 0
_SOFTNESS = 1.0
_TOLERANCE = 5e-2
_FEWEST_TEXTS = 2


class Lessons:
    """Texts (folded letters) as the machines see them: their grams, and what they mean if asked
    to. Meanings make few phrases tell more and take six times as long to learn."""

    def __init__(self, texts: Sequence[str], meaning: Meaning | None = None) -> None:
        self._tfidf = TfidfVectorizer(analyzer=grams, sublinear_tf=True, min_df=_FEWEST_TEXTS)
        self._seen = csr_matrix(self._tfidf.fit_transform(texts))
        if meaning is not None:
            meant = np.array([meaning.read(text) for text in texts]) * MEANING_WEIGHT
            self._seen = csr_matrix(hstack([self._seen, csr_matrix(meant)]))

    def taught(self, rows: Rows, labels: Labels) -> LinearSVC:
        """A machine taught these texts (by their rows), each with its label."""
        machine = LinearSVC(C=_SOFTNESS, tol=_TOLERANCE, random_state=_SEED)
        return machine.fit(self._seen[rows], labels)

    def held_out(self, rows: Rows, labels: Labels) -> Margins:
        """Margins (texts x sorted labels), each given by a machine that never saw the text."""
        part = np.random.default_rng(_SEED).integers(0, _PARTS, len(rows))
        margins = np.zeros((len(rows), len(np.unique(labels))))
        for number in range(_PARTS):
            own, rest = np.flatnonzero(part == number), np.flatnonzero(part != number)
            machine = self.taught(rows[rest], labels[rest])
            margins[own] = machine.decision_function(self._seen[rows[own]])
        return margins

    def model(self, machines: Sequence[LinearSVC], labels: Sequence[str]) -> LabelModel:
        """Machines side by side, with the names of all their labels in order."""
        weights = np.concatenate([machine.coef_ for machine in machines]).T
        of_grams, of_meaning = np.split(weights, [len(self._tfidf.idf_)])
        scale = np.maximum(np.abs(of_grams).max(axis=0), 1e-9) / 127
        return LabelModel(
            grams=tuple(self._tfidf.get_feature_names_out().tolist()),
            rarity=self._tfidf.idf_.astype(np.float32),
            labels=tuple(labels),
            weights=np.rint(of_grams / scale).astype(np.int8),
            scale=scale.astype(np.float32),
            of_meaning=of_meaning.astype(np.float32),
            bias=np.concatenate([machine.intercept_ for machine in machines]).astype(np.float32),
        )


def least_clear(ahead: Margins, right: NDArray[np.bool_], enough_right: float) -> float:
    """The smallest distance from which on enough of those named are right."""
    order = np.argsort(-ahead, kind="stable")
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(share >= enough_right)
    return float(ahead[order][enough[-1]]) if enough.size else float("inf")
