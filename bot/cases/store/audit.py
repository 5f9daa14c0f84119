"""Who looked at what: append-only rows, each signed together with the one before it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, text

from bot.cases.evidence import AuditEntry
from bot.cases.store.storable import to_json
from bot.cases.store.tables import audit
from bot.cases.store.vault import Vault

_LOCK = 0x6175646974
_LAST = select(audit.c.seq, audit.c.chain).order_by(audit.c.seq.desc()).limit(1)


def append(connection: Connection, vault: Vault, lines: Sequence[dict[str, Any]]) -> None:
    """Write lines of at, actor, action, case_id, field_class, at the end of a transaction.

    At the end, because on PostgreSQL the chain is locked until commit and other locks must not
    be waited for while holding it.
    """
    if not lines:
        return
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
    last = connection.execute(_LAST).first()
    seq, chain = (0, "") if last is None else (last.seq, last.chain)
    for line in lines:
        seq += 1
        chain = _link(vault, chain, {**line, "seq": seq})
        connection.execute(insert(audit), {**line, "seq": seq, "chain": chain})


def audit_of(connection: Connection, case_id: str) -> tuple[AuditEntry, ...]:
    """Who did what with a case, oldest first: the worker may see it."""
    wanted = select(audit).where(audit.c.case_id == case_id).order_by(audit.c.seq)
    return tuple(_entry(row) for row in connection.execute(wanted))


def first_broken(connection: Connection, vault: Vault) -> int | None:
    """The number of the first row that was changed, or follows one taken out; None when whole.

    Rows cut off at the end show only against a head noted elsewhere.
    """
    before: tuple[int, str] | None = None
    for row in connection.execute(select(audit).order_by(audit.c.seq)):
        # Retention takes the oldest rows, so the first one kept can't be checked.
        if before is not None and not _follows(vault, before, row):
            return int(row.seq)
        before = (row.seq, row.chain)
    return None


def head(connection: Connection) -> tuple[int, str] | None:
    """The last row's number and signature, to be noted outside the host."""
    last = connection.execute(_LAST).first()
    return None if last is None else (last.seq, last.chain)


def _follows(vault: Vault, before: tuple[int, str], row: Row[Any]) -> bool:
    values = {name: value for name, value in row._mapping.items() if name != "chain"}
    return bool(row.seq == before[0] + 1 and row.chain == _link(vault, before[1], values))


def _link(vault: Vault, chain: str, values: dict[str, Any]) -> str:
    at: datetime = values["at"]
    signed = {**values, "at": at.timestamp()}
    content = to_json([chain, *(signed[name] for name in sorted(signed))])
    return vault.ring.sign("audit", content.encode()).hex()


def _entry(row: Row[Any]) -> AuditEntry:
    return AuditEntry(row.seq, row.at, row.actor, row.action, row.case_id, row.field_class)
