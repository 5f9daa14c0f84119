"""Penalty of a training bond (服务期违约金): at most the cost of the time not served.

劳动合同法 art. 22, 实施条例 art. 16, 26.
"""

from decimal import Decimal

from knowledge.citation import Citation
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given
from knowledge.law.working import Working

CITED = (Citation("labour_contract_law", 22), Citation("labour_contract_law_regulations", 16))
NO_PENALTY = Citation("labour_contract_law_regulations", 26)


def training_bond(given: Given, working: Working) -> Explanation:
    """The most the employer may ask for."""
    cost, bond = given.number("training_cost"), given.number("bond_months")
    left = max(bond - given.number("served_months"), Decimal(0))
    most = cost * left / bond
    working.step("bond_left", f"{left:f}", bond=bond, left=left)
    working.step(
        "bond_sum", most, cost=working.yuan(cost), left=left, bond=bond, sum=working.yuan(most)
    )
    working.cite(NO_PENALTY)
    working.assume("bond_is_a_limit")
    return working.amount(most)
