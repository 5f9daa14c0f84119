"""Overtime pay (加班费): 劳动法 art. 44, 工资支付暂行规定 art. 13, 人社部发〔2025〕2号.

An hour is the monthly wage ÷ 21.75 ÷ 8. Work on a statutory holiday pays 300 % beside the wage.
"""

from decimal import Decimal

from knowledge.citation import Citation
from knowledge.law.calculations.local_notes import note_local_rule
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given
from knowledge.law.working import Working

CITED = (Citation("labour_law", 44), Citation("wage_payment_provisions", 13))
KINDS = ("weekday", "rest_day", "public_holiday")
NONE = Decimal(0)


def overtime_pay(given: Given, working: Working) -> Explanation:
    """What the hours are worth; kinds of hours not said count as none."""
    said = [kind for kind in KINDS if f"{kind}_hours" in given]
    if not said:
        return working.unknown(*(f"{kind}_hours" for kind in KINDS))
    if len(said) < len(KINDS):
        working.assume("other_hours_none")
    wage = given.number("monthly_wage")
    month = (
        working.value("monthly_paid_days", working.today).number
        * working.value("daily_hours", working.today).number
    )
    working.step(
        "hourly_wage", wage / month, wage=working.yuan(wage), hour=working.yuan(wage / month)
    )
    weighted = NONE
    for kind in said:
        hours = given.number(f"{kind}_hours")
        multiple = working.value(f"overtime_{kind}", working.today).number
        weighted += hours * multiple
        if hours:
            sum_ = wage * hours * multiple / month
            working.step(f"overtime_{kind}", sum_, hours=hours, sum=working.yuan(sum_))
    _assumptions(given, working, wage)
    return working.amount(wage * weighted / month)


def _assumptions(given: Given, working: Working, wage: Decimal) -> None:
    working.assume("overtime_base")
    working.assume("overtime_other_hours")
    note_local_rule(working, "overtime_base_local")
    if given.number_or("rest_day_hours", NONE):
        working.assume("no_day_off_instead")
    wages, _ = working.basis.minimum_wages.possible(working.places, working.today)
    if wages and wage < wages[0].monthly:
        working.assume("overtime_base_below_minimum", wage=wages[0].monthly)
