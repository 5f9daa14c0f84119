"""How workers tell that they worked on a holiday: by its name, by the hours, by the days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from intents.compiled import compiled
from intents.intake_form import IntakeShape, Label
from intents.relating import EDGES


@dataclass(frozen=True, slots=True)
class HolidaySaid:
    """The hours, the days where several were told, and the statutory days of the holiday named."""

    hours: str
    days: str
    each: bool
    holiday: str


class HolidayWork(IntakeShape):
    """`names` are holidays with the words for their statutory days; `hours` holds the hours as `n` and
    the number of days as `d`, `each` says that the hours are those of one day; `listed` are the `days`
    of a `month`, `alone` days and nothing else, `months` the month a holiday lies in, `until` joins the first and the last of a row."""

    names: Mapping[Label, str]
    months: Mapping[Label, str]
    alone: str
    hours: str
    each: str
    listed: str
    day: str
    until: str

    def work(self, text: str) -> HolidaySaid | None:
        """The hours worked, where any are told."""
        found = compiled(self.hours).search(text)
        if found is None:
            return None
        each = compiled(self.each).search(text) is not None
        return HolidaySaid(found["n"], found["d"] or "", each, self.holiday(text))

    def month(self, text: str) -> str | None:
        """The month of the holiday named (国庆: 10)."""
        return next(
            (month for month, name in self.months.items() if compiled(name).search(text)), None
        )

    def holiday(self, text: str) -> str:
        """The statutory days of the holiday named; empty where none is."""
        return next((days for days, name in self.names.items() if compiled(name).search(text)), "")

    def days(self, text: str) -> Iterator[tuple[str, tuple[str, ...], bool]]:
        """The month, the days named in it, and whether they are the ends of a row."""
        for found in compiled(self.listed).finditer(text):
            yield self._row(found["month"], found["days"])

    def days_alone(self, text: str, month: str) -> Iterator[tuple[str, tuple[str, ...], bool]]:
        """1号到7号: the days named and nothing else, of the month of a holiday told before."""
        found = compiled(self.alone).fullmatch(text.strip(EDGES))
        if found is not None:
            yield self._row(month, found["days"])

    def _row(self, month: str, days: str) -> tuple[str, tuple[str, ...], bool]:
        row = compiled(self.until).search(days) is not None
        return month, tuple(compiled(self.day).findall(days)), row
