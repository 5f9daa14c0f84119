"""Applying for arbitration: one year (调解仲裁法 27; 劳动人事争议仲裁办案规则 26).

From the day the worker was told of the breach or could not but notice it; where the notice and
the last day at work differ, from the earlier. Wages owed have no limit while the employment
lasts ("不受本条第一款规定的仲裁时效期间的限制") and one year from its end, whatever month they
belong to. Double wages: one year from the day a month after work began, the strict reading; work
that began before the Labour Contract Law counts from its first day (劳动合同法 97.2).
"""

from datetime import date

from knowledge.citation import Citation
from knowledge.law.civil_days import months_after, years_after
from knowledge.law.limits.known_dates import KnownDates
from knowledge.law.limits.limit import Limit

ARBITRATION = Citation("labour_dispute_mediation_arbitration_law", 27, 1)
WAGES = Citation("labour_dispute_mediation_arbitration_law", 27, 4)
CITED = (ARBITRATION, WAGES)

YEARS = 1
LAW_IN_FORCE = date(2008, 1, 1)
"""First day of the Labour Contract Law (劳动合同法 98)."""


def ordinary(start: date | None) -> list[Limit]:
    """One year from `start`; nothing where that day is not known."""
    if start is None:
        return []
    return [Limit("arbitration_limitation", years_after(start, YEARS), ARBITRATION)]


def wages(dates: KnownDates) -> list[Limit]:
    """No limit while employed; one year from the end; from the event where the end is not known."""
    if dates.ended is None and dates.still_employed:
        return [Limit("wage_arbitration_limitation", None, WAGES)]
    start = dates.ended or dates.event_date
    if start is None:
        return []
    return [Limit("wage_arbitration_limitation", years_after(start, YEARS), WAGES)]


def double_wages(dates: KnownDates) -> list[Limit]:
    """One year from a month after work began, or after the law did (劳动合同法 82, 97.2)."""
    if dates.employed_from is None:
        return ordinary(dates.breach)
    return ordinary(months_after(max(dates.employed_from, LAW_IN_FORCE), 1))
