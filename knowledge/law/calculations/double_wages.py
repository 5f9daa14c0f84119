"""Double wages without a written contract (未签书面合同的二倍工资): the added single wage.

劳动合同法 art. 82.1, 实施条例 art. 6, 7, 司法解释（二） art. 6-9. It runs from the day after a full
month of work to the day before the contract is made good, at most to the day before a full year:
eleven months. Work begun before the law of 2008 counts from its first day (art. 97.2). Whole months are exact; for part of a month practice divides by 21.75 or by that
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
INTERRUPTION = Citation("labour_dispute_mediation_arbitration_law", 27, 2)
EXCEPTIONS = (Citation("spc_labour_interp_2", 7), Citation("spc_labour_interp_2", 8))
WORK_BEFORE_2008 = Citation("labour_contract_law", 97, 2)
SIGNED_BEFORE_WORK = Citation("labour_contract_law", 10, 3)
LAW_IN_FORCE = date(2008, 1, 1)
MONTHS_IN_A_YEAR = 12
ONE_DAY = timedelta(days=1)
SATURDAY = 5
ENDS = ("contract_signed_on", "employed_to", "applied_on")


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
    begun = _begun(given, working)
    first, last = _window(given, working, begun)
    if last < first:
        if "contract_signed_on" in given and given.day("contract_signed_on") < begun:
            working.cite(SIGNED_BEFORE_WORK)
        ended = any(key in given for key in ENDS)
        key = "double_wages_none" if ended else "double_wages_not_yet"
        working.step(key, Decimal(0), first=first)
        return working.amount(Decimal(0))
    working.cite(*EXCEPTIONS)
    months = stretch(begun, first, last, working.basis.holidays)
    _window_steps(given, working, (first, last), months)
    low, high = months.wages(given.number("monthly_wage"), _paid_days(working))
    applied = given.day_or_none("applied_on")
    if applied is None:
        _assume_limit(working, first, last)
    elif applied > years_after(first, 1):
        return _applied_late(given, working, (begun, first, last), applied)
    if low != high:
        working.assume("part_month_two_ways")
    working.assume("double_wages_exceptions")
    return working.between(low, high)


def _begun(given: Given, working: Working) -> date:
    """The day the months count from: that of hiring, or of the law where work had begun before."""
    employed_from = given.day("employed_from")
    for key in ("employed_to", "applied_on"):
        day = given.day_or_none(key)
        if day is not None and day < employed_from:
            raise GivenFault("ends_before_it_begins", key, day)
    if employed_from < LAW_IN_FORCE:
        working.cite(WORK_BEFORE_2008)
    return max(employed_from, LAW_IN_FORCE)


def _window(given: Given, working: Working, begun: date) -> tuple[date, date]:
    """The first day double wages run and the last, as far as they have run.

    A contract may be signed before the first day of work (劳动合同法 10.3): then none run.
    """
    ends = [month_begins(begun, MONTHS_IN_A_YEAR) - ONE_DAY]
    signed, left = given.day_or_none("contract_signed_on"), given.day_or_none("employed_to")
    applied = given.day_or_none("applied_on")
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
    return month_begins(begun, 1), min(ends)


def _window_steps(
    given: Given, working: Working, window: tuple[date, date], months: Months
) -> None:
    first, last = window
    wage = given.number("monthly_wage")
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
    _part_steps(working, wage, months.parts)


def _part_steps(working: Working, wage: Decimal, parts: tuple[Part, ...]) -> None:
    """What each part of a month is worth by both ways."""
    for part in parts:
        paid_days = working.value("monthly_paid_days", working.today).number
        low, high = sorted((min(wage, wage * part.days / paid_days), wage * part.shares))
        working.cite(PART_MONTHS)
        working.step(
            "double_wages_part",
            low,
            first=part.first,
            last=part.last,
            days=part.days,
            low=working.yuan(low),
            high=working.yuan(high),
        )


def _assume_limit(working: Working, first: date, last: date) -> None:
    """The year for the application, which nobody has made yet."""
    if working.today <= years_after(first, 1):
        working.assume("double_wages_limit")
        return
    working.cite(LIMITATION, INTERRUPTION)
    over = working.today > years_after(last, 1)
    working.assume("double_wages_over_today" if over else "double_wages_partly_over_today")


def _applied_late(
    given: Given, working: Working, days: tuple[date, date, date], applied: date
) -> Explanation:
    """What is left by the date of the application, by the two ways of counting the limit."""
    begun, first, last = days
    wage, paid_days = given.number("monthly_wage"), _paid_days(working)
    whole = stretch(begun, first, last, working.basis.holidays)
    _, high = whole.wages(wage, paid_days)
    working.cite(LIMITATION, INTERRUPTION)
    left = _first_day_left(applied)
    if left > last:
        working.assume("double_wages_interrupted")
        working.step("double_wages_year_over", Decimal(0), last=last)
        return working.between(Decimal(0), high)
    in_time = stretch(begun, max(first, left), last, working.basis.holidays)
    low, _ = in_time.wages(wage, paid_days)
    _part_steps(working, wage, tuple(part for part in in_time.parts if part not in whole.parts))
    working.step("double_wages_left", low, applied=applied, first=left, sum=working.yuan(low))
    working.assume("double_wages_two_ways")
    note_local_rule(working, "double_wage_limitation_local")
    working.assume("double_wages_exceptions")
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


def stretch(begun: date, first: date, last: date, holidays: Holidays) -> Months:
    """The days from `first` to `last` as months of work counted from `begun`."""
    whole = 0
    parts: list[Part] = []
    for number in range(1, MONTHS_IN_A_YEAR):
        begins, ends = (
            month_begins(begun, number),
            month_begins(begun, number + 1) - ONE_DAY,
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
