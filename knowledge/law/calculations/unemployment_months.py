"""How long unemployment benefit lasts (失业保险金期限): 社会保险法 art. 45, 46.

The national numbers are upper limits; a place's own numbers are used where they are known.
"""

from decimal import Decimal

from knowledge.citation import Citation
from knowledge.law.calculations.local_notes import note_benefit
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given
from knowledge.law.money import plain
from knowledge.law.parameters import NoValueInForce
from knowledge.law.working import Working

CITED = (Citation("social_insurance_law", 45), Citation("social_insurance_law", 46))


def unemployment_months(given: Given, working: Working) -> Explanation:
    """Months by the years contributed."""
    years = given.number("contribution_years")
    most = working.value("unemployment_months", working.today).at(years)
    local = _local(working, years)
    months = most if local is None else min(local, most)
    key = "benefit_none" if not months else "benefit_limit" if local is None else "benefit_local"
    working.step(key, plain(months), years=years, months=months, most=most)
    if months:
        working.assume("benefit_conditions")
        if local is None:
            working.assume("benefit_local_differs")
        note_benefit(working)
    return working.amount(months)


def _local(working: Working, years: Decimal) -> Decimal | None:
    """The place's own number; None where it is not known for today."""
    for place in working.places:
        name = f"unemployment_months_{place.adcode}"
        if working.basis.parameters.knows(name):
            try:
                return working.value(name, working.today).at(years)
            except NoValueInForce:
                return None
    return None
