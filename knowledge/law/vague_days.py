"""Facts with a day known to the month or the year only: counted from both its ends, and joined."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import product

from knowledge.law.explanation import Explanation
from knowledge.law.given import Fact, Span
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
    one = readings[0]
    lows = [one.low if one.amount is None else one.amount for one in readings]
    highs = [one.high if one.amount is None else one.amount for one in readings]
    low = None if None in lows else min(low for low in lows if low is not None)
    high = None if None in highs else max(high for high in highs if high is not None)
    same = all(other.also == one.also for other in readings)
    settled = same and low == high and (low is not None or bool(one.also)) and not one.missing
    for key in () if settled else vague:
        working.assume("day_not_known", fact=working.basis.words.fact(key))
    return Explanation(
        amount=low if settled else None,
        low=None if settled else low,
        high=None if settled else high,
        steps=one.steps,
        citations=tuple(dict.fromkeys(c for reading in readings for c in reading.citations)),
        assumptions=(
            *dict.fromkeys(a for reading in readings for a in reading.assumptions),
            *working.unknown().assumptions,
        ),
        missing=tuple(dict.fromkeys((*one.missing, *(() if settled else vague)))),
        also=one.also if same else dict.fromkeys(one.also),
    )
