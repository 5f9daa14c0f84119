"""Statutory holidays and the working calendar of the years that are published."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from knowledge.citation import Citation, parse_citation
from knowledge.schemas import CitationText, Line, Shape

SATURDAY = 5


class StatutoryDay(Shape):
    """One of the days that pay 300 % (全国年节及纪念日放假办法 art. 2)."""

    day: date
    name: Line


class HolidayYear(Shape):
    """One year: its statutory days and, once the State Council has published them, the
    rest days around them and the weekend days worked in exchange (None: not published)."""

    year: Annotated[int, Field(ge=1949, le=2100)]
    statutory: Annotated[tuple[StatutoryDay, ...], Field(min_length=1)]
    rest_days: tuple[date, ...] | None
    working_rest_days: tuple[date, ...] | None
    source: Line
    certainty: Literal["high", "medium", "low"]
    citation: CitationText | None = None
    note: Line | None = None

    @model_validator(mode="after")
    def _all_of_this_year(self) -> "HolidayYear":
        days = [entry.day for entry in self.statutory]
        every = [*days, *(self.rest_days or ()), *(self.working_rest_days or ())]
        if any(day.year != self.year for day in every):
            raise ValueError(f"a day is not of {self.year}")
        if len(set(every)) != len(every):
            raise ValueError("a day stands twice")
        if any(day.weekday() < SATURDAY for day in self.working_rest_days or ()):
            raise ValueError("a working rest day is no Saturday or Sunday")
        return self


class HolidayTable(Shape):
    """holidays.yaml: the years we hold, each with the article its statutory days rest on (none
    where that text is not held)."""

    years: tuple[HolidayYear, ...]


class Holidays:
    """Questions to the calendar. An unpublished year answers None, never a guess."""

    def __init__(self, table: HolidayTable) -> None:
        self._years: Mapping[int, HolidayYear] = {year.year: year for year in table.years}
        self._statutory = frozenset(item.day for year in table.years for item in year.statutory)
        self._rest = frozenset(day for year in table.years for day in year.rest_days or ())
        self._exchanged = frozenset(
            day for year in table.years for day in year.working_rest_days or ()
        )
        self.table = table

    def statutory_days(self, year: int) -> tuple[date, ...] | None:
        """The days that pay 300 %, in order; None where the year is not held."""
        entry = self._years.get(year)
        return None if entry is None else tuple(sorted(item.day for item in entry.statutory))

    def citations(self, year: int) -> tuple[Citation, ...]:
        """The article the statutory days of that year rest on, where its text is held."""
        entry = self._years.get(year)
        return (parse_citation(entry.citation),) if entry and entry.citation else ()

    def working_rest_days(self, year: int) -> tuple[date, ...] | None:
        """The weekend days worked in exchange; None where not published."""
        entry = self._years.get(year)
        return None if entry is None else entry.working_rest_days

    def is_working_day(self, day: date) -> bool | None:
        """Whether offices work that day; None where the exchange days are not published.

        A statutory day is never one, even while the rest of its year is unknown.
        """
        entry = self._years.get(day.year)
        if entry is None:
            return None
        if day in self._statutory:
            return False
        if entry.rest_days is None or entry.working_rest_days is None:
            return None
        if day in self._exchanged:
            return True
        return day.weekday() < SATURDAY and day not in self._rest
