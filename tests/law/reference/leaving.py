"""What is owed at the end: compensation, damages, notice, leave, competition, training."""

from datetime import date
from fractions import Fraction

from tests.law.reference.amounts import PAID_DAYS, Given, Result, exact, number, optional
from tests.law.reference.days import ONE, day, each_day, optional_day, same_day_later
from tests.law.reference.unclear import Unclear

NEW_LAW = date(2008, 1, 1)
MONTHS_OF_COMPETITION = 24


def months_of_pay(first: date, last: date) -> Fraction:
    """劳动合同法 47.1: a month a year, a rest of six months a year, a smaller rest half a month.

    Both days are days worked: 1 January to 30 June is six months.
    """
    free = last + ONE
    years = 0
    while same_day_later(first, 12 * (years + 1)) <= free:
        years += 1
    if same_day_later(first, 12 * years) >= free:
        return Fraction(years)
    if same_day_later(first, 12 * years + 6) <= free:
        return Fraction(years + 1)
    return years + Fraction(1, 2)


def standard(given: Given, first: date) -> Fraction:
    """劳动合同法 47.1-47.3, 实施条例 27: the floor, then the cap of base and of twelve years."""
    months = months_of_pay(first, day(given["employed_to"]))
    wage = number(given["average_monthly_wage"])
    minimum = optional(given, "local_minimum_wage")
    local = optional(given, "local_average_monthly_wage")
    if minimum is not None and wage < minimum:
        wage = minimum
    if local is not None and wage > 3 * local:
        return 3 * local * min(months, Fraction(12))
    return wage * months


def economic_compensation(given: Given, _today: date) -> Result:
    """劳动合同法 47, 97.3: service counts from 2008; what lies before is decided locally."""
    first = max(day(given["employed_from"]), NEW_LAW)
    if day(given["employed_to"]) < NEW_LAW:
        raise Unclear("all service lies before the law")
    return exact(standard(given, first))


def unlawful_dismissal_compensation(given: Given, _today: date) -> Result:
    """劳动合同法 87, 实施条例 25: twice the standard, from the first day of work, undivided."""
    return exact(2 * standard(given, day(given["employed_from"])))


def payment_in_lieu_of_notice(given: Given, _today: date) -> Result:
    """劳动合同法 40, 实施条例 20: the wage of the last month."""
    return exact(number(given["last_month_wage"]))


def days_of_leave(total_years: Fraction) -> int:
    """年休假条例 3: 5, 10, 15 days from 1, 10, 20 years."""
    if total_years < 1:
        return 0
    if total_years < 10:
        return 5
    return 10 if total_years < 20 else 15


def annual_leave_pay(given: Given, _today: date) -> Result:
    """年休假条例 3, 5; 实施办法 5, 10-12: 200 % more for each whole day not taken."""
    year = int(given["year"])
    first = optional_day(given.get("employed_from")) or date(year, 1, 1)
    last = optional_day(given.get("employed_to")) or date(year, 12, 31)
    full = days_of_leave(number(given["total_service_years"]))
    here = sum(1 for one in each_day(date(year, 1, 1), date(year, 12, 31)) if first <= one <= last)
    whole_year = first <= date(year, 1, 1) and last >= date(year, 12, 31)
    due = full if whole_year else here * full // 365
    open_days = max(Fraction(0), due - number(given["days_taken"]))
    return exact(number(given["average_monthly_wage"]) / PAID_DAYS * open_days * 2)


def non_competition_compensation(given: Given, _today: date) -> Result:
    """解释（一） 36: 30 % of the average, not below the minimum wage; 劳动合同法 24: two years."""
    if number(given["months"]) > MONTHS_OF_COMPETITION:
        raise Unclear("more months than the law allows to bind")
    monthly = number(given["average_monthly_wage"]) * 3 / 10
    minimum = optional(given, "local_minimum_wage")
    if minimum is not None and monthly < minimum:
        monthly = minimum
    return exact(monthly * number(given["months"]))


def training_bond(given: Given, _today: date) -> Result:
    """劳动合同法 22.2: the share of the cost that falls on what was not served."""
    bound = number(given["bond_months"])
    left = max(Fraction(0), bound - number(given["served_months"]))
    return exact(number(given["training_cost"]) * left / bound)
