"""The one place that deletes. Keys go first of all: what they sealed is unreadable at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    delete,
    or_,
    select,
    union_all,
    update,
)

from bot.cases.case import Case, CaseEvent
from bot.cases.retention import Expired, cutoff
from bot.cases.store import casefiles
from bot.cases.store.evidence_files import EvidenceFiles
from bot.cases.store.tables import (
    audit,
    cases,
    consents,
    conversations,
    data_links,
    evidence,
    inbox,
    keys,
    open_questions,
    outbox,
    sessions,
    timeline,
    transcript,
)
from bot.cases.store.vault import Vault

CHECK_KEY = "check"


@dataclass(frozen=True, slots=True)
class Shredder:
    """What erasing needs of a transaction."""

    connection: Connection
    vault: Vault
    files: EvidenceFiles


def erase_conversation(shredder: Shredder, conversation_id: str, now: datetime) -> str | None:
    """Erase a conversation, its case and every conversation that follows that case.

    Returns the id of the case, if there was one. A conversation already gone is no error.
    """
    found = select(conversations.c.id, conversations.c.case_id).where(
        conversations.c.id == conversation_id
    )
    row = shredder.connection.execute(found.with_for_update()).first()
    if row is None:
        return None
    if row.case_id is not None:
        following = select(conversations.c.id).where(conversations.c.case_id == row.case_id)
        others = shredder.connection.execute(following.order_by(conversations.c.id)).scalars().all()
        erase_case(shredder, row.case_id, now, by="worker")
        for other in others:
            _drop_conversation(shredder, other)
    else:
        _drop_conversation(shredder, conversation_id)
    return str(row.case_id) if row.case_id is not None else None


def erase_case(shredder: Shredder, case_id: str, now: datetime, *, by: str) -> Case:
    """Erase a case's content; number, codes and dates stay. Conversations are let go of."""
    connection = shredder.connection
    after = casefiles.record(connection, shredder.vault, case_id, CaseEvent("erased", by), now)
    _drop_evidence(shredder, evidence.c.case_id == case_id)
    connection.execute(delete(outbox).where(outbox.c.case_id == case_id))
    connection.execute(
        update(conversations).where(conversations.c.case_id == case_id).values(case_id=None)
    )
    connection.execute(
        update(timeline).where(timeline.c.case_id == case_id).values(note=None, details={})
    )
    emptied = update(cases).where(cases.c.id == case_id)
    key = shredder.vault.of_case(case_id)
    connection.execute(
        emptied.values(
            key_id=None,
            code_hash=None,
            facts=None,
            said=None,
            story=None,
            region=after.region,
            amount_band=after.amount_band,
            last_safe_day=after.last_safe_day,
        )
    )
    if key is not None:
        shredder.vault.destroy(key.id)
    return after


def expire(shredder: Shredder, now: datetime) -> Expired:
    """Do what the retention rules ask at this time."""
    return Expired(
        cases=_expire_cases(shredder, now),
        conversations=_expire_conversations(shredder, now),
        transcript=_expire_transcript(shredder.connection, now),
        open_questions=_delete(
            shredder, open_questions, open_questions.c.asked_at < cutoff("open_questions", now)
        ),
        case_records=_expire_case_records(shredder.connection, now),
        inbox=_delete(shredder, inbox, inbox.c.received_at < cutoff("inbox", now)),
        outbox=_delete(shredder, outbox, or_(_settled("sent", now), _settled("parked", now))),
        sessions=_delete(shredder, sessions, sessions.c.expires_at <= cutoff("sessions", now)),
        consents=_delete(shredder, consents, consents.c.at < cutoff("consents", now)),
        data_links=_delete(
            shredder, data_links, data_links.c.expires_at <= cutoff("data_links", now)
        ),
        audit=_delete(shredder, audit, audit.c.at < cutoff("audit", now)),
        stray_keys=_delete_stray_keys(shredder.connection),
        stray_files=_sweep_files(shredder, now),
    )


def _expire_cases(shredder: Shredder, now: datetime) -> int:
    never_referred = cases.c.status.in_(("saved", "no_taker"))
    over = or_(
        never_referred & (cases.c.changed_at < cutoff("saved_case", now)),
        (cases.c.status == "withdrawn") & (cases.c.closed_at < cutoff("withdrawn_case", now)),
        (cases.c.status == "closed") & (cases.c.closed_at < cutoff("closed_case", now)),
    )
    ids = _locked(shredder.connection, select(cases.c.id).where(over))
    for case_id in ids:
        erase_case(shredder, case_id, now, by="retention")
    return len(ids)


def _expire_conversations(shredder: Shredder, now: datetime) -> int:
    still_to_send = select(outbox.c.seq).where(
        outbox.c.conversation_id == conversations.c.id, outbox.c.status == "waiting"
    )
    over = or_(
        conversations.c.updated_at < cutoff("idle_conversation", now),
        conversations.c.state.is_(None)
        & (conversations.c.updated_at < cutoff("empty_conversation", now))
        & ~still_to_send.exists(),
    )
    wanted = select(conversations.c.id).where(conversations.c.case_id.is_(None), over)
    ids = _locked(shredder.connection, wanted)
    for conversation_id in ids:
        _drop_conversation(shredder, conversation_id)
    return len(ids)


def _expire_transcript(connection: Connection, now: datetime) -> int:
    in_open_case = (
        select(conversations.c.id)
        .join(cases, cases.c.id == conversations.c.case_id)
        .where(cases.c.status.in_(("referred", "accepted")))
    )
    old = delete(transcript).where(
        transcript.c.at < cutoff("transcript", now),
        transcript.c.conversation_id.not_in(in_open_case),
    )
    return connection.execute(old).rowcount


def _expire_case_records(connection: Connection, now: datetime) -> int:
    old = select(cases.c.id).where(
        cases.c.status == "erased", cases.c.closed_at < cutoff("erased_case", now)
    )
    connection.execute(delete(timeline).where(timeline.c.case_id.in_(old)))
    return connection.execute(delete(cases).where(cases.c.id.in_(old))).rowcount


def _delete_stray_keys(connection: Connection) -> int:
    used = union_all(
        select(conversations.c.key_id),
        select(cases.c.key_id).where(cases.c.key_id.is_not(None)),
        select(evidence.c.key_id),
    )
    stray = delete(keys).where(keys.c.id != CHECK_KEY, keys.c.id.not_in(used))
    return connection.execute(stray).rowcount


def _sweep_files(shredder: Shredder, now: datetime) -> int:
    known = frozenset(shredder.connection.execute(select(evidence.c.path)).scalars())
    return shredder.files.sweep(known, now)


def _settled(status: str, now: datetime) -> ColumnElement[bool]:
    return (outbox.c.status == status) & (outbox.c.settled_at < cutoff(status, now))


def _delete(shredder: Shredder, table: Table, which: ColumnElement[bool]) -> int:
    return shredder.connection.execute(delete(table).where(which)).rowcount


def _locked(connection: Connection, wanted: Select[Any]) -> list[str]:
    return list(connection.execute(wanted.with_for_update(skip_locked=True)).scalars())


def _drop_conversation(shredder: Shredder, conversation_id: str) -> None:
    connection = shredder.connection
    key = shredder.vault.of_conversation(conversation_id)
    given = evidence.c.conversation_id == conversation_id
    _drop_evidence(shredder, given & evidence.c.case_id.is_(None))
    connection.execute(update(evidence).where(given).values(conversation_id=None))
    for owned in (outbox, transcript, open_questions, data_links):
        connection.execute(delete(owned).where(owned.c.conversation_id == conversation_id))
    connection.execute(delete(conversations).where(conversations.c.id == conversation_id))
    if key is not None:
        shredder.vault.destroy(key.id)


def _drop_evidence(shredder: Shredder, which: ColumnElement[bool]) -> None:
    gone: Iterable[str] = shredder.connection.execute(
        delete(evidence).where(which).returning(evidence.c.path)
    ).scalars()
    for path in gone:
        shredder.files.remove(path)
