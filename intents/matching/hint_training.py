"""Build time only: teaches the hint of danger. Same sentences, same bytes.

The sentences are split into five parts, each read by a model that never saw it; these readings
set the threshold, so that the hint alarms at few ordinary sentences.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from intents.matching.hint import HintModel, SignFinder, features_of, pieces
from intents.matching.normalise import Normaliser

FALSE_ALARMS = 0.04
"""Of ordinary sentences, held out from learning: how many may alarm. Many of them are written to
be mistaken for danger; of what people mostly write the share is much smaller."""

_PARTS = 5
_SEED = 0
_HARDNESS = 20.0
_DANGER_WEIGHT = 3.0
# A feature of one or two lessons tells little and costs memory.
_FEWEST_LESSONS = 3

_Labels = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Lessons:
    """Counts (lessons x features), the class number of each, -1 for none, and the sentence it is
    of: a long ordinary message is taught in the pieces it will be read in, a danger as a whole."""

    counts: csr_matrix
    features: NDArray[np.str_]
    labels: _Labels
    sentences: _Labels


def train_hint(
    said: Mapping[str, Sequence[str]],
    ordinary: Sequence[str],
    signs: Mapping[str, Sequence[str]],
) -> HintModel:
    """A calibrated model from sentences of danger by class and ordinary ones."""
    fold = Normaliser(()).letters
    words = {fold(word): sign for sign in sorted(signs) for word in signs[sign]}
    classes = tuple(sorted(said))
    taught = [(fold(text), -1) for text in ordinary]
    taught += [(fold(text), number) for number, name in enumerate(classes) for text in said[name]]
    lessons = _lessons(taught, SignFinder(words))
    with threadpool_limits(1):
        readings = _held_out(lessons)[: len(ordinary)]
        threshold = max(0.0, float(np.quantile(readings, 1 - FALSE_ALARMS)))
        return _model(lessons, words, classes, threshold)


def _lessons(taught: Sequence[tuple[str, int]], finder: SignFinder) -> _Lessons:
    told = [
        (piece, label, number)
        for number, (letters, label) in enumerate(taught)
        for piece in ((letters,) if label >= 0 else pieces(letters))
    ]
    counting = CountVectorizer(analyzer=lambda letters: features_of(letters, finder))
    counts = csr_matrix(counting.fit_transform([piece for piece, _, _ in told]))
    return _Lessons(
        counts,
        counting.get_feature_names_out(),
        np.array([label for _, label, _ in told]),
        np.array([number for _, _, number in told]),
    )


def _held_out(lessons: _Lessons) -> NDArray[np.float64]:
    """For each sentence the log odds of danger given by a model that never saw it."""
    count = int(lessons.sentences[-1]) + 1
    part = np.random.default_rng(_SEED).integers(0, _PARTS, count)[lessons.sentences]
    readings = np.full(count, -np.inf)
    for number in range(_PARTS):
        own, rest = part == number, part != number
        weighed = _Weighed.of(lessons.counts[rest])
        machine = _danger_machine(weighed.matrix, lessons.labels[rest] >= 0)
        margins = machine.decision_function(weighed.read(lessons.counts[own]))
        np.maximum.at(readings, lessons.sentences[own], margins)
    return readings


def _model(
    lessons: _Lessons, words: Mapping[str, str], classes: tuple[str, ...], threshold: float
) -> HintModel:
    weighed, told = _Weighed.of(lessons.counts), lessons.labels >= 0
    machines = [
        _machine(weighed.matrix[told], lessons.labels[told] == number)
        for number in range(len(classes))
    ]
    machines.append(_danger_machine(weighed.matrix, told))
    weights = np.array([machine.coef_[0] for machine in machines]).T
    scale = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
    return HintModel(
        signs=words,
        features=tuple(lessons.features[weighed.columns].tolist()),
        rarity=weighed.weighing.idf_.astype(np.float32),
        classes=classes,
        weights=np.rint(weights / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=np.array([machine.intercept_[0] for machine in machines], dtype=np.float32),
        threshold=threshold,
    )


@dataclass(frozen=True, slots=True)
class _Weighed:
    """The features that more than one lesson has, weighed by their rarity."""

    columns: NDArray[np.intp]
    weighing: TfidfTransformer
    matrix: csr_matrix

    @classmethod
    def of(cls, counts: csr_matrix) -> "_Weighed":
        columns = np.flatnonzero(counts.getnnz(axis=0) >= _FEWEST_LESSONS)
        weighing = TfidfTransformer(sublinear_tf=True)
        return cls(columns, weighing, csr_matrix(weighing.fit_transform(counts[:, columns])))

    def read(self, counts: csr_matrix) -> csr_matrix:
        return csr_matrix(self.weighing.transform(counts[:, self.columns]))


def _danger_machine(matrix: csr_matrix, told: NDArray[np.bool_]) -> LogisticRegression:
    return _machine(matrix, told, np.where(told, _DANGER_WEIGHT, 1.0))


def _machine(
    matrix: csr_matrix, truth: NDArray[np.bool_], weight: NDArray[np.float64] | None = None
) -> LogisticRegression:
    machine = LogisticRegression(C=_HARDNESS, solver="liblinear", random_state=_SEED)
    return machine.fit(matrix, truth, sample_weight=weight)
