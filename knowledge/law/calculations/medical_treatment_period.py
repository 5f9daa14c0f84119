"""Medical treatment period (医疗期): 劳部发〔1994〕479号 art. 3, 4. An exact year counts as 以上."""

from decimal import Decimal

from knowledge.citation import Citation
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given, GivenFault
from knowledge.law.money import plain
from knowledge.law.working import Working

CITED = (Citation("medical_treatment_period", 3), Citation("medical_treatment_period", 4))
SENIOR = Decimal(10)


def medical_treatment_period(given: Given, working: Working) -> Explanation:
    """Months during which illness is no ground for dismissal; bounds where a city differs."""
    total, here = given.number("total_service_years"), given.number("employer_service_years")
    if here > total:
        raise GivenFault("more_than_all_service", "employer_service_years", plain(here))
    name = "medical_period_senior" if total >= SENIOR else "medical_period_junior"
    months = working.value(name, working.today).at(here)
    within = working.value("medical_period_window", working.today).at(months)
    working.step("medical_period", plain(months), total=total, here=here, months=months)
    working.step("medical_period_window", plain(within), within=within, months=months)
    local = _local(working, here)
    if local is None or local == months:
        return working.amount(months)
    return working.between(min(months, local), max(months, local))


def _local(working: Working, here: Decimal) -> Decimal | None:
    """The place's own months, which we hold at second hand only."""
    for place in working.places:
        name = f"medical_period_{place.adcode}"
        if working.basis.parameters.knows(name):
            value = working.value(name, working.today)
            months = value.at(here)
            working.step(
                "medical_period_local",
                plain(months),
                place=place.name,
                months=months,
                checked=value.checked_on,
            )
            return months
    return None
