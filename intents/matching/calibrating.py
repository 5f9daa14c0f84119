"""Build time only: probabilities and thresholds from readings of held-out questions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from intents.matching.decision import (
    MOST_CHOICES,
    chance,
    domain_score,
    probabilities,
    sureness_inputs,
)
from intents.matching.model import Calibration
from intents.matching.signals import Signals

# What we aim at on the asked questions, which are harder than what people mostly ask.
ANSWER_PRECISION = 0.93
BEYOND_DOUBT = 0.97
CHOICES_HIT_RATE = 0.55
FALSE_REFUSALS = 0.03
ASKED_BACK = 0.12

# One question in five of ours is written to mislead; of what people write it is far fewer.
_WEIGHT_OF_MISLEADING = 0.1
_SHARPNESS = np.geomspace(1, 60, 60)
_DRAFT = Calibration(1.0, (), (), answer=1, beyond_doubt=1, choices=0, in_scope=0, sure_in_scope=1)
_Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class HeldOut:
    """A question, the entries that answer it, and what a model that never saw it read.

    `about_labour` may be true without any entry: a gap in our content. `misleading` when it was
    written to be mistaken for another matter.
    """

    entries: frozenset[int]
    about_labour: bool
    signals: Signals
    misleading: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
    """How the entries rank for one question: is the first right, is one of the first four?"""

    inputs: tuple[float, ...]
    right: bool
    offered: bool


def calibrate(held_out: Sequence[HeldOut], entry_count: int) -> Calibration:
    """Sharpness, gate and sureness are fitted, then the thresholds are read off the questions."""
    answered = [each for each in held_out if each.entries]
    fitted = replace(_DRAFT, sharpness=_sharpness(answered, entry_count), gate=_gate(held_out))
    readings = [_reading(each, entry_count, fitted) for each in answered]
    right = np.array([reading.right for reading in readings])
    fitted = replace(fitted, sureness=_logistic_weights([r.inputs[1:] for r in readings], right))
    scores = np.array([chance(np.dot(fitted.sureness, r.inputs)) for r in readings])
    labour = [domain_score(each.signals, fitted) for each in held_out if each.about_labour]
    return replace(
        fitted,
        answer=_lowest_precise(scores, right, ANSWER_PRECISION),
        beyond_doubt=_lowest_precise(scores, right, BEYOND_DOUBT),
        choices=_highest_poor(scores, np.array([r.offered for r in readings]), CHOICES_HIT_RATE),
        in_scope=float(np.quantile(labour, FALSE_REFUSALS)),
        sure_in_scope=float(np.quantile(labour, ASKED_BACK)),
    )


def _reading(held_out: HeldOut, entry_count: int, fitted: Calibration) -> _Reading:
    spread = probabilities(held_out.signals.margins[:entry_count], fitted.sharpness)
    domain = domain_score(held_out.signals, fitted)
    best = np.argsort(-spread, kind="stable")[:MOST_CHOICES].tolist()
    return _Reading(
        inputs=sureness_inputs(held_out.signals, spread, domain),
        right=best[0] in held_out.entries,
        offered=not held_out.entries.isdisjoint(best),
    )


def _sharpness(answered: Sequence[HeldOut], entry_count: int) -> float:
    """The temperature (inverted) with the least surprise at the entries that answer."""
    margins = np.array([each.signals.margins[:entry_count] for each in answered])
    far = margins.astype(np.float64) - margins.max(axis=1, keepdims=True)
    right = np.zeros(far.shape, dtype=np.bool_)
    for row, each in zip(right, answered, strict=True):
        row[list(each.entries)] = True

    def surprise(sharpness: float) -> float:
        powers = np.exp(sharpness * far)
        chances = powers.sum(axis=1, where=right) / powers.sum(axis=1)
        return -float(np.log(np.maximum(chances, 1e-12)).mean())

    return float(min(_SHARPNESS, key=surprise))


def _gate(held_out: Sequence[HeldOut]) -> tuple[float, ...]:
    truth = np.array([each.about_labour for each in held_out])
    weight = np.where([each.misleading for each in held_out], _WEIGHT_OF_MISLEADING, 1.0)
    return _logistic_weights([each.signals.domain for each in held_out], truth, weight)


def _logistic_weights(
    inputs: Sequence[Sequence[float]], truth: _Truths, weight: NDArray[np.float64] | None = None
) -> tuple[float, ...]:
    """Constant and weights; when all are right or all wrong, a constant alone."""
    if truth.all() or not truth.any():
        return (4.0 if truth.all() else -4.0, *[0.0] * len(inputs[0]))
    table = np.array(inputs)
    spread = np.maximum(table.std(axis=0), 1e-9)
    fitted = LogisticRegression(C=1.0, max_iter=1000).fit(table / spread, truth, weight)
    return float(fitted.intercept_[0]), *map(float, fitted.coef_[0] / spread)


def _lowest_precise(scores: NDArray[np.float64], right: _Truths, precision: float) -> float:
    """The lowest score such that of all questions scored so or higher enough are right."""
    order = np.argsort(-scores, kind="stable")
    reached = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(reached >= precision)
    return float(scores[order[enough[-1]]]) if enough.size else 0.95


def _highest_poor(scores: NDArray[np.float64], offered: _Truths, rate: float) -> float:
    """The highest score such that of all questions scored lower too few are among the offered."""
    order = np.argsort(scores, kind="stable")
    reached = np.cumsum(offered[order]) / np.arange(1, len(order) + 1)
    poor = np.flatnonzero(reached < rate)
    return float(scores[order[poor[-1]]]) if poor.size else 0.0
