"""Length of service (工作年限): whole years and months between two days, both of them worked.

A period that begins on day d of a month is n months long on the day before day d of the n-th
month after, or on that month's last day where it has no day d (民法典 202, 203).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Service:
    """Whole `years`, the whole `months` beyond them, and whether `days` remain beyond those."""

    years: int
    months: int
    days: int


def month_begins(start: date, months: int) -> date:
    """The first day after `months` whole months from `start` on; the day after `start`'s own
    number where the month lacks it: 31 January plus one month is 1 March."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    length = monthrange(year, month + 1)[1]
    if start.day <= length:
        return date(year, month + 1, start.day)
    return date(year, month + 1, length) + timedelta(days=1)


def service(first: date, last: date) -> Service:
    """From the first to the last day worked, both counted; nothing when `last` is earlier."""
    after = last + timedelta(days=1)
    if after <= first:
        return Service(0, 0, 0)
    months = (after.year - first.year) * 12 + after.month - first.month
    while month_begins(first, months) > after:
        months -= 1
    return Service(months // 12, months % 12, (after - month_begins(first, months)).days)
