"""Pay for keeping a non-competition agreement (竞业限制补偿) that names none.

司法解释（一） art. 36: 30 % of the average wage of the last twelve months, not below the minimum
wage where the contract was performed; 劳动合同法 art. 24: at most two years.
"""

from decimal import Decimal

from knowledge.citation import Citation
from knowledge.law.calculations.local_standards import KEY, standard
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given
from knowledge.law.working import Working

CITED = (Citation("spc_labour_interp_1", 36), Citation("labour_contract_law", 23))


def non_competition_compensation(given: Given, working: Working) -> Explanation:
    """The compensation for the months the agreement was kept."""
    wage, months = given.number("average_monthly_wage"), given.number("months")
    share = wage * working.value("non_competition_share", working.today).number
    working.step("non_competition_share", share, wage=working.yuan(wage), share=working.yuan(share))
    longest = working.value("non_competition_longest", working.today).number
    if months > longest:
        working.assume("non_competition_longest", longest=longest)
        months = longest
    working.assume("non_competition_nothing_agreed")
    floor = standard(given, working, working.today)
    low, high = max(share, floor.low or share), max(share, floor.high or share)
    if low > share:
        known = "base_is_minimum_wage" if low == high else "base_at_least"
        working.step(known, low, wage=working.yuan(share), base=low)
    _sum(working, low, months)
    if low == high:
        return working.amount(low * months)
    working.miss(KEY)
    working.assume("minimum_wage_unknown", high=high)
    return working.between(low * months, high * months)


def _sum(working: Working, monthly: Decimal, months: Decimal) -> None:
    working.step(
        "wage_times_months", monthly * months, wage=working.yuan(monthly), months=months,
        sum=working.yuan(monthly * months),
    )  # fmt: skip
