"""Local figures that people collect: figures/*.csv, each row with its days, source and certainty.

A row of low certainty is a note for editors: it is never shown and never calculated with.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from knowledge.csv_rows import BadCell, Row, Table, one_of, required

Cells = Mapping[str, str]

CERTAINTIES = ("high", "medium", "low")
NATION = "100000"
_TAIL = ("source", "source_date", "certainty", "note")
_DAYS = ("in_force_from", "in_force_to")


@dataclass(frozen=True, slots=True)
class FigureKind:
    """One file: its columns, the columns that name a row, those that hold numbers, and until
    when the whole file must be checked again."""

    columns: tuple[str, ...]
    key: tuple[str, ...]
    numbers: Mapping[str, tuple[int, int]]
    again_by: date


def _kind(
    own: str, key: str, numbers: Mapping[str, tuple[int, int]] | None = None, *, dated: bool = True
) -> FigureKind:
    columns = (*own.split(), *(_DAYS if dated else ()), *_TAIL)
    return FigureKind(columns, tuple(key.split()), numbers or {}, date(2027, 5, 21))


_MONTH = (100, 30_000)
_DAYS_OFF = (0, 120)

FIGURE_KINDS: Mapping[str, FigureKind] = {
    "average_wages": _kind(
        "adcode name year kind monthly_yuan annual_yuan used_for",
        "adcode year kind used_for",
        {"monthly_yuan": (3000, 30_000), "annual_yuan": (36_000, 360_000)},
    ),
    "double_wage_limitation_local": _kind("adcode name method rule", "adcode", dated=False),
    "heat_allowance": _kind(
        "adcode name condition monthly_yuan daily_yuan hourly_yuan months",
        "adcode condition",
        {"monthly_yuan": (50, 1000), "hourly_yuan": (0, 40)},
    ),
    "injury_lump_sums": _kind(
        "adcode name grade medical_subsidy employment_subsidy unit base in_force_from in_force_to"
        " regulation_name status",
        "adcode grade regulation_name",
        dated=False,
    ),
    "legal_aid_thresholds": _kind("adcode name income_rule exempt_cases", "adcode"),
    "maternity_local": _kind(
        "adcode name extra_leave_days paternity_days childcare_days parental_certainty law_name",
        "adcode",
        {"extra_leave_days": _DAYS_OFF, "paternity_days": (5, 40), "childcare_days": (3, 40)},
    ),
    "minimum_wage_areas": _kind("adcode province name tier scope", "adcode scope"),
    "minimum_wages": _kind(
        "adcode tier monthly_yuan hourly_yuan",
        "adcode tier",
        {"monthly_yuan": (1000, 5000), "hourly_yuan": (5, 60)},
    ),
    "overtime_base_local": _kind("adcode name rule", "adcode", dated=False),
    "sick_pay_local": _kind("adcode name rule in_force_from", "adcode rule", dated=False),
    "unemployment_benefits": _kind(
        "adcode name band monthly_yuan rule months_rule",
        "adcode band",
        {"monthly_yuan": (500, 5000)},
    ),
}
"""The files of figures/ that are read. holidays and arbitration levels have homes elsewhere."""


def day_or_none(cell: str) -> date | None:
    """An ISO day; None for an empty cell. Raises ValueError on anything else."""
    return date.fromisoformat(cell) if cell else None


def check_row(row: Row, kind: FigureKind, adcodes: Container[str]) -> Row:
    """The row itself, once its cells are as they must be; raises BadCell."""
    if row["adcode"] != NATION and row["adcode"] not in adcodes:
        raise BadCell(f"adcode {row['adcode']} is not in places/regions.csv")
    required(row, "source")
    one_of(row, "certainty", CERTAINTIES)
    first, last = (_day(row, name) if name in kind.columns else None for name in _DAYS)
    if first is not None and last is not None and last < first:
        raise BadCell(f"in_force_to {last} is before in_force_from {first}")
    if _day(row, "source_date") is None:
        raise BadCell("source_date is empty")
    for name, (low, high) in kind.numbers.items():
        _number(row, name, low, high)
    return row


def _day(row: Row, name: str) -> date | None:
    try:
        return day_or_none(row[name])
    except ValueError:
        raise BadCell(f"{name} {row[name]!r} is no date; write 2026-09-01") from None


def _number(row: Row, name: str, low: int, high: int) -> None:
    cell = row[name]
    try:
        fits = not cell or low <= float(cell) <= high
    except ValueError:
        fits = False
    if not fits or not cell.isascii():
        raise BadCell(f"{name} {cell!r} is not a number between {low} and {high}")


def overlaps(table: Table, kind: FigureKind) -> Iterator[tuple[int, str]]:
    """Rows of one key whose days overlap, as line and message."""
    seen: dict[tuple[str, ...], list[tuple[str, str, int]]] = {}
    for row in table.rows:
        days = [row[name] if name in kind.columns else "" for name in _DAYS]
        span = (days[0] or "0000", days[1] or "9999", row.line)
        seen.setdefault(tuple(row[name] for name in kind.key), []).append(span)
    for key, spans in seen.items():
        ordered = sorted(spans)
        for one, two in pairwise(ordered):
            if two[0] <= one[1]:
                yield two[2], f"{' '.join(key)}: in force on days of line {one[2]} too"


@dataclass(frozen=True)
class Figures:
    """The rows of all files by the name of the file, in the order of the file."""

    tables: Mapping[str, tuple[Cells, ...]] = field(default_factory=dict)

    def shown(self, name: str) -> Iterator[Cells]:
        """The rows of a file that may be shown."""
        return (cells for cells in self.tables.get(name, ()) if cells["certainty"] != "low")


def in_force(cells: Cells, day: date) -> bool:
    """Whether the row's value holds on `day`. Without a first day it is known to hold only from
    the day of its source on."""
    first = day_or_none(cells["in_force_from"]) or date.fromisoformat(cells["source_date"])
    last = day_or_none(cells["in_force_to"])
    return first <= day and (last is None or day <= last)
