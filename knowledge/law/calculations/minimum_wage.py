"""The minimum wage of a place (最低工资标准): 最低工资规定 art. 3, 12; 劳动法 art. 48.

Where the tier can't be told, low and high; where a value is not known, it is missing.
"""

from knowledge.citation import Citation
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given
from knowledge.law.minimum_wages import MinimumWage
from knowledge.law.money import in_fen
from knowledge.law.working import Working

COUNTY = "county"
CITED = (
    Citation("minimum_wage_provisions", 3),
    Citation("minimum_wage_provisions", 12),
    Citation("labour_law", 48),
)


def minimum_wage(given: Given, working: Working) -> Explanation:
    """The monthly standard in force today; the hourly one of part-time work is a step."""
    if not working.places:
        return working.unknown("region")
    place = working.places[0].name
    wages, all_known = working.basis.minimum_wages.possible(working.places, working.today)
    if not wages:
        working.assume("standard_not_known", place=place)
        return working.unknown("local_minimum_wage")
    for wage in {wage.monthly: wage for wage in wages}.values():
        _step(working, place, wage)
    working.assume("standard_excludes")
    if all_known and len(wages) > 1:
        here = working.places[0].level == COUNTY
        working.assume("tier_of_county_not_known" if here else "tier_not_known", place=place)
    if not all_known:
        working.assume("standard_not_complete", place=place)
        working.miss("local_minimum_wage")
    low = wages[0].monthly if all_known else None
    return working.between(low, wages[-1].monthly)


def _step(working: Working, place: str, wage: MinimumWage) -> None:
    key = "standard" if wage.hourly is None else "standard_with_hours"
    working.step(
        key,
        in_fen(wage.monthly),
        place=place,
        tier=wage.tier,
        monthly=wage.monthly,
        hourly=wage.hourly or 0,
        since=wage.in_force_from or wage.source_date,
        source=wage.source_date,
    )
