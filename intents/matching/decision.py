"""From signals to probabilities and one of four outcomes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from intents.matching.features import Floats
from intents.matching.model import Calibration
from intents.matching.signals import Signals
from intents.recognition import Outcome

MOST_CHOICES = 4
_FEWEST_CHOICES = 3
# A choice this much less likely than the best one is only noise on the screen.
_WORTH_OFFERING = 0.08


@dataclass(frozen=True, slots=True)
class Verdict:
    """`ranked` are label numbers of entries, best first, `scores` their probabilities."""

    outcome: Outcome
    ranked: tuple[int, ...]
    scores: tuple[float, ...]
    domain_score: float


def decide(
    signals: Signals, entry_count: int, calibration: Calibration, *, says_enough: bool
) -> Verdict:
    """Refuse outside the domain, ask when too little was said, answer when sure, else offer."""
    domain = domain_score(signals, calibration)
    spread = probabilities(signals.margins[:entry_count], calibration.sharpness)
    ranked = np.argsort(-spread, kind="stable")[:MOST_CHOICES]
    sure = sureness(spread, domain, calibration)
    scores = tuple(float(sure * spread[label] / spread[ranked[0]]) for label in ranked)
    outcome = _outcome(sure, domain, calibration, says_enough=says_enough)
    return Verdict(outcome, tuple(ranked.tolist()), scores, domain)


def domain_score(signals: Signals, calibration: Calibration) -> float:
    """The probability that the message is about labour."""
    constant, *weights = calibration.gate
    return _logistic(constant + float(np.dot(weights, signals.domain)))


def probabilities(margins: Floats, sharpness: float) -> NDArray[np.float64]:
    """Softmax of the sharpened margins."""
    powers = np.exp(sharpness * (margins.astype(np.float64) - float(margins.max())))
    return np.asarray(powers / powers.sum())


def sureness(spread: NDArray[np.float64], domain: float, calibration: Calibration) -> float:
    """The probability that the likeliest entry is the right one."""
    return _logistic(float(np.dot(calibration.sureness, sureness_inputs(spread, domain))))


def sureness_inputs(spread: NDArray[np.float64], domain: float) -> tuple[float, ...]:
    """(1, log odds of the best, log ratio of best to second, log odds of the domain)."""
    second, best = np.partition(spread, -2)[-2:] if spread.size > 1 else (1e-9, spread[0])
    best, second = float(np.clip(best, 1e-9, 1 - 1e-9)), max(float(second), 1e-9)
    return 1.0, _log_odds(best), float(np.log(best / second)), _log_odds(domain)


def offered(scores: tuple[float, ...]) -> int:
    """How many of the ranked entries are worth showing as choices: 3 or 4 where there are so many."""
    worth = sum(score >= _WORTH_OFFERING * scores[0] for score in scores)
    return max(min(_FEWEST_CHOICES, len(scores)), worth)


def _outcome(sure: float, domain: float, limits: Calibration, *, says_enough: bool) -> Outcome:
    if domain < limits.in_scope:
        return "out_of_scope"
    if not says_enough or sure < limits.choices or domain < limits.sure_in_scope:
        return "clarify"
    return "answer" if sure >= limits.answer else "choices"


def _log_odds(chance: float) -> float:
    return float(np.clip(np.log(max(chance, 1e-9) / max(1 - chance, 1e-9)), -6, 6))


def _logistic(value: float) -> float:
    return float(1 / (1 + np.exp(-np.clip(value, -40, 40))))
