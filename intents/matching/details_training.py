"""Build time only: teaches the reader of narrow questions. Same phrases, same bytes.

A detail has few phrases, so what it asks and answers teaches, too: the middle of its phrases, in grams and
in meaning, is most of its weights, and a linear machine beside it tells near ones apart.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from intents.matching.details import DetailModel, Sureness, ahead
from intents.matching.features import grams
from intents.matching.label_training import Margins
from intents.matching.labels import LONGEST, MEANING_WEIGHT, LabelModel
from intents.matching.meaning import Meaning
from intents.matching.normalise import Normaliser

OF_ASKS, OF_SAYS, OF_MEANT_ASKS = 0.5, 0.35, 0.7
"""How much the question and the answer count beside the middle of the phrases."""
OF_MEANING, OF_MACHINE = 0.8, 0.2
"""How much what is meant, and the machine, count beside the middle of the grams (measured held out)."""
_OF_NONE = 1.0
"""How much messages that ask for no detail count beside all phrases of details."""
_PARTS, _SEED, _FEWEST_TEXTS, _SHORTEST_LINE, _SOFTNESS = 3, 0, 2, 5, 100.0
_LINES = re.compile(r"[\n。；]")

Numbers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class TaughtDetail:
    """What teaches a detail, and with which others it may be asked (their names, its own among them)."""

    phrases: Sequence[str]
    asks: str
    says: str
    together: Sequence[str]


def learn_details(
    taught: Mapping[str, TaughtDetail], none: Sequence[str], meaning: Meaning
) -> DetailModel:
    """A model of the details by name; `none` are messages that ask for no detail."""
    with threadpool_limits(1):
        lessons = _Lessons(taught, none, meaning)
        everything = np.arange(len(lessons.labels))
        model = lessons.taught(everything)
        return DetailModel(model, lessons.sureness(model))


class _Lessons:
    """The phrases, questions and answers of all details as numbers."""

    def __init__(
        self, taught: Mapping[str, TaughtDetail], none: Sequence[str], meaning: Meaning
    ) -> None:
        letters = Normaliser(()).letters
        self.names = sorted(taught)
        details = [taught[name] for name in self.names]
        phrases = [[letters(text)[:LONGEST] for text in detail.phrases] for detail in details]
        lines = [
            [line for part in _LINES.split(d.says) if len(line := letters(part)) >= _SHORTEST_LINE]
            for d in details
        ]
        none = [folded for text in none if 0 < len(folded := letters(text)) <= LONGEST]
        flat = [text for own in phrases for text in own]
        self._tfidf = TfidfVectorizer(analyzer=grams, sublinear_tf=True, min_df=_FEWEST_TEXTS)
        seen = csr_matrix(self._tfidf.fit_transform([*flat, *none]))
        self.labels = np.repeat(np.arange(len(details)), [len(own) for own in phrases])
        self._seen, self._none = seen[: len(flat)], seen[len(flat) :]
        self._meant = _meant(flat, meaning)
        self._meant_none = _meant(none, meaning)
        self._asks = self._grams([letters(detail.asks) for detail in details])
        self._meant_asks = _meant([letters(detail.asks) for detail in details], meaning)
        self._says = self._grams([letters(detail.says) for detail in details])
        self._lines = self._grams([line for own in lines for line in own])
        self._of_lines = np.repeat(np.arange(len(details)), [len(own) for own in lines])
        places = {name: place for place, name in enumerate(self.names)}
        self._together = [np.array([places[name] for name in d.together]) for d in details]

    def taught(self, rows: Numbers) -> LabelModel:
        """The weights learned from these phrases."""
        labels = self.labels[rows]
        machine = self._machine(rows, labels)
        own = self._asks * OF_ASKS + self._says * OF_SAYS
        middles = _unit(_middles(self._seen[rows], labels, len(self.names)) + own.toarray())
        meant = _middles(self._meant[rows], labels, len(self.names))
        meant = _unit(meant + OF_MEANT_ASKS * self._meant_asks)
        weights = (middles + OF_MACHINE * machine.coef_).T
        scale = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
        return LabelModel(
            grams=tuple(self._tfidf.get_feature_names_out().tolist()),
            rarity=self._tfidf.idf_.astype(np.float32),
            labels=tuple(self.names),
            weights=np.rint(weights / scale).astype(np.int8),
            scale=scale.astype(np.float32),
            of_meaning=(meant.T * OF_MEANING / MEANING_WEIGHT).astype(np.float32),
            bias=(OF_MACHINE * machine.intercept_).astype(np.float32),
        )

    def sureness(self, model: LabelModel) -> Sureness:
        """How likely a reading is right: a part of the phrases, read by a model that was not taught
        them, beside messages that ask for no detail."""
        held_out = np.random.default_rng(_SEED).integers(0, _PARTS, len(self.labels)) == 0
        own, rest = np.flatnonzero(held_out), np.flatnonzero(~held_out)
        margins = _margins(self.taught(rest), self._seen[own], self._meant[own])
        read = [self._compared(*each) for each in zip(margins, self.labels[own], strict=True)]
        anywhere = np.random.default_rng(_SEED).integers(0, len(self.names), self._none.shape[0])
        for margins_of_none, place in zip(
            _margins(model, self._none, self._meant_none), anywhere, strict=True
        ):
            margin, lead, _ = self._compared(margins_of_none, place)
            read.append((margin, lead, False))
        values = np.array(read)
        weights = np.ones(len(read))
        weights[len(own) :] = _OF_NONE * len(own) / max(self._none.shape[0], 1)
        fitted = LogisticRegression(C=_SOFTNESS).fit(values[:, :2], values[:, 2] > 0, weights)
        of_margin, of_lead = map(float, fitted.coef_[0])
        return Sureness(of_margin, of_lead, float(fitted.intercept_[0]))

    def _compared(self, margins: Margins, label: int) -> tuple[float, float, bool]:
        open_ = self._together[label]
        first, lead = ahead(margins[open_].astype(np.float32))
        return float(margins[open_[first]]), lead, bool(open_[first] == label)

    def _machine(self, rows: Numbers, labels: Numbers) -> LinearSVC:
        """Tells each detail from all others by grams alone."""
        everyone = np.arange(len(self.names))
        seen = vstack([self._seen[rows], self._asks, self._lines]).tocsr()
        machine = LinearSVC(tol=5e-2, random_state=_SEED)
        return machine.fit(seen, np.concatenate([labels, everyone, self._of_lines]))

    def _grams(self, texts: Sequence[str]) -> csr_matrix:
        return csr_matrix(self._tfidf.transform(texts))


def _margins(model: LabelModel, seen: csr_matrix, meant: Margins) -> Margins:
    weights = model.weights.astype(np.float32) * model.scale
    of_meaning = MEANING_WEIGHT * meant @ model.of_meaning
    return np.asarray(seen @ weights + of_meaning + model.bias)


def _meant(texts: Sequence[str], meaning: Meaning) -> Margins:
    return np.array([meaning.read(text) for text in texts])


def _middles(values: csr_matrix | Margins, labels: Numbers, count: int) -> Margins:
    """The mean of the rows of each label."""
    which = csr_matrix(
        (np.ones(len(labels)), (labels, np.arange(len(labels)))), (count, len(labels))
    )
    summed = which @ values
    dense = summed.toarray() if isinstance(summed, csr_matrix) else np.asarray(summed)
    return dense / np.maximum(np.bincount(labels, minlength=count), 1)[:, None]


def _unit(rows: Margins) -> Margins:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))
