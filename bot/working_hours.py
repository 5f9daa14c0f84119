"""When an organization can be expected to answer: working hours, without holidays."""

from datetime import date, datetime, time, timedelta, timezone

from knowledge.law.holidays import Holidays

CHINA = timezone(timedelta(hours=8))
OPENS = time(9, 0)
CLOSES = time(17, 0)


def after_working_hours(start: datetime, hours: int, holidays: Holidays) -> datetime:
    """The moment at which so many working hours have passed since `start` (both aware).

    A day counts from 9 to 17 in China. Where a year's holidays are not published yet, its
    weekdays count as working days.
    """
    left = timedelta(hours=hours)
    at = _next_opening(start.astimezone(CHINA), holidays)
    while True:
        closing = datetime.combine(at.date(), CLOSES, CHINA)
        if at + left <= closing:
            return (at + left).astimezone(start.tzinfo)
        left -= closing - at
        at = _next_opening(closing, holidays)


def _next_opening(at: datetime, holidays: Holidays) -> datetime:
    day = at.date()
    if _works(day, holidays):
        if at.time() < OPENS:
            return datetime.combine(day, OPENS, CHINA)
        if at.time() < CLOSES:
            return at
    day += timedelta(days=1)
    while not _works(day, holidays):
        day += timedelta(days=1)
    return datetime.combine(day, OPENS, CHINA)


def _works(day: date, holidays: Holidays) -> bool:
    known = holidays.is_working_day(day)
    return day.weekday() < 5 if known is None else known
