"""The statutory holidays of a year (法定休假日): 放假办法 art. 2; the exchange days as published."""

from decimal import Decimal

from knowledge.citation import Citation
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given
from knowledge.law.working import Working

CITED = (Citation("public_holidays_measures", 2), Citation("labour_law", 44))
UNPUBLISHED: dict[str, object] = {"dates": None, "working_rest_days": None}


def holidays(given: Given, working: Working) -> Explanation:
    """How many days pay 300 %, and which; missing until the year is published."""
    year = int(given.number("year"))
    calendar = working.basis.holidays
    days, exchanged = calendar.statutory_days(year), calendar.working_rest_days(year)
    if days is None or exchanged is None:
        working.assume("year_not_published", year=year)
        return working.unknown("year", **UNPUBLISHED)
    listed = ", ".join(f"{day.month}-{day.day}" for day in days)
    working.step("holiday_days", str(len(days)), year=year, count=len(days), days=listed)
    listed = ", ".join(f"{day.month}-{day.day}" for day in sorted(exchanged))
    working.step("exchanged_days", str(len(exchanged)), count=len(exchanged), days=listed)
    return working.amount(
        Decimal(len(days)),
        dates=[day.isoformat() for day in days],
        working_rest_days=[day.isoformat() for day in sorted(exchanged)],
    )
