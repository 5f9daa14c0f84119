"""A date as precisely as it was said: a day, a month or only a year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """`day` needs `month`; the text form is ISO: "2026", "2026-08" or "2026-08-15"."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day without its month")
        date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        parts = (
            f"{self.year:04d}",
            self.month and f"{self.month:02d}",
            self.day and f"{self.day:02d}",
        )
        return "-".join(part for part in parts if part)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """The date of an ISO text; ValueError for anything else."""
        match = _ISO.match(text)
        if not match:
            raise ValueError("not a year, a month or a day in ISO form")
        year, month, day = (part and int(part) for part in match.groups())
        return cls(int(year or 0), month or None, day or None)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """The full date of a calendar day."""
        return cls(day.year, day.month, day.day)

    @property
    def first_day(self) -> date:
        """The earliest day it may mean: the strict side for limits that run from it."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


def partial_date(year: int, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """The date, or None where the calendar has no such day or the year is out of all reason."""
    if not 1950 <= year <= 2100:
        return None
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None
