"""Steps through the calendar from today: so many months, the last Wednesday, the 25th."""

from datetime import date, timedelta
from decimal import Decimal

from intents.extraction.durations import Duration
from knowledge.law.partial_date import PartialDate, partial_date

_HALF, _HALF_IN_DAYS = Decimal("0.5"), 15
_LAST_DAYS = 28
"""From this day of a month on, its own end is meant by the end of the month."""


def month_of_week(day: date) -> PartialDate | None:
    """The month of the day's week, where all of it lies in one."""
    monday = day - timedelta(days=day.weekday())
    same = monday.month == (monday + timedelta(days=6)).month
    return partial_date(day.year, day.month) if same else None


def month_of_days(today: date, most: int) -> PartialDate | None:
    """The month of a day at most so many days ago, where they all lie in one."""
    first = today - timedelta(days=most)
    same = (first.year, first.month) == (today.year, today.month)
    return partial_date(today.year, today.month) if same else None


def last_day_numbered(day: int, today: date) -> PartialDate | None:
    """The last day of that number up to today."""
    for step in (0, -1, -2):
        year, month = shifted(today, step)
        value = partial_date(year, month, day)
        if value and value.first_day <= today:
            return value
    return None


def shifted(today: date, months: int) -> tuple[int, int]:
    """Year and month so many months away."""
    count = today.year * 12 + today.month - 1 + months
    return count // 12, count % 12 + 1


def ago(length: Duration, today: date) -> PartialDate | None:
    """Days give the day, months the month, years the year; what was said roughly gives nothing finer."""
    if length.days is not None:
        day = today - timedelta(days=length.days)
        return partial_date(day.year, day.month) if length.rough else PartialDate.of(day)
    months = length.months or Decimal(0)
    if months == _HALF:  # 半个月前
        day = today - timedelta(days=_HALF_IN_DAYS)
        return partial_date(day.year, day.month)
    if length.rough or months != int(months):
        return None
    year, month = shifted(today, -int(months))
    return partial_date(year) if months % 12 == 0 else partial_date(year, month)


def last_weekday(weekday: int, today: date) -> PartialDate | None:
    """The last such day of the week, Monday being 0; today's own may be this one or the last."""
    back = (today.weekday() - weekday) % 7
    return PartialDate.of(today - timedelta(days=back)) if back else None


def last_month_end(today: date) -> PartialDate | None:
    """The month whose end is over, or all but over."""
    year, month = shifted(today, 0 if today.day >= _LAST_DAYS else -1)
    return partial_date(year, month)
