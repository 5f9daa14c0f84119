"""Build time only: teaches the hint of danger. Same sentences, same bytes.

The sentences are split into five parts, each read by a model that never saw it; these readings
set the threshold, so that patterns and hint together alarm at few ordinary sentences.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from intents.matching.hint import DangerHint, HintModel, SignFinder, features_of, pieces
from intents.matching.normalise import Normaliser

FALSE_ALARMS = 0.042
"""Of ordinary sentences, held out from learning: how many may alarm, patterns and hint together."""

_PARTS = 5
_SEED = 0
_HARDNESS = 20.0
_DANGER_WEIGHT = 3.0
_NEVER = 1e9


@dataclass(frozen=True, slots=True)
class Taught:
    """Folded letters and the class number, -1 for none."""

    letters: str
    label: int


def train_hint(
    said: Mapping[str, Sequence[str]],
    normal: Sequence[str],
    phrases: Sequence[str],
    signs: Mapping[str, Sequence[str]],
    heard: Callable[[str], bool],
) -> HintModel:
    """A calibrated model. `said` by class; `normal` and `phrases` of our entries are no danger.

    `heard` tells whether the patterns alone already alarm at a text: they use up a part of the
    false alarms allowed.
    """
    fold = Normaliser(()).letters
    words = {fold(word): sign for sign in sorted(signs) for word in signs[sign]}
    classes = tuple(sorted(said))
    dangers = [
        Taught(fold(text), number) for number, name in enumerate(classes) for text in said[name]
    ]
    ordinary = [Taught(fold(text), -1) for text in normal]
    taught = [*ordinary, *dangers, *(Taught(fold(text), -1) for text in phrases)]
    with threadpool_limits(1):
        readings = _held_out(taught, classes, words)[: len(ordinary)]
        threshold = _threshold(readings, [heard(text) for text in normal])
        return _fit(taught, classes, words, threshold)


def _threshold(readings: NDArray[np.float32], heard: Sequence[bool]) -> float:
    """The lowest threshold that keeps to the false alarms allowed."""
    left = int(FALSE_ALARMS * len(heard)) - sum(heard)
    quiet = sorted((r for r, told in zip(readings.tolist(), heard, strict=True) if not told))
    if left < 0 or not quiet:
        return _NEVER
    return max(0.0, quiet[-1 - left]) if left < len(quiet) else 0.0


def _held_out(
    taught: Sequence[Taught], classes: tuple[str, ...], words: Mapping[str, str]
) -> NDArray[np.float32]:
    """For each sentence the log odds of danger given by a model that never saw it."""
    part = np.random.default_rng(_SEED).integers(0, _PARTS, len(taught))
    readings = np.zeros(len(taught), dtype=np.float32)
    for number in range(_PARTS):
        rest = [each for each, own in zip(taught, part, strict=True) if own != number]
        hint = DangerHint(_fit(rest, classes, words, 0.0))
        for index in np.flatnonzero(part == number).tolist():
            readings[index] = hint.danger(taught[index].letters)
    return readings


def _fit(
    taught: Sequence[Taught],
    classes: tuple[str, ...],
    words: Mapping[str, str],
    threshold: float,
) -> HintModel:
    finder = SignFinder(words)
    read = TfidfVectorizer(
        analyzer=lambda letters: list(features_of(letters, finder)), sublinear_tf=True, min_df=2
    )
    lessons = [lesson for each in taught for lesson in _lessons(each)]
    matrix = csr_matrix(read.fit_transform([each.letters for each in lessons]))
    labels = np.array([each.label for each in lessons])
    told = labels >= 0
    weight = np.where(told, _DANGER_WEIGHT, 1.0)
    machines = [
        _machine(matrix[told], labels[told] == number, weight[told])
        for number in range(len(classes))
    ]
    machines.append(_machine(matrix, told, weight))
    weights = np.array([machine.coef_[0] for machine in machines]).T
    scale = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
    return HintModel(
        signs=words,
        features=tuple(read.get_feature_names_out().tolist()),
        rarity=read.idf_.astype(np.float32),
        classes=classes,
        weights=np.rint(weights / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=np.array([machine.intercept_[0] for machine in machines], dtype=np.float32),
        threshold=threshold,
    )


def _machine(
    matrix: csr_matrix, truth: NDArray[np.bool_], weight: NDArray[np.float64]
) -> LogisticRegression:
    machine = LogisticRegression(C=_HARDNESS, solver="liblinear", random_state=_SEED)
    return machine.fit(matrix, truth, sample_weight=weight)


def _lessons(taught: Taught) -> Sequence[Taught]:
    """A long ordinary message is taught in the pieces it will be read in; a danger as a whole."""
    if taught.label >= 0:
        return (taught,)
    return [replace(taught, letters=piece) for piece in pieces(taught.letters)]
