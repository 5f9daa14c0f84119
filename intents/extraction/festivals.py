"""Days named by a festival or by the old calendar: 中秋, 大年初八, 腊月二十, 国庆前一天.

Festivals that move have their days listed year by year; where a year is not listed, nothing is
read. Before and after a festival (国庆后) only as much is read as is sure: the month, the year,
or nothing.
"""

from collections.abc import Callable
from datetime import date, timedelta

from intents.extraction.date_words import FestivalWords
from intents.extraction.patterns import either
from knowledge.law.partial_date import PartialDate, partial_date

_YEARS_BACK = 5
_HALF_YEAR = timedelta(days=184)
_SOON = timedelta(days=10)
_FEW = 3
"""Days of an old month that may lie in the month before or after."""


class Festivals:
    """Reads the groups holiday, old_month, old_day and side of a form of dates."""

    def __init__(self, words: FestivalWords) -> None:
        self._lines = {word: line for line in words.holidays for word in line.words}
        self._moving = {
            word: {day.year: day for day in line.days} for word, line in self._lines.items()
        }
        self._new_years = {day.year: day for day in words.new_years}
        self._last_months = dict.fromkeys(self._new_years, 30) | dict.fromkeys(words.short, 29)
        self._after = words.after_new_year
        self._eleventh = dict.fromkeys(self._new_years, 30) | dict.fromkeys(
            words.short_eleventh, 29
        )
        self._first, self._before_last = words.first_month, words.eleventh_month
        self._steps, self._rough, self._before = words.steps, words.rough, words.before
        self._just_before = frozenset(words.just_before)
        sides = either((*words.steps, *words.rough, *words.before))
        self.pieces = {
            "holidays": either(self._lines),
            "old_months": either((*words.first_month, *words.last_month, *words.eleventh_month)),
            "after_new_year": either(self._after),
            "sides": rf"(?:{words.that_day})?(?P<side>{sides})?",
        }

    def value(
        self, groups: dict[str, str], day: int, year: int | None, today: date, coming: bool
    ) -> PartialDate | None:
        """The day meant; `day` counts within an old month, `year` is the one said, if any."""
        at = self._named(groups.get("holiday", ""))
        if month := groups.get("old_month"):
            at, year = self._old(month, day), self._old_year(month, year, groups)
        found = at(year) if year is not None else nearest(at, today, coming)
        return self._beside(found, groups.get("side", ""), year)

    def after_new_year(self, year: int | None, today: date) -> PartialDate | None:
        """过完年: the month in which people go back to work, in the year said or the last one."""

        def at(other: int) -> PartialDate | None:
            begins = self._new_years.get(other)
            day = begins + _SOON if begins else None
            return partial_date(day.year, day.month) if day else None

        return at(year) if year is not None else nearest(at, today, coming=False)

    def _named(self, word: str) -> Callable[[int], PartialDate | None]:
        line, moving = self._lines.get(word), self._moving.get(word, {})

        def at(year: int) -> PartialDate | None:
            if line is not None and line.month is not None:
                return partial_date(year, line.month, line.day)
            return _whole(moving.get(year))

        return at

    def _old(self, month: str, day: int) -> Callable[[int], PartialDate | None]:
        def at(year: int) -> PartialDate | None:
            begins = self._new_years.get(year)
            if begins is None or not 0 <= day <= 30:
                return None
            first = begins if month in self._first else begins - self._length(month, year)
            if not day:
                return _mostly(first)
            return PartialDate.of(first + timedelta(days=day - 1))

        return at

    def _length(self, month: str, year: int) -> timedelta:
        """How long before the new year of `year` its last month begins, or the one before that."""
        before = self._eleventh[year] if month in self._before_last else 0
        return timedelta(days=self._last_months[year] + before)

    def _old_year(self, month: str, year: int | None, groups: dict[str, str]) -> int | None:
        """The last month of an old year ends in the next one; 2025年腊月 may be either."""
        if month in self._first or year is None:
            return year
        return year + 1 if "word_year" in groups else 0

    def _beside(self, found: PartialDate | None, side: str, year: int | None) -> PartialDate | None:
        if found is None or not side:
            return found
        if side in self._just_before and found.month and found.day in (None, 1):
            day = found.first_day - timedelta(days=1)
            return partial_date(day.year, day.month)
        if side in self._before:
            return partial_date(found.year) if year is not None else None
        if side in self._steps:
            return _stepped(found, self._steps[side])
        same = (found.first_day + _SOON).month == found.month or found.day is None
        return partial_date(found.year, found.month) if same else None


def nearest(
    at: Callable[[int], PartialDate | None], today: date, coming: bool
) -> PartialDate | None:
    """The last such day up to today; the next one where it is said to be coming."""
    latest = today + _HALF_YEAR if coming else today
    for year in range(today.year + 1, today.year - _YEARS_BACK, -1):
        value = at(year)
        if value and value.first_day <= latest:
            return value
    return None


def _stepped(found: PartialDate, step: int) -> PartialDate | None:
    return PartialDate.of(found.first_day + timedelta(days=step)) if found.day else None


def _mostly(first: date) -> PartialDate | None:
    """The month that all but a few days of an old month lie in, else the one it begins in."""
    early = first + timedelta(days=_FEW)
    return partial_date(early.year, early.month)


def _whole(day: date | None) -> PartialDate | None:
    return PartialDate.of(day) if day else None
