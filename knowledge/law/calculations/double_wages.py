"""Double wages without a written contract (未签书面合同的二倍工资): the added single wage.

劳动合同法 art. 82.1, 实施条例 art. 6, 7, 司法解释（二） art. 6-9. It runs from the day after a full
month of work to the day before the contract is made good, at most to the day before a full year:
eleven months. Whole months are exact; for part of a month practice divides by 21.75 or by that
month's working days. With an application more than a year after the first day, practice counts
back day by day (low) or from the last day as a whole (high).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from knowledge.citation import Citation
from knowledge.law.calculations.local_notes import note_local_rule
from knowledge.law.civil_days import years_after
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given, GivenFault
from knowledge.law.holidays import Holidays
from knowledge.law.service_years import month_begins
from knowledge.law.working import Working

CITED = (
    Citation("labour_contract_law", 82),
    Citation("labour_contract_law_regulations", 6),
    Citation("labour_contract_law_regulations", 7),
)
PART_MONTHS = Citation("spc_labour_interp_2", 6)
LIMITATION = Citation("labour_dispute_mediation_arbitration_law", 27, 1)
MONTHS_IN_A_YEAR = 12
ONE_DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Part:
    """Part of a month of work: its working days, and those of the calendar months it lies in."""

    first: date
    last: date
    days: int
    shares: Decimal


@dataclass(frozen=True, slots=True)
class Months:
    """A stretch of time as whole months of work and the parts around them."""

    whole: int
    parts: tuple[Part, ...]

    def wages(self, wage: Decimal, paid_days: Decimal) -> tuple[Decimal, Decimal]:
        """The wages of the stretch by both ways of counting part of a month, the lower first."""
        whole = wage * self.whole
        by_paid_days = sum((min(wage, wage * part.days / paid_days) for part in self.parts), whole)
        by_working_days = sum((wage * part.shares for part in self.parts), whole)
        return min(by_paid_days, by_working_days), max(by_paid_days, by_working_days)


def double_wages(given: Given, working: Working) -> Explanation:
    """The added wage between the first and the last day it runs."""
    first, last = _window(given, working)
    if last < first:
        working.step("double_wages_none", Decimal(0), first=first)
        return working.amount(Decimal(0))
    full_low, full_high = _wages(given, working, first, last)
    applied = given.day_or_none("applied_on")
    if applied is None:
        working.assume("double_wages_limit")
        return _outcome(working, full_low, full_high)
    return _by_application(given, working, (first, last), applied)


def _window(given: Given, working: Working) -> tuple[date, date]:
    """The first day double wages run and the last, as far as they have run."""
    employed_from = given.day("employed_from")
    first = month_begins(employed_from, 1)
    ends = [month_begins(employed_from, MONTHS_IN_A_YEAR) - ONE_DAY]
    signed, left = given.day_or_none("contract_signed_on"), given.day_or_none("employed_to")
    applied = given.day_or_none("applied_on")
    known = (("contract_signed_on", signed), ("employed_to", left), ("applied_on", applied))
    for key, day in known:
        if day is not None and day < employed_from:
            raise GivenFault("ends_before_it_begins", key, day)
    if signed is not None:
        ends.append(signed - ONE_DAY)
    if left is not None:
        ends.append(left)
    if signed is None:
        working.assume("never_signed")
    if applied is not None or (signed is None and left is None):
        until = applied or working.today
        if until < min(ends):
            working.assume("double_wages_until", until=until)
        ends.append(until)
    return first, min(ends)


def _wages(given: Given, working: Working, first: date, last: date) -> tuple[Decimal, Decimal]:
    """The full stretch's wages, low and high, with its working."""
    months = stretch(given.day("employed_from"), first, last, working.basis.holidays)
    wage = given.number("monthly_wage")
    paid_days = _paid_days(working)
    low, high = months.wages(wage, paid_days)
    working.step("double_wages_window", str(months.whole), first=first, last=last)
    if months.whole:
        whole = wage * months.whole
        working.step(
            "double_wages_whole",
            whole,
            wage=working.yuan(wage),
            months=months.whole,
            sum=working.yuan(whole),
        )
    if months.parts:
        working.value("monthly_paid_days", working.today)
    for part in months.parts:
        one, other = sorted((min(wage, wage * part.days / paid_days), wage * part.shares))
        working.cite(PART_MONTHS)
        working.step(
            "double_wages_part",
            one,
            first=part.first,
            last=part.last,
            days=part.days,
            low=working.yuan(one),
            high=working.yuan(other),
        )
    return low, high


def _outcome(working: Working, low: Decimal, high: Decimal) -> Explanation:
    if low != high:
        working.assume("part_month_two_ways")
    return working.between(low, high)


def _by_application(
    given: Given, working: Working, window: tuple[date, date], applied: date
) -> Explanation:
    """What is left by the date of the application, by the two ways of counting the limit."""
    first, last = window
    wage, paid_days = given.number("monthly_wage"), _paid_days(working)
    begun = given.day("employed_from")
    holidays = working.basis.holidays
    low, high = stretch(begun, first, last, holidays).wages(wage, paid_days)
    if applied <= years_after(first, 1):
        return _outcome(working, low, high)
    working.cite(LIMITATION)
    left = _first_day_left(applied)
    if left > last:
        working.assume("double_wages_interrupted")
        working.step("double_wages_year_over", Decimal(0), last=last)
        return working.between(Decimal(0), high)
    low, _ = stretch(begun, max(first, left), last, holidays).wages(wage, paid_days)
    working.step("double_wages_left", low, applied=applied, first=left, sum=working.yuan(low))
    working.assume("double_wages_two_ways")
    note_local_rule(working, "double_wage_limitation_local")
    return working.between(low, high)


def _paid_days(working: Working) -> Decimal:
    """21.75, cited only once a part of a month needs it."""
    return working.basis.parameters.value_on("monthly_paid_days", working.today).number


def _first_day_left(applied: date) -> date:
    """The earliest day whose year has not ended before `applied`."""
    day = years_after(applied, -1)
    while years_after(day, 1) < applied:
        day += ONE_DAY
    return day


def stretch(employed_from: date, first: date, last: date, holidays: Holidays) -> Months:
    """The days from `first` to `last` as months of work counted from `employed_from`."""
    whole = 0
    parts: list[Part] = []
    for number in range(1, MONTHS_IN_A_YEAR):
        begins, ends = (
            month_begins(employed_from, number),
            month_begins(employed_from, number + 1) - ONE_DAY,
        )
        one, other = max(begins, first), min(ends, last)
        if (one, other) == (begins, ends):
            whole += 1
        elif one <= other:
            parts.append(_part(one, other, holidays))
    return Months(whole, tuple(parts))


def _part(first: date, last: date, holidays: Holidays) -> Part:
    """The working days of a part, and its share of each calendar month it touches."""
    days, shares = 0, Decimal(0)
    for begins, ends in _calendar_months(first, last):
        worked = _working_days(max(first, begins), min(last, ends), holidays)
        days += worked
        shares += Decimal(worked) / _working_days(begins, ends, holidays)
    return Part(first, last, days, min(shares, Decimal(1)))


def _calendar_months(first: date, last: date) -> Iterator[tuple[date, date]]:
    begins = first.replace(day=1)
    while begins <= last:
        after = month_begins(begins, 1)
        yield begins, after - ONE_DAY
        begins = after


def _working_days(first: date, last: date, holidays: Holidays) -> int:
    """Working days by the published calendar; by Monday to Friday where none is published."""
    count, day = 0, first
    while day <= last:
        works = holidays.is_working_day(day)
        count += day.weekday() < SATURDAY if works is None else works
        day += ONE_DAY
    return count
