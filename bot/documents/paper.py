"""A finished paper as plain values, the same for every format; and what it is made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

BlockKind = Literal[
    "rows", "items", "lines", "text", "table", "receiver", "signature", "small", "break"
]


@dataclass(frozen=True, slots=True)
class Run:
    """Words, or a gap to be filled in by hand."""

    text: str
    gap: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a paper.

    `rows` are lines of cells: name and value of `rows`, one cell a paragraph for `items`, `lines`
    and `text`, the cells under `columns` of a `table`. `flush` paragraphs are not indented.
    """

    kind: BlockKind
    heading: str = ""
    opening: Runs = ()
    rows: tuple[tuple[Runs, ...], ...] = ()
    columns: tuple[str, ...] = ()
    flush: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A place to fill in: on the web form, or by hand where it is left empty.

    `personal` ones are never kept; `value` is what was told or filled in.
    """

    id: str
    label: str
    hint: str
    personal: bool
    long: bool
    value: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is rendered. `gaps` are the labels of what is still empty, in the order they stand."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    fields: tuple[Field, ...]
    gaps: tuple[str, ...]
    day: date

    @property
    def runs(self) -> Runs:
        """Every run of words in it, in order."""
        return tuple(
            run
            for block in self.blocks
            for cell in (block.opening, *(cell for row in block.rows for cell in row))
            for run in cell
        )


@dataclass(frozen=True, slots=True)
class LastDay:
    """A limit: what must be done, by when, and the articles it rests on, in words."""

    id: str
    what: str
    day: date
    basis: str


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A sum by the law and what was told, and the lines that show how."""

    amount: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a paper is made from: facts in words, never raw.

    `kinds` are the dispute kinds, the main one first. `values` are facts by the field they fill,
    `hints` further facts that only shape sentences, `held` the codes of evidence said to be there.
    `rows` are name and value of all facts; `cite` turns law#article into words. `worked_out` are
    the sum of a dispute kind and its working, for kinds whose sum the worker did not name.
    """

    day: date
    kinds: tuple[str, ...]
    cite: Callable[[str], str]
    values: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)
    held: Mapping[str, str] = field(default_factory=dict)
    story: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    sums: tuple[str, ...] = ()
    worked_out: Mapping[str, WorkedOut] = field(default_factory=dict)
    last_days: tuple[LastDay, ...] = ()
    deadline_lines: tuple[str, ...] = ()
    uploads: tuple[str, ...] = ()
    receivers: Mapping[str, str] = field(default_factory=dict)


def as_data(paper: Paper) -> dict[str, Any]:
    """The paper as JSON-able values for a layout."""
    return {"title": paper.title, "blocks": [_block(block) for block in paper.blocks]}


def _block(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "heading": block.heading,
        "opening": _runs(block.opening),
        "columns": list(block.columns),
        "flush": block.flush,
        "rows": [[_runs(cell) for cell in row] for row in block.rows],
    }


def _runs(words: Runs) -> list[dict[str, Any]]:
    return [{"text": run.text, "gap": run.gap} for run in words]
