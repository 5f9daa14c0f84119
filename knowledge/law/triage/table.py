"""The triage table, typed: knowledge/law/triage/*.yaml.

`doors.yaml` names each body with what is usually said of it; `order.yaml` gives the files of rows in
the order they are read, groups of words, tracks and urgencies; each other file holds rows.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from knowledge.schemas import CitationText, Identifier, Line, Shape

Words = tuple[Identifier, ...]
Track = Literal["fast", "standard", "complex", "group"]
Urgency = Literal["now", "days", "normal"]


class When(Shape):
    """Conditions that must all hold; one left out holds always.

    Words of `any_dispute`, `and_dispute` (one of these besides), `only_disputes`, `not_only_disputes`, `no_dispute` are dispute kinds or
    groups of them; a case of which no dispute is told is not "only" any. Worker kinds are those
    told and those the disputes speak of (order.yaml, worker_of_dispute).
    """

    any_dispute: Words = ()
    and_dispute: Words = ()
    only_disputes: Words = ()
    not_only_disputes: Words = ()
    no_dispute: Words = ()
    worker: Words = ()
    not_worker: Words = ()
    any_circumstance: Words = ()
    no_circumstance: Words = ()
    event: Words = ()
    not_event: Words = ()
    still_employed: bool | None = None
    signs: Words = ()
    no_sign: Words = ()


class Told(Shape):
    """A body with a reason and citations of this row, in place of the usual ones."""

    body: Identifier
    because: Line
    citations: Annotated[tuple[CitationText, ...], Field(min_length=1, max_length=6)]


Way = Identifier | Told


class Row(Shape):
    """One line of the table: if `when` holds, these ways are open.

    `first` opens the case unless an earlier row has one; it is then the next alternative. `without`
    takes bodies out of the whole answer, but for those a row `keeps`. `asks` are facts that would
    change this row.
    """

    id: Identifier
    says: Line
    when: When = When()
    first: Way | None = None
    also: tuple[Way, ...] = ()
    support: tuple[Way, ...] = ()
    without: Words = ()
    keeps: Words = ()
    asks: Words = ()


class Rows(Shape):
    """One file of rows."""

    rows: Annotated[tuple[Row, ...], Field(min_length=1)]


class Door(Shape):
    """What is usually said of a body, and the articles that make it competent."""

    because: Line
    citations: Annotated[tuple[CitationText, ...], Field(min_length=1, max_length=6)]


class Doors(Shape):
    """doors.yaml."""

    doors: Mapping[Identifier, Door]
    never_first: Words
    support_only: Words
    fallback: Identifier


class TrackRow(Shape):
    """The first of these whose conditions hold names the track."""

    when: When = When()
    track: Track


class UrgencyRow(Shape):
    """The first of these whose conditions hold names the urgency."""

    when: When = When()
    urgency: Urgency


class Order(Shape):
    """order.yaml."""

    read_in_order: Words
    dispute_groups: Mapping[Identifier, Words]
    worker_of_dispute: Mapping[Identifier, Identifier]
    tracks: Annotated[tuple[TrackRow, ...], Field(min_length=1)]
    urgencies: Annotated[tuple[UrgencyRow, ...], Field(min_length=1)]
    always_asked: Words


class ControlElement(Shape):
    """One element of control over the work: how it is asked, and what proves it."""

    asked: Line
    evidence: tuple[Line, ...]


class Control(Shape):
    """control.yaml: when control over a platform worker speaks for an employment relationship."""

    elements: Mapping[Identifier, ControlElement]
    speaks_for_relation_from: Annotated[int, Field(ge=1)]
    citations: Annotated[tuple[CitationText, ...], Field(min_length=1)]


class TriageTable(Shape):
    """The whole table; `files` in the order they are read."""

    doors: Doors
    order: Order
    control: Control
    files: Mapping[Identifier, Rows]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in the order they are read."""
        return tuple(row for file in self.files.values() for row in file.rows)
