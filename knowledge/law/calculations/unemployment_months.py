"""How long unemployment benefit lasts (失业保险金期限): 社会保险法 art. 45, 46.

The national numbers are upper limits; a place's own numbers are used where they are known.
"""

from dataclasses import dataclass

from knowledge.citation import Citation
from knowledge.law.calculations.local_notes import note_benefit
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given
from knowledge.law.money import plain
from knowledge.law.parameters import NoValueInForce, Value
from knowledge.law.working import Working

NEAR_RETIREMENT = Citation("delayed_retirement_decision", 7)
CITED = (Citation("social_insurance_law", 45), Citation("social_insurance_law", 46))


def unemployment_months(given: Given, working: Working) -> Explanation:
    """Months by the years contributed."""
    years = given.number("contribution_years")
    most = working.value("unemployment_months", working.today).at(years)
    local = _local(working)
    months = most if local is None else min(local.value.at(years), most)
    if not months:
        working.step("benefit_none", plain(months), years=years)
        return working.amount(months)
    if local is None:
        working.step("benefit_limit", plain(months), years=years, months=months)
        working.assume("benefit_local_differs")
    else:
        working.step(
            "benefit_local",
            plain(months),
            years=years,
            place=local.place,
            months=months,
            most=most,
            since=local.value.in_force_from,
            checked=local.value.checked_on,
        )
    working.assume("benefit_conditions")
    working.cite(NEAR_RETIREMENT)
    working.assume("benefit_again")
    note_benefit(working)
    return working.amount(months)


@dataclass(frozen=True, slots=True)
class _Local:
    """A place's own months."""

    place: str
    value: Value


def _local(working: Working) -> _Local | None:
    """The place's own numbers; None where they are not known for today."""
    for place in working.places:
        name = f"unemployment_months_{place.adcode}"
        if working.basis.parameters.knows(name):
            try:
                return _Local(place.name, working.value(name, working.today))
            except NoValueInForce:
                return None
    return None
