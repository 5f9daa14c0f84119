"""What is owed for a missing contract or a trial period that is too long."""

from datetime import date
from fractions import Fraction

from tests.law.reference.amounts import PAID_DAYS, Given, Result, between, exact, number, optional
from tests.law.reference.days import (
    ONE,
    day,
    last_of_month,
    optional_day,
    same_day_later,
    worked_days,
    years_later,
)
from tests.law.reference.unclear import Unclear

MONTHS = 12
IN_FORCE = date(2008, 1, 1)
"""劳动合同法 98."""

Two = tuple[Fraction, Fraction]


def work_under_the_law(employed_from: date) -> date:
    """劳动合同法 97.2: who worked before the law has the month from its first day on."""
    return IN_FORCE if employed_from < IN_FORCE else employed_from


def first_day_of_double_wages(employed_from: date) -> date:
    """实施条例 6, 7: the day after a whole month of work."""
    return same_day_later(work_under_the_law(employed_from), 1)


def last_day_of_double_wages(given: Given, today: date) -> date:
    """实施条例 6, 7: the day before the contract, else before the year is full; or the last day."""
    start = work_under_the_law(day(given["employed_from"]))
    year_full = same_day_later(start, MONTHS) - ONE
    signed = optional_day(given.get("contract_signed_on"))
    left = optional_day(given.get("employed_to"))
    if signed is None and left is None and year_full >= today:
        raise Unclear("still running, and no reading says until which day")
    ends = [year_full]
    if signed is not None:
        ends.append(signed - ONE)
    if left is not None:
        ends.append(left)
    return min(ends)


def wages_between(first: date, last: date, wage: Fraction) -> Two:
    """解释（二） 6: whole months exact, a part month by 21.75 and by its own working days."""
    whole = 0
    while same_day_later(first, whole + 1) <= last + ONE:
        whole += 1
    rest = same_day_later(first, whole)
    if rest > last:
        return whole * wage, whole * wage
    if rest.day != 1:
        raise Unclear("a part month that is not of one calendar month")
    days = worked_days(rest, last)
    by_paid = whole * wage + wage * days / PAID_DAYS
    by_month = whole * wage + wage * days / worked_days(rest, last_of_month(rest))
    return min(by_paid, by_month), max(by_paid, by_month)


def oldest_day_in_time(first: date, applied: date) -> date:
    """调解仲裁法 27.1, day by day: the oldest day whose year is not over at the application."""
    while years_later(first, 1) < applied:
        first += ONE
    return first


def double_wages(given: Given, today: date) -> Result:
    """劳动合同法 82.1: the added single wage; applied for late, low day by day, high as a whole."""
    first = first_day_of_double_wages(day(given["employed_from"]))
    last = last_day_of_double_wages(given, today)
    if last < first:
        return exact(Fraction(0))
    wage = number(given["monthly_wage"])
    low, high = wages_between(first, last, wage)
    applied = optional_day(given.get("applied_on"))
    if applied is not None and years_later(first, 1) < applied:
        if years_later(last, 1) < applied:
            raise Unclear("the year is over in both readings")
        low = in_time(first, last, applied, wage)
    return between(low, high)


def in_time(first: date, last: date, applied: date, wage: Fraction) -> Fraction:
    """The part that is not a year old, where it begins with a whole month."""
    oldest = oldest_day_in_time(first, applied)
    if oldest.day != first.day:
        raise Unclear("the part in time begins within a month")
    return wages_between(oldest, last, wage)[0]


def lawful_trial(contract_months: Fraction) -> int:
    """劳动合同法 19: none below 3 months, 1 below 12, 2 below 36, 6 from 36."""
    if contract_months < 3:
        return 0
    if contract_months < 12:
        return 1
    return 2 if contract_months < 36 else 6


def probation_compensation(given: Given, _today: date) -> Result:
    """劳动合同法 83: the regular wage for the months served above the lawful term; 19.4: all months
    where nothing but a trial was agreed, which equal terms leave open."""
    lawful = lawful_trial(number(given["contract_months"]))
    served, wage = number(given["served_probation_months"]), number(given["regular_monthly_wage"])
    above = max(Fraction(0), served - lawful)
    agreed = optional(given, "agreed_probation_months")
    if agreed is not None and agreed >= number(given["contract_months"]):
        return between(above * wage, served * wage)
    return exact(above * wage)
