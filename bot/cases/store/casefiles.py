"""Cases and their timeline. What may change is decided by bot/cases/timeline.py alone."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update

from bot.cases.case import Case, CaseEvent, NewCase, OpenedCase, TimelineEntry, amount_band
from bot.cases.case_code import ALPHABET, CODE_LENGTH, NUMBER_TAIL, read_code, read_number
from bot.cases.errors import ChangeNotAllowed
from bot.cases.keys import Cell, DataKey
from bot.cases.store.storable import from_json, to_json
from bot.cases.store.tables import cases, mediators, organizations, timeline
from bot.cases.store.vault import Vault, open_json, seal_json
from bot.cases.timeline import change

_BY_ID = select(cases).where(cases.c.id == bindparam("case_id"))
_TIMELINE = (
    select(timeline).where(timeline.c.case_id == bindparam("case_id")).order_by(timeline.c.seq)
)
_DAY_OF_NUMBERS = ZoneInfo("Asia/Shanghai")


def open_case(connection: Connection, vault: Vault, new: NewCase, now: datetime) -> OpenedCase:
    """Write a new case, saved or referred. Raises ChangeNotAllowed for an unknown organization."""
    key = vault.make(now)
    code = _random(CODE_LENGTH)
    row = {
        **_open_columns(new),
        **_sealed_columns(key, new),
        "id": key.id,
        "key_id": key.id,
        "number": _free_number(connection, now),
        "code_hash": vault.ring.blind_index("case code", code),
        "status": "saved",
        "awaiting": "worker",
        "last_seq": 0,
        "passed": [],
        "opened_at": now,
        "changed_at": now,
    }
    connection.execute(insert(cases), row)
    opened = read_case(connection, vault, key.id)
    assert opened is not None  # noqa: S101 - written a line above
    _write(connection, vault, opened, CaseEvent("opened", "worker"), now)
    if new.organization_id is not None:
        event = CaseEvent("referred", "worker", organization_id=new.organization_id)
        record(connection, vault, key.id, event, now)
    return OpenedCase(key.id, opened.number, code)


def read_case(connection: Connection, vault: Vault, case_id: str) -> Case | None:
    """One case, unsealed; or None."""
    return _first(connection, vault, _BY_ID, {"case_id": case_id})


def case_by_code(connection: Connection, vault: Vault, text: str) -> Case | None:
    """The case whose code somebody typed; None for anything else, whatever is wrong with it."""
    code = read_code(text)
    hashed = vault.ring.blind_index("case code", code or "")
    return _first(connection, vault, select(cases).where(cases.c.code_hash == hashed), {})


def case_by_number(connection: Connection, vault: Vault, text: str) -> Case | None:
    """The case of this number; or None."""
    number = read_number(text)
    return _first(connection, vault, select(cases).where(cases.c.number == (number or "")), {})


def record(
    connection: Connection, vault: Vault, case_id: str, event: CaseEvent, now: datetime
) -> Case:
    """Let the event happen to the case. Raises ChangeNotAllowed and changes nothing.

    The case's row is locked first, so of two mediators accepting at once one is refused.
    """
    before = _first(connection, vault, _BY_ID.with_for_update(), {"case_id": case_id})
    if before is None:
        raise ChangeNotAllowed(event.code, "missing", "unknown_case")
    after = change(before, event, now)
    _check_people(connection, before, event)
    _write(connection, vault, after, event, now)
    return after


def read_timeline(connection: Connection, vault: Vault, case_id: str) -> tuple[TimelineEntry, ...]:
    """The history of a case, oldest first; notes are None once the case was erased."""
    key = vault.of_case(case_id)
    return tuple(_entry(key, row) for row in connection.execute(_TIMELINE, {"case_id": case_id}))


def _write(
    connection: Connection, vault: Vault, case: Case, event: CaseEvent, now: datetime
) -> None:
    changed = (
        update(cases)
        .where(cases.c.id == case.id)
        .values(
            status=case.status,
            awaiting=case.awaiting,
            organization_id=case.organization_id,
            mediator_id=case.mediator_id,
            urgency=case.urgency,
            outcome=case.outcome,
            passed=list(case.passed),
            referred_at=case.referred_at,
            accepted_at=case.accepted_at,
            closed_at=case.closed_at,
            changed_at=now,
            last_seq=cases.c.last_seq + 1,
        )
    )
    seq = connection.execute(changed.returning(cases.c.last_seq)).scalar_one()
    key = vault.of_case(case.id)
    has_note = key is not None and event.note is not None
    row = {
        "case_id": case.id,
        "seq": seq,
        "code": event.code,
        "awaiting": case.awaiting,
        "actor_kind": event.actor_kind,
        "actor_id": event.actor_id or event.mediator_id,
        "organization_id": event.organization_id or case.organization_id,
        "at": now,
        "note": seal_json(key, _note_cell(case.id, seq), event.note) if key and has_note else None,
        "details": from_json(to_json(event.details)),
    }
    connection.execute(insert(timeline), row)


def _check_people(connection: Connection, case: Case, event: CaseEvent) -> None:
    if event.code == "referred" and not _is_served(connection, event.organization_id):
        raise ChangeNotAllowed(event.code, case.status, "unknown_organization")
    if event.mediator_id is not None and not _works_for(connection, event):
        raise ChangeNotAllowed(event.code, case.status, "unknown_mediator")


def _is_served(connection: Connection, organization_id: str | None) -> bool:
    found = select(organizations.c.active).where(organizations.c.id == organization_id)
    return bool(connection.execute(found).scalar())


def _works_for(connection: Connection, event: CaseEvent) -> bool:
    found = select(mediators.c.active).where(
        mediators.c.id == event.mediator_id,
        mediators.c.organization_id == event.organization_id,
    )
    return bool(connection.execute(found).scalar())


def _open_columns(new: NewCase) -> dict[str, Any]:
    return {
        "dispute_kind": new.dispute_kind,
        "region": new.region,
        "urgency": new.urgency,
        "amount_band": amount_band(new.amount),
        "last_safe_day": new.last_safe_day,
        "consent": new.consent,
    }


def _sealed_columns(key: DataKey, new: NewCase) -> dict[str, bytes]:
    return {
        column: seal_json(key, Cell("cases", column, key.id), value)
        for column, value in (("facts", new.facts), ("said", new.said), ("story", new.story))
    }


def _first(
    connection: Connection, vault: Vault, statement: Select[Any], values: Mapping[str, Any]
) -> Case | None:
    row = connection.execute(statement, values).first()
    return None if row is None else _case(vault, row)


def _case(vault: Vault, row: Row[Any]) -> Case:
    sealed = _unsealed(vault, row)
    return Case(
        id=row.id,
        number=row.number,
        status=row.status,
        awaiting=row.awaiting,
        dispute_kind=row.dispute_kind,
        region=row.region,
        organization_id=row.organization_id,
        mediator_id=row.mediator_id,
        urgency=row.urgency,
        amount_band=row.amount_band,
        last_safe_day=row.last_safe_day,
        facts=sealed.get("facts", {}),
        said=sealed.get("said", {}),
        story=sealed.get("story", ""),
        consent=row.consent,
        outcome=row.outcome,
        passed=tuple(row.passed),
        opened_at=row.opened_at,
        referred_at=row.referred_at,
        accepted_at=row.accepted_at,
        closed_at=row.closed_at,
    )


def _unsealed(vault: Vault, row: Row[Any]) -> dict[str, Any]:
    if row.key_id is None:
        return {}
    key = vault.key(row.key_id)
    return {
        column: open_json(key, Cell("cases", column, row.id), row._mapping[column])
        for column in ("facts", "said", "story")
        if row._mapping[column] is not None
    }


def _entry(key: DataKey | None, row: Row[Any]) -> TimelineEntry:
    readable = key is not None and row.note is not None
    return TimelineEntry(
        seq=row.seq,
        case_id=row.case_id,
        code=row.code,
        awaiting=row.awaiting,
        actor_kind=row.actor_kind,
        actor_id=row.actor_id,
        organization_id=row.organization_id,
        at=row.at,
        note=open_json(key, _note_cell(row.case_id, row.seq), row.note)
        if key and readable
        else None,
        details=row.details,
    )


def _note_cell(case_id: str, seq: int) -> Cell:
    return Cell("timeline", "note", f"{case_id}:{seq}")


def _free_number(connection: Connection, now: datetime) -> str:
    day = now.astimezone(_DAY_OF_NUMBERS).strftime("%y%m%d")
    while True:
        number = f"GY{day}-{_random(NUMBER_TAIL)}"
        taken = connection.execute(select(cases.c.id).where(cases.c.number == number)).first()
        if taken is None:
            return number


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
