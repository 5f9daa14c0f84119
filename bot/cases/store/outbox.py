"""The outbox: messages, cards, pages and timers, claimed in order and never lost.

A claimed row is leased for a minute: when the process dies, the lease runs out and another claim
delivers it. Only the first waiting message of a conversation can be claimed, so the order of a
chat holds through retries; an urgent one goes before the others. Timers, cards and pages wait
for nobody.
"""

import re
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    or_,
    select,
    update,
)

from bot.cases.errors import SealBroken
from bot.cases.keys import Cell, DataKey
from bot.cases.outgoing import OutboxRow, Outgoing
from bot.cases.store.conversations import conversation
from bot.cases.store.inserting import insert_if_new
from bot.cases.store.storable import from_json, to_json
from bot.cases.store.tables import outbox
from bot.cases.store.vault import Vault, open_json, seal_json

LEASE = timedelta(seconds=60)
_CODE = re.compile(r"[a-z0-9_.:-]{1,64}")


def send(connection: Connection, vault: Vault, message: Outgoing, now: datetime) -> str:
    """Write a row to deliver; returns its id, or that of the row already there for its key."""
    row_id = secrets.token_hex(16)
    key_hash = None if message.key is None else vault.ring.blind_index("outbox", message.key)
    row = {
        "id": row_id,
        "kind": message.kind,
        "conversation_id": message.conversation_id,
        "case_id": message.case_id,
        "organization_id": message.organization_id,
        "channel": message.channel,
        "urgent": message.urgent,
        "due_at": message.due_at or now,
        "status": "waiting",
        "attempts": 0,
        "created_at": now,
        "key_hash": key_hash,
        **_body(_key_of(vault, message), row_id, message.body),
    }
    if insert_if_new(connection, outbox, row):
        return row_id
    found = select(outbox.c.id).where(outbox.c.key_hash == key_hash)
    earlier: str = connection.execute(found).scalar_one()
    return earlier


def cancel(connection: Connection, kind: str, case_id: str) -> int:
    """Delete the waiting rows of a case; returns how many."""
    unwanted = delete(outbox).where(
        outbox.c.kind == kind, outbox.c.case_id == case_id, outbox.c.status == "waiting"
    )
    return connection.execute(unwanted).rowcount


def claim_due(
    connection: Connection, vault: Vault, now: datetime, limit: int
) -> tuple[OutboxRow, ...]:
    """Lease the rows that are due, urgent first. A row that can't be unsealed is parked."""
    rows = connection.execute(_CLAIM, {"now": now, "most": limit}).all()
    if not rows:
        return ()
    leased = (
        update(outbox)
        .where(outbox.c.seq.in_([row.seq for row in rows]))
        .values(next_try_at=now + LEASE, attempts=outbox.c.attempts + 1)
    )
    connection.execute(leased)
    opened = (_opened(connection, vault, row, now) for row in rows)
    return tuple(row for row in opened if row is not None)


def release_leases(connection: Connection) -> None:
    """Free what was claimed and never settled: for when every earlier process is known to be gone.

    Rows that wait after a fault (they have a `last_error`) keep waiting.
    """
    leased = and_(outbox.c.status == "waiting", outbox.c.last_error.is_(None))
    connection.execute(update(outbox).where(leased).values(next_try_at=None))


def mark_sent(connection: Connection, outbox_id: str, now: datetime) -> None:
    """Delivered. The body goes at once: the transcript has it."""
    _settle(
        connection,
        outbox_id,
        {"status": "sent", "settled_at": now, "sealed_body": None, "body": None},
    )


def retry_later(connection: Connection, outbox_id: str, at: datetime, error_code: str) -> None:
    """Not delivered; try again at a time."""
    _settle(connection, outbox_id, {"next_try_at": at, "last_error": _only_code(error_code)})


def park(connection: Connection, outbox_id: str, error_code: str, now: datetime) -> None:
    """Give a row up, so that it no longer holds the others of its chat."""
    parked = {"status": "parked", "settled_at": now, "last_error": _only_code(error_code)}
    _settle(connection, outbox_id, parked)


def _settle(connection: Connection, outbox_id: str, values: Mapping[str, Any]) -> None:
    waiting = and_(outbox.c.id == outbox_id, outbox.c.status == "waiting")
    connection.execute(update(outbox).where(waiting).values(**values))


def _claimable() -> Select[Any]:
    earlier = outbox.alias("earlier")
    now = bindparam("now", type_=outbox.c.due_at.type)
    goes_first = or_(
        and_(earlier.c.urgent, ~outbox.c.urgent),
        and_(earlier.c.urgent == outbox.c.urgent, _before(earlier.c, outbox.c)),
    )
    held_back = exists().where(
        earlier.c.conversation_id == outbox.c.conversation_id,
        earlier.c.kind == "message",
        earlier.c.status == "waiting",
        earlier.c.due_at <= now,
        goes_first,
    )
    return (
        select(outbox)
        .where(
            outbox.c.status == "waiting",
            outbox.c.due_at <= now,
            or_(outbox.c.next_try_at.is_(None), outbox.c.next_try_at <= now),
            or_(outbox.c.kind != "message", outbox.c.conversation_id.is_(None), ~held_back),
        )
        .order_by(outbox.c.urgent.desc(), outbox.c.due_at, outbox.c.seq)
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True, of=outbox)
    )


def _before(one: Any, other: Any) -> ColumnElement[bool]:
    return or_(one.due_at < other.due_at, and_(one.due_at == other.due_at, one.seq < other.seq))


_CLAIM = _claimable()


def _key_of(vault: Vault, message: Outgoing) -> DataKey | None:
    if message.conversation_id is not None:
        return vault.of_conversation(message.conversation_id)
    return None if message.case_id is None else vault.of_case(message.case_id)


def _body(key: DataKey | None, row_id: str, body: Mapping[str, Any]) -> dict[str, Any]:
    if key is None:
        return {"sealed_body": None, "body": from_json(to_json(body))}
    return {"sealed_body": seal_json(key, _cell(row_id), body), "body": None}


def _opened(connection: Connection, vault: Vault, row: Row[Any], now: datetime) -> OutboxRow | None:
    try:
        talk = row.conversation_id and conversation(connection, vault, row.conversation_id)
        body = row.body if row.sealed_body is None else _unsealed(vault, row)
    except SealBroken:
        park(connection, row.id, "seal_broken", now)
        return None
    return OutboxRow(
        id=row.id,
        kind=row.kind,
        channel=row.channel,
        body=body,
        conversation_id=row.conversation_id,
        sender=talk.sender if talk else None,
        case_id=row.case_id,
        organization_id=row.organization_id,
        urgent=row.urgent,
        due_at=row.due_at,
        attempts=row.attempts + 1,
        created_at=row.created_at,
    )


def _unsealed(vault: Vault, row: Row[Any]) -> Any:
    owned_by_talk = row.conversation_id is not None
    key = (
        vault.of_conversation(row.conversation_id) if owned_by_talk else vault.of_case(row.case_id)
    )
    if key is None:
        raise SealBroken("the key of an outbox row was destroyed")
    return open_json(key, _cell(row.id), row.sealed_body)


def _cell(row_id: str) -> Cell:
    return Cell("outbox", "sealed_body", row_id)


def _only_code(error_code: str) -> str:
    # An exception's text could quote the message; only codes are kept.
    return error_code if _CODE.fullmatch(error_code) else "other"
