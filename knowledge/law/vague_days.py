"""Facts with a day known to the month or the year only: counted from both its ends, and joined."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import product

from knowledge.law.explanation import Explanation, Step
from knowledge.law.given import Fact, Span
from knowledge.law.money import plain
from knowledge.law.working import Working


def readings_of(facts: Mapping[str, Fact | Span]) -> list[dict[str, Fact]]:
    """The facts with every vague day at its first and at its last day; what can't be is left out."""
    ends = [
        [(key, value.first), (key, value.last)] if isinstance(value, Span) else [(key, value)]
        for key, value in facts.items()
    ]
    readings = [dict(pairs) for pairs in product(*ends)]
    possible = [reading for reading in readings if _in_order(reading)]
    return possible or readings[:1]


def _in_order(reading: Mapping[str, Fact]) -> bool:
    first, last = reading.get("employed_from"), reading.get("employed_to")
    return not (isinstance(first, date) and isinstance(last, date) and last < first)


def joined(readings: Sequence[Explanation], vague: Sequence[str], working: Working) -> Explanation:
    """One answer of several readings: the same sum, or its bounds and the days that decide."""
    lows = [one.low if one.amount is None else one.amount for one in readings]
    highs = [one.high if one.amount is None else one.amount for one in readings]
    low = None if None in lows else min(low for low in lows if low is not None)
    high = None if None in highs else max(high for high in highs if high is not None)
    one = readings[0 if low is None else lows.index(low)]
    same = all(other.also == one.also for other in readings)
    missing = tuple(dict.fromkeys(key for reading in readings for key in reading.missing))
    settled = same and low == high and (low is not None or bool(one.also)) and not missing
    for key in () if settled else vague:
        working.assume("day_not_known", fact=working.basis.words.fact(key))
    return Explanation(
        amount=low if settled else None,
        low=None if settled else low,
        high=None if settled else high,
        steps=_steps(readings, one, low, settled, working),
        citations=tuple(dict.fromkeys(c for reading in readings for c in reading.citations)),
        assumptions=(
            *dict.fromkeys(a for reading in readings for a in reading.assumptions),
            *working.unknown().assumptions,
        ),
        missing=tuple(dict.fromkeys((*missing, *(() if settled else vague)))),
        also=one.also if same else dict.fromkeys(one.also),
    )


def _steps(
    readings: Sequence[Explanation],
    one: Explanation,
    low: Decimal | None,
    settled: bool,
    working: Working,
) -> tuple[Step, ...]:
    """The working of the reading that gives the low bound, named as such where others differ;
    without such a bound only what all readings have in common."""
    if all(other.steps == one.steps for other in readings):
        return one.steps
    if low is None:
        return tuple(step for step in one.steps if all(step in other.steps for other in readings))
    key = "vague_earliest" if settled else "vague_least"
    working.step(key, plain(low))
    return (*working.unknown().steps, *one.steps)
