"""Which rows of the triage table can never be read, and which disputes no row answers."""

from collections.abc import Iterator, Mapping, Sequence

from knowledge.law.triage.conditions import spelled_out
from knowledge.law.triage.table import Row, TrackRow, TriageTable, UrgencyRow, When, Words
from knowledge.law.vocabulary import Vocabulary
from knowledge.strict_yaml import Key

FIRST_SIGN = "no_first_yet"

Fault = tuple[str, tuple[Key, ...], str]
"""The file of the table, the place in it, and what is wrong."""


def placed(table: TriageTable) -> Iterator[tuple[str, int, Row]]:
    """Each row with its file and its number there."""
    for name, file in table.files.items():
        for number, row in enumerate(file.rows):
            yield name, number, row


def contradictions(when: When, groups: Mapping[str, Words]) -> Iterator[tuple[str, str]]:
    """Conditions that can never hold together."""
    some, none = spelled_out(when.any_dispute, groups), spelled_out(when.no_dispute, groups)
    besides = spelled_out(when.and_dispute, groups)
    only = spelled_out(when.only_disputes, groups)
    not_only = spelled_out(when.not_only_disputes, groups)
    pairs: tuple[tuple[str, bool], ...] = (
        ("no_dispute", bool(some) and some <= none),
        ("and_dispute", bool(besides) and besides <= none),
        ("only_disputes", bool(only) and (only <= none or (bool(some) and not some & only))),
        ("not_only_disputes", bool(only) and only <= not_only),
        ("not_worker", bool(when.worker) and set(when.worker) <= set(when.not_worker)),
        (
            "no_circumstance",
            bool(when.any_circumstance) and set(when.any_circumstance) <= set(when.no_circumstance),
        ),
        ("not_event", bool(when.event) and set(when.event) <= set(when.not_event)),
        ("no_sign", bool(set(when.signs) & set(when.no_sign))),
    )
    yield from ((key, "can never hold with the other conditions") for key, never in pairs if never)


def reading_faults(table: TriageTable) -> Iterator[Fault]:
    """Rows never reached, and rows named twice."""
    ids: set[str] = set()
    opened: list[Row] = []
    for name, number, row in placed(table):
        if row.id in ids:
            yield name, ("rows", number, "id"), f"row {row.id} stands twice"
        ids.add(row.id)
        before = next((other for other in opened if _always_before(other, row)), None)
        if before is not None:
            yield name, ("rows", number, "id"), f"never read: row {before.id} is first before"
        if row.first is not None:
            opened.append(row)
    for part in ("tracks", "urgencies"):
        yield from _shadowed(part, getattr(table.order, part))


def _always_before(other: Row, row: Row) -> bool:
    """Whether a row that waits for no first way comes behind one that gives it in any such case."""
    return FIRST_SIGN in row.when.signs and _as_set(other.when) <= _as_set(
        row.when.model_copy(
            update={"signs": tuple(sign for sign in row.when.signs if sign != FIRST_SIGN)}
        )
    )


def _shadowed(part: str, rows: Sequence[TrackRow | UrgencyRow]) -> Iterator[Fault]:
    for number, row in enumerate(rows):
        if any(_as_set(before.when) <= _as_set(row.when) for before in rows[:number]):
            yield "order", (part, number), "never read: a row before holds whenever this does"


def _as_set(when: When) -> frozenset[tuple[str, object]]:
    told = when.model_dump(exclude_defaults=True)
    return frozenset((key, value) for key, value in told.items())


def coverage_faults(table: TriageTable, words: Vocabulary) -> Iterator[Fault]:
    """Every dispute kind has a row that names it and opens a first way; "other" has the last one."""
    groups = table.order.dispute_groups
    answered = {
        kind
        for row in table.rows
        if row.first is not None
        for kind in spelled_out(row.when.any_dispute or row.when.only_disputes, groups)
    }
    of_worker = {
        kind
        for kind, worker in table.order.worker_of_dispute.items()
        if any(worker in row.when.worker and row.first is not None for row in table.rows)
    }
    for kind in sorted(words.dispute_kinds.keys() - answered - of_worker - {"other"}):
        yield "order", ("read_in_order",), f"no row says where {kind} goes"
