"""Payment in lieu of notice (代通知金): 劳动合同法 art. 40, 实施条例 art. 20."""

from knowledge.citation import Citation
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given
from knowledge.law.working import Working

CITED = (Citation("labour_contract_law", 40), Citation("labour_contract_law_regulations", 20))


def payment_in_lieu_of_notice(given: Given, working: Working) -> Explanation:
    """The wage of the last month, not the average of twelve."""
    wage = given.number("last_month_wage")
    working.assume("notice_only_article_40")
    working.step("last_month_wage", wage, wage=working.yuan(wage))
    return working.amount(wage)
