"""Every rule of the batch verb `calculate` by its name: its function, articles, facts, unit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from knowledge.citation import Citation
from knowledge.law.calculations import (
    annual_leave_pay,
    double_wages,
    economic_compensation,
    medical_treatment_period,
    minimum_wage,
    non_competition_compensation,
    notice_pay,
    overtime_pay,
    probation_compensation,
    retirement_month,
    statutory_holidays,
    training_bond,
    unemployment_months,
    wage_floors,
    work_injury_sums,
)
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given
from knowledge.law.money import in_fen, plain
from knowledge.law.working import Working

Work = Callable[[Given, Working], Explanation]


@dataclass(frozen=True, slots=True)
class Rule:
    """One calculation: its function, the articles it always rests on, the facts it needs, those
    it may use besides, and what its amount counts."""

    work: Work
    cited: tuple[Citation, ...]
    needs: tuple[str, ...]
    uses: tuple[str, ...] = ()
    unit: Literal["yuan", "months", "days"] = "yuan"


_SERVICE = ("employed_from", "employed_to", "average_monthly_wage")
_LOCAL = ("local_average_monthly_wage", "local_minimum_wage")
_HOURS = ("weekday_hours", "rest_day_hours", "public_holiday_hours")

RULES: Mapping[str, Rule] = {
    "economic_compensation": Rule(
        economic_compensation.economic_compensation, economic_compensation.CITED, _SERVICE, _LOCAL
    ),
    "unlawful_dismissal_compensation": Rule(
        economic_compensation.unlawful_dismissal_compensation,
        (economic_compensation.UNLAWFUL, *economic_compensation.CITED),
        _SERVICE,
        _LOCAL,
    ),
    "payment_in_lieu_of_notice": Rule(
        notice_pay.payment_in_lieu_of_notice, notice_pay.CITED, ("last_month_wage",)
    ),
    "double_wages": Rule(
        double_wages.double_wages,
        double_wages.CITED,
        ("employed_from", "monthly_wage"),
        ("contract_signed_on", "employed_to", "applied_on"),
    ),
    "overtime_pay": Rule(overtime_pay.overtime_pay, overtime_pay.CITED, ("monthly_wage",), _HOURS),
    "annual_leave_pay": Rule(
        annual_leave_pay.annual_leave_pay,
        annual_leave_pay.CITED,
        ("average_monthly_wage", "total_service_years", "days_taken", "year"),
        ("employed_from", "employed_to"),
    ),
    "medical_treatment_period": Rule(
        medical_treatment_period.medical_treatment_period,
        medical_treatment_period.CITED,
        ("total_service_years", "employer_service_years"),
        unit="months",
    ),
    "probation_compensation": Rule(
        probation_compensation.probation_compensation,
        probation_compensation.CITED,
        ("contract_months", "served_probation_months", "regular_monthly_wage"),
        ("agreed_probation_months",),
    ),
    "training_bond": Rule(
        training_bond.training_bond,
        training_bond.CITED,
        ("training_cost", "bond_months", "served_months"),
    ),
    "non_competition_compensation": Rule(
        non_competition_compensation.non_competition_compensation,
        non_competition_compensation.CITED,
        ("average_monthly_wage", "months"),
        ("local_minimum_wage",),
    ),
    "disability_lump_sum": Rule(
        work_injury_sums.disability_lump_sum,
        work_injury_sums.CITED_DISABILITY,
        ("grade", "insured_monthly_wage"),
    ),
    "death_lump_sum": Rule(
        work_injury_sums.death_lump_sum, work_injury_sums.CITED_DEATH, ("accident_year",)
    ),
    "retirement_month": Rule(
        retirement_month.retirement_month,
        retirement_month.CITED,
        ("birth_month",),
        ("sex", "track"),
        unit="months",
    ),
    "unemployment_months": Rule(
        unemployment_months.unemployment_months,
        unemployment_months.CITED,
        ("contribution_years",),
        unit="months",
    ),
    "final_award": Rule(
        wage_floors.final_award, wage_floors.CITED_FINAL, (), ("local_minimum_wage",)
    ),
    "sick_pay_floor": Rule(
        wage_floors.sick_pay_floor, wage_floors.CITED_SICK, (), ("local_minimum_wage",)
    ),
    "wage_deduction_limit": Rule(
        wage_floors.wage_deduction_limit,
        wage_floors.CITED_DEDUCTION,
        ("monthly_wage",),
        ("local_minimum_wage",),
    ),
    "minimum_wage": Rule(minimum_wage.minimum_wage, minimum_wage.CITED, ()),
    "holidays": Rule(statutory_holidays.holidays, statutory_holidays.CITED, ("year",), unit="days"),
}
"""The closed table of rules, in the order of the batch interface."""

CITED = frozenset(citation for rule in RULES.values() for citation in rule.cited) | {
    economic_compensation.COMPENSATION_DUE,
    economic_compensation.SERVICE_BEFORE_2008,
    economic_compensation.FROM_THE_FIRST_DAY,
    economic_compensation.SERVICE_JOINED,
    economic_compensation.BACK_TO_WORK,
    double_wages.PART_MONTHS,
    double_wages.LIMITATION,
    double_wages.INTERRUPTION,
    *double_wages.EXCEPTIONS,
    double_wages.WORK_BEFORE_2008,
    double_wages.SIGNED_BEFORE_WORK,
    annual_leave_pay.NEW_IN_THE_YEAR,
    annual_leave_pay.NO_LEAVE,
    annual_leave_pay.LEFT_IN_THE_YEAR,
    training_bond.NO_PENALTY,
    unemployment_months.NEAR_RETIREMENT,
    retirement_month.SPECIAL_WORK,
    *wage_floors.AFTER_THE_AWARD,
    work_injury_sums.UNINSURED,
    *(Citation(work_injury_sums.REGULATIONS, article) for _, article in work_injury_sums.BY_GRADE),
}
"""All articles the rules rest on; the content check proves that each is held and in force."""


def in_unit(name: str, amount: Decimal | None) -> str | None:
    """An amount of that rule as text: yuan to the fen, months and days as plain numbers."""
    if amount is None:
        return None
    return in_fen(amount) if RULES[name].unit == "yuan" else plain(amount)
