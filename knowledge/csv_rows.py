"""CSV tables in one strict form: the agreed header, the agreed number of columns, trimmed cells."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import Any, TypeVar

from knowledge.problems import Problem

Record = TypeVar("Record")


class BadCell(ValueError):
    """A cell holds what its column does not allow; the text says what is allowed."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column name."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


@dataclass(slots=True)
class Table:
    """The rows of one file, and the faults found in it so far."""

    shown_as: str
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def fault(self, line: int, message: str) -> None:
        """Note a fault of one line."""
        self.problems.append(Problem(self.shown_as, line, message))

    def records(self, read: Callable[[Row], Record]) -> list[Record]:
        """Each row read by `read`; a row with a BadCell becomes a fault instead."""
        found: list[Record] = []
        for row in self.rows:
            try:
                found.append(read(row))
            except BadCell as bad:
                self.fault(row.line, str(bad))
        return found


def parse_csv(text: str, shown_as: str, columns: Sequence[str]) -> Table:
    """The table in `text`; without the exact header there are no rows, only the fault."""
    table = Table(shown_as)
    if "\0" in text:
        table.fault(text.count("\n", 0, text.index("\0")) + 1, "NUL character")
        return table
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    lines = _lines(reader, table)
    _, header = next(lines, (1, []))
    if header != list(columns):
        table.fault(1, f"the header must be {','.join(columns)}")
        return table
    table.rows.extend(_rows(lines, table, columns))
    return table


def _lines(reader: Any, table: Table) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it starts on; a quote left open ends the reading."""
    start = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as fault:
            table.fault(start, f"not readable as CSV: {fault}")
            return
        if cells is None:
            return
        if cells:
            yield start, [cell.strip() for cell in cells]
        start = reader.line_num + 1


def _rows(
    lines: Iterator[tuple[int, list[str]]], table: Table, columns: Sequence[str]
) -> Iterator[Row]:
    for line, cells in lines:
        if len(cells) == len(columns):
            yield Row(line, dict(zip(columns, cells, strict=True)))
        else:
            table.fault(line, f"{len(cells)} columns; {len(columns)} expected")


def refuse_repeats(table: Table, column: str) -> None:
    """Note each row whose `column` repeats that of an earlier row."""
    first: dict[str, int] = {}
    for row in table.rows:
        if row[column] in first:
            table.fault(
                row.line,
                f"{column} {row[column]} stands twice (first on line {first[row[column]]})",
            )
        first.setdefault(row[column], row.line)


def required(row: Row, column: str) -> str:
    """The cell, which must not be empty."""
    if not row[column]:
        raise BadCell(f"{column} is empty")
    return row[column]


def one_of(row: Row, column: str, allowed: Sequence[str]) -> str:
    """The cell, which must be one of `allowed`."""
    if row[column] not in allowed:
        raise BadCell(f"{column} {row[column]!r} is not one of {', '.join(allowed)}")
    return row[column]


def code(row: Row, column: str, digits: int) -> str:
    """The cell, which must be `digits` ASCII digits."""
    text = row[column]
    if len(text) != digits or not (text.isascii() and text.isdigit()):
        raise BadCell(f"{column} {text!r} is not a code of {digits} digits")
    return text


def degrees(row: Row, column: str, low: float, high: float) -> float:
    """The cell as decimal degrees between `low` and `high`."""
    try:
        value = float(row[column])
    except ValueError:
        value = float("nan")
    if not low <= value <= high:
        raise BadCell(f"{column} {row[column]!r} is not in degrees between {low} and {high}")
    return value
