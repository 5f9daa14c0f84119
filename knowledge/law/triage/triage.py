"""Where a dispute goes, on which track, how fast, and by when: the table read over a case."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeVar

from knowledge.citation import Citation, parse_citation
from knowledge.law.case_facts import CONTROL, CaseFacts, FactsUnreadable
from knowledge.law.deadlines import Deadline, deadlines
from knowledge.law.triage.conditions import Conditions, Seen, prepared
from knowledge.law.triage.control import assess_control
from knowledge.law.triage.situation import Situation, signs_of
from knowledge.law.triage.table import Row, Told, Track, TriageTable, Urgency, Way

MOST_ALTERNATIVES = 3
DATES = ("employed_from", "employed_to", "event_date")

Word = TypeVar("Word")

Role = Literal["first", "alternative", "support"]


@dataclass(frozen=True, slots=True)
class Route:
    """A body (interfaces.md), its part in the case, why, and the articles."""

    body: str
    role: Role
    reason: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Triage:
    """Routes, exactly one of them first; `missing` are fact keys that would change them or a limit."""

    routes: tuple[Route, ...]
    track: Track
    urgency: Urgency
    deadlines: tuple[Deadline, ...]
    missing: tuple[str, ...]
    rows: tuple[str, ...]


@dataclass(slots=True)
class _Collected:
    """What the rows that hold have said so far."""

    firsts: list[Way] = field(default_factory=list)
    also: list[Way] = field(default_factory=list)
    support: list[Way] = field(default_factory=list)
    without: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    rows: list[Row] = field(default_factory=list)

    def add(self, row: Row) -> None:
        if row.first is not None:
            self.firsts.append(row.first)
        self.also.extend(row.also)
        self.support.extend(row.support)
        self.without.update(row.without)
        self.kept.update(row.keeps)
        self.rows.append(row)

    @property
    def closed(self) -> frozenset[str]:
        """Bodies taken out of the answer."""
        return frozenset(self.without - self.kept)

    @property
    def asks(self) -> Iterator[str]:
        """What the rows ask, but for those whose way is not open."""
        for row in self.rows:
            if row.first is None or _body(row.first) not in self.closed:
                yield from row.asks


class TriageDesk:
    """Reads the table over cases; made once a table, shared between threads."""

    def __init__(self, table: TriageTable) -> None:
        self.table = table
        groups = table.order.dispute_groups
        self._rows = [(prepared(row.when, groups), row) for row in table.rows]
        self._tracks = [(prepared(each.when, groups), each.track) for each in table.order.tracks]
        self._urgencies = [
            (prepared(each.when, groups), each.urgency) for each in table.order.urgencies
        ]
        doors = table.doors.doors
        self._doors = {
            name: (door.because, tuple(map(parse_citation, door.citations)))
            for name, door in doors.items()
        }

    def triage(self, facts: CaseFacts, today: date) -> Triage:
        """The way of a case as of `today`; raises FactsUnreadable on unknown elements of control."""
        unknown = (facts.control or frozenset()) - self.table.control.elements.keys()
        if unknown:
            known = ", ".join(self.table.control.elements)
            raise FactsUnreadable(CONTROL, f"{min(unknown)!r} is not one of {known}")
        limits = deadlines(facts, today)
        seen = self._seen(facts, limits, today)
        said = self._read(seen)
        return Triage(
            routes=tuple(self._routes(said)),
            track=_first_of(self._tracks, seen, "standard"),
            urgency=_first_of(self._urgencies, seen, "normal"),
            deadlines=limits,
            missing=tuple(_missing(facts, (*self.table.order.always_asked, *said.asks))),
            rows=tuple(row.id for row in said.rows),
        )

    def _seen(self, facts: CaseFacts, limits: tuple[Deadline, ...], today: date) -> Seen:
        controlled = assess_control(self.table.control, facts.control or ()).speaks_for_relation
        return Seen(
            told=(
                frozenset(facts.dispute_kinds),
                self._workers(facts),
                facts.circumstances,
                frozenset((facts.event_kind,) if facts.event_kind else ()),
                signs_of(Situation(facts, limits, today, controlled)),
            ),
            still_employed=facts.still_employed,
        )

    def _workers(self, facts: CaseFacts) -> frozenset[str]:
        """The worker kind told and those the disputes speak of; a person may be two at once."""
        of_dispute = self.table.order.worker_of_dispute
        found = {of_dispute[kind] for kind in facts.dispute_kinds if kind in of_dispute}
        told = facts.worker_kind or ("platform" if facts.platform else None)
        return frozenset(found if told is None else {*found, told})

    def _read(self, seen: Seen) -> _Collected:
        """What the rows that hold say; `no_first_yet` holds until a row has given a first way."""
        said = _Collected()
        early, late = seen.with_sign("no_first_yet"), seen.with_sign("first_given")
        for conditions, row in self._rows:
            if conditions.hold(late if said.firsts else early):
                said.add(row)
        return said

    def _routes(self, said: _Collected) -> Iterator[Route]:
        """Firsts in the order of the rows, then the other ways, at most four; then the helpers."""
        opened = _distinct((*said.firsts, *said.also), said.closed)
        ways = opened[: 1 + MOST_ALTERNATIVES] or [self.table.doors.fallback]
        for way in ways:
            yield self._route(way, "first" if way is ways[0] else "alternative")
        for way in _distinct(said.support, said.closed | {_body(way) for way in ways}):
            yield self._route(way, "support")

    def _route(self, way: Way, role: Role) -> Route:
        if isinstance(way, Told):
            return Route(way.body, role, way.because, tuple(map(parse_citation, way.citations)))
        because, citations = self._doors[way]
        return Route(way, role, because, citations)


def _body(way: Way) -> str:
    return way.body if isinstance(way, Told) else way


def _distinct(ways: Iterable[Way], without: Collection[str]) -> list[Way]:
    """Each body once, as it is named first."""
    found: dict[str, Way] = {}
    for way in ways:
        if _body(way) not in without:
            found.setdefault(_body(way), way)
    return list(found.values())


def _first_of(rows: Iterable[tuple[Conditions, Word]], seen: Seen, otherwise: Word) -> Word:
    return next((word for conditions, word in rows if conditions.hold(seen)), otherwise)


def _missing(facts: CaseFacts, asked: Iterable[str]) -> Iterator[str]:
    """The facts asked that are not told; dates that are told to the month or year only."""
    imprecise = [key for key in DATES if getattr(facts, key) is not None and not facts.knows(key)]
    for key in dict.fromkeys((*asked, *imprecise)):
        if not facts.knows(key) and not _moot(key, facts):
            yield key


def _moot(key: str, facts: CaseFacts) -> bool:
    """The end of an employment that goes on is not asked, nor a sum that follows from what is told."""
    if key == "amount_claimed":
        return facts.months_owed is not None and facts.monthly_wage is not None
    return key == "employed_to" and facts.still_employed is True and facts.employed_to is None
