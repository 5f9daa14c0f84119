"""Overtime, and the floors and limits that hang on the minimum wage."""

from datetime import date
from fractions import Fraction

from tests.law.reference.amounts import PAID_DAYS, Given, Result, exact, number

HOURS_A_DAY = 8


def overtime_pay(given: Given, _today: date) -> Result:
    """劳动法 44, 工资支付暂行规定 13: 150, 200, 300 % of the wage by 21.75 days of 8 hours."""
    hourly = number(given["monthly_wage"]) / PAID_DAYS / HOURS_A_DAY
    hours = (
        number(given["weekday_hours"]) * 3 / 2
        + number(given["rest_day_hours"]) * 2
        + number(given["public_holiday_hours"]) * 3
    )
    return exact(hourly * hours)


def sick_pay_floor(given: Given, _today: date) -> Result:
    """劳部发〔1995〕309号 59: four fifths of the minimum wage."""
    return exact(number(given["local_minimum_wage"]) * 4 / 5)


def wage_deduction_limit(given: Given, _today: date) -> Result:
    """工资支付暂行规定 16: a fifth of the wage, and never into the minimum wage."""
    wage = number(given["monthly_wage"])
    above = max(Fraction(0), wage - number(given["local_minimum_wage"]))
    return exact(min(wage / 5, above))


def final_award(given: Given, _today: date) -> Result:
    """调解仲裁法 47, 办案规则 50: twelve times the monthly minimum wage."""
    return exact(12 * number(given["local_minimum_wage"]))
