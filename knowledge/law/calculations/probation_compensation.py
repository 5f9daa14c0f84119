"""Compensation for unlawful probation (违法试用期赔偿金): 劳动合同法 art. 19, 83."""

from decimal import Decimal

from knowledge.citation import Citation
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given
from knowledge.law.money import plain
from knowledge.law.working import Working

CITED = (
    Citation("labour_contract_law", 19),
    Citation("labour_contract_law", 83),
    Citation("labour_contract_law", 70),
)


def probation_compensation(given: Given, working: Working) -> Explanation:
    """The regular wage for the months of probation served above the lawful term; for all of them
    where the contract may be one of probation alone."""
    contract, served = given.number("contract_months"), given.number("served_probation_months")
    lawful = working.value("probation_limit", working.today).at(contract)
    over = max(served - lawful, Decimal(0))
    wage = given.number("regular_monthly_wage")
    working.step("probation_limit", plain(lawful), contract=contract, lawful=lawful)
    working.step("probation_over", plain(over), served=served, lawful=lawful, over=over)
    working.step(
        "wage_times_months", wage * over, wage=working.yuan(wage), months=over,
        sum=working.yuan(wage * over),
    )  # fmt: skip
    working.assume("probation_once")
    if "agreed_probation_months" in given and given.number("agreed_probation_months") >= contract:
        return _perhaps_only_probation(working, wage * over, wage * served)
    return working.amount(wage * over)


def _perhaps_only_probation(working: Working, over: Decimal, whole: Decimal) -> Explanation:
    """A contract that names nothing but probation has none: then every month served counts."""
    working.step("probation_whole", whole, sum=working.yuan(whole))
    working.assume("only_probation")
    return working.between(over, whole)
