"""Build time only: probabilities and thresholds from readings of held-out phrases."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from intents.matching.decision import (
    MOST_CHOICES,
    domain_score,
    probabilities,
    sureness,
    sureness_inputs,
)
from intents.matching.model import Calibration
from intents.matching.signals import Signals

# What we aim at on held-out phrases; the thresholds follow from it.
ANSWER_PRECISION = 0.86
CHOICES_HIT_RATE = 0.60
FALSE_REFUSALS = 0.14
PASSED_DOORS = 0.06

_SHARPNESS = np.geomspace(1, 40, 60)
_DRAFT = Calibration(
    1.0, (0.0, 1.0, 0.0, 0.0), (), answer=1, choices=0, in_scope=0, sure_in_scope=1
)
_Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class HeldOut:
    """A phrase's label and what a model that never saw the phrase read."""

    label: int
    signals: Signals


@dataclass(frozen=True, slots=True)
class _Reading:
    """How the entries rank for one phrase: is the first right, is one of the first four?"""

    inputs: tuple[float, ...]
    spread: NDArray[np.float64]
    domain: float
    right: bool
    offered: bool


def calibrate(held_out: Sequence[HeldOut], same_answer: _Truths) -> Calibration:
    """Sharpness, gate and sureness are fitted, then the thresholds are read off the phrases.

    `same_answer` (entries x entries) says which entries answer each other's questions.
    """
    entry_count = len(same_answer)
    inside = [each for each in held_out if each.label < entry_count]
    outside = [each for each in held_out if each.label >= entry_count]
    fitted = replace(_DRAFT, sharpness=_sharpness(inside, entry_count), gate=_gate(inside, outside))
    readings = [_reading(each, same_answer, fitted) for each in inside]
    right = np.array([reading.right for reading in readings])
    fitted = replace(fitted, sureness=_logistic_weights([r.inputs[1:] for r in readings], right))
    scores = np.array([sureness(r.spread, r.domain, fitted) for r in readings])
    passed = [domain_score(each.signals, fitted) for each in outside]
    return replace(
        fitted,
        answer=_lowest_precise(scores, right, ANSWER_PRECISION),
        choices=_highest_poor(scores, np.array([r.offered for r in readings]), CHOICES_HIT_RATE),
        in_scope=float(np.quantile([r.domain for r in readings], FALSE_REFUSALS)),
        sure_in_scope=float(np.quantile(passed, 1 - PASSED_DOORS)),
    )


def _reading(held_out: HeldOut, same_answer: _Truths, fitted: Calibration) -> _Reading:
    entry_count = len(same_answer)
    spread = probabilities(held_out.signals.margins[:entry_count], fitted.sharpness)
    domain = domain_score(held_out.signals, fitted)
    best = np.argsort(-spread, kind="stable")[:MOST_CHOICES]
    right = same_answer[held_out.label, best]
    return _Reading(
        sureness_inputs(spread, domain), spread, domain, bool(right[0]), bool(right.any())
    )


def _sharpness(inside: Sequence[HeldOut], entry_count: int) -> float:
    """The temperature (inverted) with the least surprise at the true labels."""

    def surprise(sharpness: float) -> float:
        chances = [
            probabilities(each.signals.margins[:entry_count], sharpness)[each.label]
            for each in inside
        ]
        return -float(np.log(np.maximum(chances, 1e-12)).mean())

    return float(min(_SHARPNESS, key=surprise))


def _gate(inside: Sequence[HeldOut], outside: Sequence[HeldOut]) -> tuple[float, ...]:
    inputs = [each.signals.domain for each in (*inside, *outside)]
    return _logistic_weights(inputs, np.array([True] * len(inside) + [False] * len(outside)))


def _logistic_weights(inputs: Sequence[Sequence[float]], truth: _Truths) -> tuple[float, ...]:
    """Constant and weights; when all are right or all wrong, a constant alone."""
    if truth.all() or not truth.any():
        return (4.0 if truth.all() else -4.0, *[0.0] * len(inputs[0]))
    fitted = LogisticRegression(C=10.0, max_iter=1000).fit(np.array(inputs), truth)
    return float(fitted.intercept_[0]), *map(float, fitted.coef_[0])


def _lowest_precise(scores: NDArray[np.float64], right: _Truths, precision: float) -> float:
    """The lowest score such that of all phrases scored so or higher enough are right."""
    order = np.argsort(-scores, kind="stable")
    reached = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(reached >= precision)
    return float(scores[order[enough[-1]]]) if enough.size else 0.95


def _highest_poor(scores: NDArray[np.float64], offered: _Truths, rate: float) -> float:
    """The highest score such that of all phrases scored lower too few are among the offered."""
    order = np.argsort(scores, kind="stable")
    reached = np.cumsum(offered[order]) / np.arange(1, len(order) + 1)
    poor = np.flatnonzero(reached < rate)
    return float(scores[order[poor[-1]]]) if poor.size else 0.0
