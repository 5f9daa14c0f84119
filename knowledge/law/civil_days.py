"""Counting days and years as the Civil Code does (民法典 201, 202, 203).

The day of the event is not counted. A period in years ends on the same day of the month,
or on that month's last day where there is no such day. Rest days extend a period by
the law (203); what is shown as safe they never extend (reading 3 of the project).
"""

from calendar import monthrange
from datetime import date, timedelta

from knowledge.citation import Citation

FROM_THE_NEXT_DAY = Citation("civil_code_excerpts", 201, 1)
SAME_DAY_OR_LAST = Citation("civil_code_excerpts", 202)
AFTER_REST_DAYS = Citation("civil_code_excerpts", 203, 1)
CITED = (FROM_THE_NEXT_DAY, SAME_DAY_OR_LAST, AFTER_REST_DAYS)


def days_after(day: date, days: int) -> date:
    """The last day of a period of `days`, counted from the day after `day`; capped at year 9999."""
    return day + timedelta(days=min(days, (date.max - day).days))


def months_after(day: date, months: int) -> date:
    """The same day of the month `months` later, else that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_after(day: date, years: int) -> date:
    """The last day of a period of `years`: 2026-03-31 -> 2027-03-31, 2028-02-29 -> 2029-02-28."""
    year = min(day.year + years, date.max.year)
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
