"""The rules by the names of the batch verb `calculate`."""

from collections.abc import Callable, Mapping
from datetime import date

from tests.law.reference import contracts, insurance, leaving, pay, published
from tests.law.reference.amounts import Given, Result

Rule = Callable[[Given, date], Result]

RULES: Mapping[str, Rule] = {
    "economic_compensation": leaving.economic_compensation,
    "unlawful_dismissal_compensation": leaving.unlawful_dismissal_compensation,
    "payment_in_lieu_of_notice": leaving.payment_in_lieu_of_notice,
    "annual_leave_pay": leaving.annual_leave_pay,
    "non_competition_compensation": leaving.non_competition_compensation,
    "training_bond": leaving.training_bond,
    "double_wages": contracts.double_wages,
    "probation_compensation": contracts.probation_compensation,
    "overtime_pay": pay.overtime_pay,
    "sick_pay_floor": pay.sick_pay_floor,
    "wage_deduction_limit": pay.wage_deduction_limit,
    "final_award": pay.final_award,
    "disability_lump_sum": insurance.disability_lump_sum,
    "death_lump_sum": insurance.death_lump_sum,
    "medical_treatment_period": insurance.medical_treatment_period,
    "unemployment_months": insurance.unemployment_months,
    "retirement_month": insurance.retirement_month,
    "minimum_wage": published.minimum_wage,
    "holidays": published.holidays,
}


def calculated(rule: str, given: Given, today: date, region: str | None = None) -> Result:
    """What the rule gives; raises Unclear where the articles and readings do not say."""
    if rule == "unemployment_months":
        return insurance.unemployment_months(given, today, region)
    return RULES[rule](given, today)
