"""New local figures beside those we hold: what would change, before anything does.

A new value for the same key ends the open one before it on the day before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.csv_rows import Table
from knowledge.law.figures import FIGURE_KINDS, FigureKind

FROM, TO = "in_force_from", "in_force_to"


@dataclass(frozen=True, slots=True)
class Change:
    """One row: `old` None is a new one, else it turns into `new`."""

    old: dict[str, str] | None
    new: dict[str, str]


def kind_of(header: Sequence[str]) -> str | None:
    """The file of figures with exactly that header."""
    for name, kind in FIGURE_KINDS.items():
        if list(kind.columns) == list(header):
            return name
    return None


def merged(held: Table, new: Table, kind: FigureKind) -> tuple[list[dict[str, str]], list[Change]]:
    """All rows once the new ones are in, in their order, and the changes that takes."""
    rows = [dict(row.cells) for row in held.rows]
    changes: list[Change] = []
    for row in new.rows:
        _enter(rows, dict(row.cells), kind, changes)
    return rows, changes


def _enter(
    rows: list[dict[str, str]], new: dict[str, str], kind: FigureKind, changes: list[Change]
) -> None:
    same_key = [n for n, row in enumerate(rows) if all(row[k] == new[k] for k in kind.key)]
    dated = FROM in kind.columns
    for number in same_key:
        if not dated or rows[number][FROM] == new[FROM]:
            if rows[number] != new:
                changes.append(Change(rows[number], new))
                rows[number] = new
            return
    for number in same_key:
        old = rows[number]
        if TO in kind.columns and not old[TO] and old[FROM] < new[FROM]:
            ended = {**old, TO: _day_before(new[FROM])}
            changes.append(Change(old, ended))
            rows[number] = ended
    place = same_key[-1] + 1 if same_key else len(rows)
    rows.insert(place, new)
    changes.append(Change(None, new))


def _day_before(day: str) -> str:
    """The day before an ISO day; the text itself where it is none (the check says so)."""
    try:
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    except ValueError:
        return day


def diff_lines(change: Change, kind: FigureKind) -> list[str]:
    """The change as a person reads it."""
    key = " ".join(change.new[name] for name in kind.key)
    if change.old is None:
        said = ", ".join(f"{name} {cell}" for name, cell in change.new.items() if cell)
        return [f"+ {key}: {said}"]
    return [
        f"~ {key}: {name} {change.old[name] or '-'} -> {cell or '-'}"
        for name, cell in change.new.items()
        if change.old[name] != cell
    ]
