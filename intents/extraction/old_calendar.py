"""Days of the old calendar by their month and day (三月初八, 农历八月十六), from the almanac."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from intents.extraction.date_mention import DateMention, in_year
from intents.extraction.festivals import nearest
from knowledge.law.partial_date import PartialDate

_LONGEST = 30


class OldCalendar:
    """Knows the first day of each month, year by year; what lies in no year listed is not read."""

    def __init__(self, months: Mapping[int, Sequence[date]]) -> None:
        self._months = months

    def value(
        self, month: int, day: int, year: int | None, today: date, coming: bool
    ) -> PartialDate | None:
        """The day in the year said, or the nearest one; without a day the month that most of it lies in."""

        def at(other: int) -> PartialDate | None:
            return self._day(other, month, day)

        return at(year) if year is not None else nearest(at, today, coming)

    def _day(self, year: int, month: int, day: int) -> PartialDate | None:
        firsts = self._months.get(year, ())
        if not 1 <= month <= len(firsts) or not 1 <= day <= _LONGEST:
            return None
        return PartialDate.of(firsts[month - 1] + timedelta(days=day - 1))


def said_twice(found: list[DateMention]) -> list[DateMention]:
    """A day told by both calendars stands in one year: that of the two readings that agree
    (去年农历八月十六 阳历10月7号, with the last October being of this year)."""
    kept = list(found)
    for index in range(1, len(kept)):
        first, last = kept[index - 1], kept[index]
        if first.by_old_calendar and not last.own_year and last.value != first.value:
            moved = in_year(last, first.value.year)
            same = str(first.value).startswith(str(moved.value))
            kept[index] = moved if same else last
    return kept
