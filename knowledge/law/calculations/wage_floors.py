"""Sums that follow from the local minimum wage: the threshold of a final award (终局裁决), the
floor of sick pay (病假工资), the most that may be withheld (扣工资).

调解仲裁法 art. 47, 办案规则 art. 50; 医疗期规定 art. 5; 工资支付暂行规定 art. 16.
"""

from decimal import Decimal

from knowledge.citation import Citation
from knowledge.law.calculations.local_notes import note_local_rule
from knowledge.law.calculations.local_standards import KEY, known_standard, standard
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given
from knowledge.law.working import Working

CITED_FINAL = (
    Citation("labour_dispute_mediation_arbitration_law", 47),
    Citation("arbitration_case_rules", 50),
)
AFTER_THE_AWARD = (
    Citation("labour_dispute_mediation_arbitration_law", 48),
    Citation("labour_dispute_mediation_arbitration_law", 49),
)
CITED_SICK = (Citation("medical_treatment_period", 5),)
CITED_DEDUCTION = (Citation("wage_payment_provisions", 16),)
NONE = Decimal(0)


def final_award(given: Given, working: Working) -> Explanation:
    """The sum up to which the award on one claim is final for the employer."""
    wage = known_standard(given, working, working.today)
    if wage is None:
        return working.unknown()
    months = working.value("final_award_months", working.today).number
    working.step(
        "final_award", wage * months, wage=working.yuan(wage), months=months,
        sum=working.yuan(wage * months),
    )  # fmt: skip
    working.cite(*AFTER_THE_AWARD)
    working.assume("final_award_each_claim")
    working.assume("final_award_meaning")
    return working.amount(wage * months)


def sick_pay_floor(given: Given, working: Working) -> Explanation:
    """The least a month of sick leave pays; places may set more."""
    wage = known_standard(given, working, working.today)
    if wage is None:
        return working.unknown()
    floor = wage * working.value("sick_pay_share", working.today).number
    working.step("sick_pay_floor", floor, wage=working.yuan(wage), sum=working.yuan(floor))
    working.assume("sick_pay_source")
    note_local_rule(working, "sick_pay_local")
    return working.amount(floor)


def wage_deduction_limit(given: Given, working: Working) -> Explanation:
    """The most that may be withheld this month for a loss the worker caused."""
    wage = given.number("monthly_wage")
    share = wage * working.value("wage_deduction_share", working.today).number
    working.step("deduction_share", share, wage=working.yuan(wage), sum=working.yuan(share))
    working.assume("deduction_conditions")
    floor = standard(given, working, working.today)
    high = max(min(share, wage - (floor.low or NONE)), NONE)
    low = None if floor.high is None else max(min(share, wage - floor.high), NONE)
    if low is None or low < high:
        working.miss(KEY)
        return working.between(low, high)
    if low < share and floor.exact is not None:
        working.step("deduction_floor", low, floor=working.yuan(floor.exact), sum=working.yuan(low))
    elif low < share:
        working.step("deduction_none", low)
    return working.amount(low)
