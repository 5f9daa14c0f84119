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
_RIVALS = 5


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
    sure = sureness(signals, spread, domain, calibration)
    scores = tuple(float(sure * spread[label] / spread[ranked[0]]) for label in ranked)
    outcome = _outcome(sure, domain, calibration, says_enough=says_enough)
    return Verdict(outcome, tuple(ranked.tolist()), scores, domain)


def domain_score(signals: Signals, calibration: Calibration) -> float:
    """The probability that the message is about labour."""
    constant, *weights = calibration.gate
    return chance(constant + float(np.dot(weights, signals.domain)))


def probabilities(margins: Floats, sharpness: float) -> NDArray[np.float64]:
    """Softmax of the sharpened margins."""
    powers = np.exp(sharpness * (margins.astype(np.float64) - float(margins.max())))
    return np.asarray(powers / powers.sum())


def sureness(
    signals: Signals, spread: NDArray[np.float64], domain: float, calibration: Calibration
) -> float:
    """The probability that the likeliest entry is the right one."""
    inputs = sureness_inputs(signals, spread, domain)
    return chance(float(np.dot(calibration.sureness, inputs)))


def sureness_inputs(
    signals: Signals, spread: NDArray[np.float64], domain: float
) -> tuple[float, ...]:
    """What tells whether the best entry is right.

    These are 1, the log odds of the best, its log ratio to the second, the log odds of the
    domain, how far its meaning stands out, and whether meaning and nearest phrase agree with it.
    """
    best = int(spread.argmax())
    second = float(np.partition(spread, -2)[-2]) if spread.size > 1 else 1e-9
    likely = float(np.clip(spread[best], 1e-9, 1 - 1e-9))
    likeness = signals.likeness[: spread.size]
    rivals = np.partition(likeness, -min(_RIVALS, likeness.size))[-_RIVALS:]
    return (
        1.0,
        _log_odds(likely),
        float(np.log(likely / max(second, 1e-9))),
        _log_odds(domain),
        float(likeness[best] - rivals.mean()),
        float(int(likeness.argmax()) == best),
        float(signals.nearest == best),
    )


def offered(scores: tuple[float, ...]) -> int:
    """How many of the ranked entries are worth showing as choices: 3 or 4 where there are so many."""
    worth = sum(score >= _WORTH_OFFERING * scores[0] for score in scores)
    return max(min(_FEWEST_CHOICES, len(scores)), worth)


def _outcome(sure: float, domain: float, limits: Calibration, *, says_enough: bool) -> Outcome:
    if domain < limits.in_scope:
        return "out_of_scope"
    perhaps_elsewhere = domain < limits.sure_in_scope and sure < limits.beyond_doubt
    if not says_enough or sure < limits.choices or perhaps_elsewhere:
        return "clarify"
    return "answer" if sure >= limits.answer else "choices"


def _log_odds(likely: float) -> float:
    return float(np.clip(np.log(max(likely, 1e-9) / max(1 - likely, 1e-9)), -6, 6))


def chance(value: float) -> float:
    """The logistic function: log odds to a probability."""
    return float(1 / (1 + np.exp(-np.clip(value, -40, 40))))
