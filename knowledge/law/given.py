"""Reads what a caller gives for a calculation: each key has one kind, whatever the rule.

Text or numbers; full-width digits are read as what they are; anything else that is no clear
value is refused with a sentence, never guessed and never a crash.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Any

from knowledge.law.service_years import month_begins

Month = tuple[int, int]
Fact = Decimal | date | str

MOST_MONEY = Decimal(100_000_000)
FINEST = Decimal("1e-10")
MOST_SAID = 20
GRADES = frozenset(map(Decimal, range(1, 11)))
FIRST_YEAR, LAST_YEAR = 1940, 2100

_FULL_WIDTH = {ord("０") + n: ord("0") + n for n in range(10)} | {
    ord(wide): ord(narrow) for wide, narrow in zip("．，－", ".,-", strict=True)
}
_NUMBER = re.compile(r"-?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,10})?")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class GivenFault(ValueError):
    """A given value can't be used: `code` names the reply, `key` the value, `said` what it was."""

    def __init__(self, code: str, key: str, said: Any = "") -> None:
        super().__init__(f"{key}: {code}")
        self.code = code
        self.key = key
        self.said = str(said)[:MOST_SAID]


@dataclass(frozen=True, slots=True)
class Span:
    """A day known to the month or the year only."""

    first: date
    last: date


def _number(key: str, value: Any) -> Decimal:
    """A number as text or of JSON; a floating one as it is written."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise GivenFault("not_a_number", key, value)
    if isinstance(value, int | float):
        if isinstance(value, float) and not isfinite(value):
            raise GivenFault("not_a_number", key, value)
        if abs(value) > int(MOST_MONEY):
            raise GivenFault("too_large" if value > 0 else "negative", key)
        return Decimal(value) if isinstance(value, int) else Decimal(repr(value)).quantize(FINEST)
    text = value.strip().translate(_FULL_WIDTH)
    if not _NUMBER.fullmatch(text):
        raise GivenFault("not_a_number", key, value)
    return Decimal(text.replace(",", ""))


def _between(
    low: Decimal, high: Decimal, *, whole: bool = False, above: str = "too_large"
) -> Callable[[str, Any], Decimal]:
    """Reads a number of those bounds; `above` is what is said of a larger one."""

    def read(key: str, value: Any) -> Decimal:
        number = _number(key, value)
        if number < 0:
            raise GivenFault("negative", key, value)
        if number > high:
            raise GivenFault(above, key, value)
        if number < low:
            raise GivenFault("too_small", key, value)
        if whole and number != number.to_integral_value():
            raise GivenFault("not_whole", key, value)
        return number

    return read


def _day(key: str, value: Any) -> date | Span:
    """A day, or the span of a month or year said alone."""
    found = _DAY.fullmatch(value.strip().translate(_FULL_WIDTH)) if isinstance(value, str) else None
    if found is None:
        raise GivenFault("bad_date", key, value)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        raise GivenFault("no_such_day", key, value) from None
    if not FIRST_YEAR <= first.year <= LAST_YEAR:
        raise GivenFault("no_such_day", key, value)
    if day is not None:
        return first
    after = month_begins(first, 12 if month is None else 1)
    return Span(first, date.fromordinal(after.toordinal() - 1))


def _month(key: str, value: Any) -> date | Span:
    """The first day of a month; a year alone stays a span."""
    read = _day(key, value)
    if isinstance(read, Span):
        return read.first if read.first.month == read.last.month else read
    return read.replace(day=1)


def _one_of(*allowed: str) -> Callable[[str, Any], str]:
    def read(key: str, value: Any) -> str:
        if value not in allowed:
            raise GivenFault("not_allowed", key, value)
        return str(value)

    return read


def _grade(key: str, value: Any) -> Decimal:
    """A grade of disability, 1 to 10."""
    number = _number(key, value)
    if number not in GRADES:
        raise GivenFault("no_such_grade", key, value)
    return number


_MONEY = _between(Decimal(0), MOST_MONEY)
_YEARS = _between(Decimal(0), Decimal(80))
_MONTHS = _between(Decimal(0), Decimal(600))
_HOURS = _between(Decimal(0), Decimal(10_000))
_YEAR = _between(Decimal(1949), Decimal(LAST_YEAR), whole=True)

KINDS: Mapping[str, Callable[[str, Any], Fact | Span]] = {
    "employed_from": _day,
    "employed_to": _day,
    "contract_signed_on": _day,
    "applied_on": _day,
    "birth_month": _month,
    "average_monthly_wage": _MONEY,
    "last_month_wage": _MONEY,
    "monthly_wage": _MONEY,
    "regular_monthly_wage": _MONEY,
    "insured_monthly_wage": _MONEY,
    "training_cost": _MONEY,
    "local_average_monthly_wage": _between(Decimal(500), Decimal(50_000), above="not_of_a_month"),
    "local_minimum_wage": _between(Decimal(100), Decimal(10_000), above="not_of_a_month"),
    "weekday_hours": _HOURS,
    "rest_day_hours": _HOURS,
    "public_holiday_hours": _HOURS,
    "total_service_years": _YEARS,
    "employer_service_years": _YEARS,
    "contribution_years": _YEARS,
    "days_taken": _between(Decimal(0), Decimal(366)),
    "contract_months": _MONTHS,
    "agreed_probation_months": _MONTHS,
    "served_probation_months": _MONTHS,
    "served_months": _MONTHS,
    "bond_months": _between(Decimal("0.01"), Decimal(600)),
    "months": _MONTHS,
    "year": _YEAR,
    "accident_year": _YEAR,
    "grade": _grade,
    "sex": _one_of("male", "female"),
    "track": _one_of("male_60", "female_55", "female_50"),
}


def read_given(given: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Fact | Span]:
    """The values of `keys` that are given; raises GivenFault at the first that can't be used."""
    return {key: KINDS[key](key, given[key]) for key in keys if given.get(key) is not None}


@dataclass(frozen=True, slots=True)
class Given:
    """The facts of one calculation, read: only what is known is there."""

    facts: Mapping[str, Fact]

    def __contains__(self, key: str) -> bool:
        return key in self.facts

    def number(self, key: str) -> Decimal:
        """A number that is known to be given."""
        value = self.facts[key]
        assert isinstance(value, Decimal)  # noqa: S101 (KINDS gives this kind)
        return value

    def day(self, key: str) -> date:
        """A day that is known to be given."""
        value = self.facts[key]
        assert isinstance(value, date)  # noqa: S101 (KINDS gives this kind)
        return value

    def number_or(self, key: str, otherwise: Decimal) -> Decimal:
        """The number, or `otherwise` where none is given."""
        return self.number(key) if key in self.facts else otherwise

    def day_or_none(self, key: str) -> date | None:
        """The day, if it is given."""
        return self.day(key) if key in self.facts else None
