"""Compensation for unlawful probation (违法试用期赔偿金): 劳动合同法 art. 19, 83."""

from decimal import Decimal

from knowledge.citation import Citation
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given
from knowledge.law.money import plain
from knowledge.law.working import Working

CITED = (Citation("labour_contract_law", 19), Citation("labour_contract_law", 83))


def probation_compensation(given: Given, working: Working) -> Explanation:
    """The regular wage for the months of probation served above the lawful term."""
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
    if "agreed_probation_months" in given and given.number("agreed_probation_months") >= contract:
        working.assume("only_probation")
    return working.amount(wage * over)
