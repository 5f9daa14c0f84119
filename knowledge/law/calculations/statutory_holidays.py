"""The statutory holidays of a year (法定休假日): 放假办法 art. 2; the exchange days as published."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from knowledge.citation import Citation
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given
from knowledge.law.working import Working

CITED = (Citation("labour_law", 44),)
NEW_DAYS_FROM = 2025
"""The first year of the thirteen days (全国年节及纪念日放假办法 as of 2025-01-01)."""
UNPUBLISHED: dict[str, object] = {"dates": None, "working_rest_days": None}


def holidays(given: Given, working: Working) -> Explanation:
    """How many days pay 300 %, and which; missing until the year is published."""
    year = int(given.number("year"))
    calendar = working.basis.holidays
    days, exchanged = calendar.statutory_days(year), calendar.working_rest_days(year)
    if days is None or exchanged is None:
        past = year < working.today.year
        working.assume("year_not_held" if past else "year_not_published", year=year)
        return working.unknown("year", **UNPUBLISHED)
    working.cite(*calendar.citations(year))
    if year < NEW_DAYS_FROM:
        working.assume("holidays_before_2025", year=year, count=len(days))
    count = len(days)
    working.step("holiday_days", str(count), year=year, count=count, days=_listed(working, days))
    count = len(exchanged)
    working.step("exchanged_days", str(count), count=count, days=_listed(working, exchanged))
    return working.amount(
        Decimal(len(days)),
        dates=[day.isoformat() for day in days],
        working_rest_days=[day.isoformat() for day in sorted(exchanged)],
    )


def _listed(working: Working, days: Iterable[date]) -> str:
    """The days by month: 1月1日；2月16、17、18、19日."""
    lines = working.basis.words.lines
    months: dict[int, list[str]] = {}
    for day in sorted(days):
        months.setdefault(day.month, []).append(str(day.day))
    return lines["between_months"].join(
        lines["days_of_month"].format(month=month, days=lines["between_items"].join(numbers))
        for month, numbers in months.items()
    )
