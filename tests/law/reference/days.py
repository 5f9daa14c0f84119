"""Periods walked one day at a time (民法典 201, 202), and the working days of 2025 and 2026."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tests.law.reference.unclear import Unclear

ONE = timedelta(days=1)

DAYS_OFF = (
    ("2025-01-01", "2025-01-01"), ("2025-01-28", "2025-02-04"), ("2025-04-04", "2025-04-06"),
    ("2025-05-01", "2025-05-05"), ("2025-05-31", "2025-06-02"), ("2025-10-01", "2025-10-08"),
    ("2026-01-01", "2026-01-03"), ("2026-02-15", "2026-02-23"), ("2026-04-04", "2026-04-06"),
    ("2026-05-01", "2026-05-05"), ("2026-06-19", "2026-06-21"), ("2026-09-25", "2026-09-27"),
    ("2026-10-01", "2026-10-07"),
)  # fmt: skip
"""First and last day of every published holiday, bridge days included."""

WORKED_WEEKENDS = (
    "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11",
    "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
)  # fmt: skip


def day(value: Any) -> date:
    """A whole date; one known to the month or the year counts from its first day (reading 7)."""
    if isinstance(value, date):
        return value
    parts = [int(part) for part in str(value).split("-")]
    return date(*[*parts, 1, 1][:3])


def optional_day(value: Any) -> date | None:
    """The same, or nothing where nothing is known."""
    return None if value is None else day(value)


def each_day(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last, both included."""
    while first <= last:
        yield first
        first += ONE


def same_day_later(start: date, months: int) -> date:
    """The day of the same number `months` later, else the last day of that month (民法典 202)."""
    wanted = start.year * 12 + start.month + months
    walked = start
    while walked.year * 12 + walked.month < wanted:
        walked += ONE
    while walked.day < start.day and (walked + ONE).month == walked.month:
        walked += ONE
    return walked


def years_later(start: date, years: int) -> date:
    """The last day of a period of years; the day of the event is not counted (民法典 201)."""
    return same_day_later(start, 12 * years)


def days_later(start: date, days: int) -> date:
    """The last day of a period of days, counting from the next day; rest days never extend it."""
    for _ in range(days):
        start += ONE
    return start


def is_worked(one: date) -> bool:
    """Whether offices and shops keep a working day (国务院办公厅 2025, 2026)."""
    if one.year not in (2025, 2026):
        raise Unclear(f"the calendar of {one.year} is not ours")
    if one.isoformat() in WORKED_WEEKENDS:
        return True
    off = any(first <= one.isoformat() <= last for first, last in DAYS_OFF)
    return one.weekday() < 5 and not off


def worked_days(first: date, last: date) -> int:
    """How many working days lie between two days, both included."""
    return sum(1 for one in each_day(first, last) if is_worked(one))


def last_of_month(one: date) -> date:
    """The last day of the calendar month."""
    while (one + ONE).month == one.month:
        one += ONE
    return one
