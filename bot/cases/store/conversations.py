"""Conversations: found by a blind index of channel and sender, their state and words sealed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from bot.cases.conversations import Conversation, TranscriptLine
from bot.cases.errors import NotKept
from bot.cases.keys import Cell, DataKey
from bot.cases.store.inserting import insert_if_new
from bot.cases.store.storable import storable_text
from bot.cases.store.tables import conversations, keys, transcript
from bot.cases.store.vault import Vault, open_json, seal_json

_ALL = select(conversations, keys.c.wrapped).join(keys, keys.c.id == conversations.c.key_id)
_BY_SENDER = _ALL.where(
    conversations.c.channel == bindparam("channel"),
    conversations.c.sender_hash == bindparam("sender_hash"),
).with_for_update(of=conversations)
_BY_ID = _ALL.where(conversations.c.id == bindparam("conversation_id"))
_BY_CASE = _ALL.where(conversations.c.case_id == bindparam("case_id")).order_by(conversations.c.id)
_SAVE = (
    update(conversations)
    .where(conversations.c.id == bindparam("conversation_id"))
    .values(state=bindparam("new_state"), updated_at=bindparam("now"))
)
_COUNT = (
    update(conversations)
    .where(conversations.c.id == bindparam("conversation_id"))
    .values(last_seq=conversations.c.last_seq + 1)
    .returning(conversations.c.last_seq)
)
_WRITE = insert(transcript)
_LINES = (
    select(transcript)
    .where(
        transcript.c.conversation_id == bindparam("conversation_id"),
        transcript.c.seq > bindparam("after"),
    )
    .order_by(transcript.c.seq)
    .limit(bindparam("most"))
)


def open_conversation(
    connection: Connection, vault: Vault, channel: str, sender: str, now: datetime
) -> Conversation:
    """The conversation of this sender, made when new; its row stays locked until commit."""
    who = {
        "channel": channel,
        "sender_hash": vault.ring.blind_index("sender", channel, sender),
    }
    row = connection.execute(_BY_SENDER, who).first()
    if row is None:
        _make(connection, vault, sender, who, now)
        row = connection.execute(_BY_SENDER, who).one()
    return _opened(vault, row)


def conversation(connection: Connection, vault: Vault, conversation_id: str) -> Conversation | None:
    """One conversation, or None."""
    row = connection.execute(_BY_ID, {"conversation_id": conversation_id}).first()
    return None if row is None else _opened(vault, row)


def conversations_of_case(
    connection: Connection, vault: Vault, case_id: str
) -> tuple[Conversation, ...]:
    """The conversations that follow a case."""
    return tuple(_opened(vault, row) for row in connection.execute(_BY_CASE, {"case_id": case_id}))


def save_state(
    connection: Connection, vault: Vault, conversation_id: str, state: str, now: datetime
) -> None:
    """Replace the dialogue's state. Raises NotKept when the conversation is gone."""
    sealed = _key(vault, conversation_id).seal(
        Cell("conversations", "state", conversation_id), storable_text(state).encode()
    )
    values = {"conversation_id": conversation_id, "new_state": sealed, "now": now}
    connection.execute(_SAVE, values)


def link_case(connection: Connection, conversation_id: str, case_id: str | None) -> None:
    """Let a conversation follow a case, or none."""
    connection.execute(
        update(conversations).where(conversations.c.id == conversation_id).values(case_id=case_id)
    )


def append_transcript(
    connection: Connection,
    vault: Vault,
    conversation_id: str,
    line: tuple[str, Mapping[str, Any]],
    now: datetime,
) -> int:
    """Write (who, body); returns its number. The count locks the conversation, so order holds."""
    key = _key(vault, conversation_id)
    seq: int = connection.execute(_COUNT, {"conversation_id": conversation_id}).scalar_one()
    who, body = line
    row = {
        "conversation_id": conversation_id,
        "seq": seq,
        "who": who,
        "body": seal_json(key, _line_cell(conversation_id, seq), body),
        "at": now,
    }
    connection.execute(_WRITE, row)
    return seq


def read_transcript(
    connection: Connection, vault: Vault, conversation_id: str, after: int, limit: int
) -> tuple[TranscriptLine, ...]:
    """The lines after a number, oldest first; empty when the conversation is gone."""
    key = vault.of_conversation(conversation_id)
    if key is None:
        return ()
    wanted = {"conversation_id": conversation_id, "after": after, "most": limit}
    return tuple(_line(key, row) for row in connection.execute(_LINES, wanted))


def drop_line(connection: Connection, vault: Vault, conversation_id: str, seq: int) -> str:
    """Delete a line the worker wrote and return its words; the numbers of the others stay."""
    of_worker = transcript.c.who == "worker"
    here = (transcript.c.conversation_id == conversation_id) & (transcript.c.seq == seq)
    dropped = delete(transcript).where(here & of_worker).returning(transcript)
    row = connection.execute(dropped).first()
    if row is None:
        return ""
    return str(_line(_key(vault, conversation_id), row).body.get("text", ""))


def _make(
    connection: Connection, vault: Vault, sender: str, who: Mapping[str, str], now: datetime
) -> None:
    # The key's random id serves the conversation too: one of each, for life.
    key = vault.make(now)
    row = {
        **who,
        "id": key.id,
        "key_id": key.id,
        "sender": seal_json(key, Cell("conversations", "sender", key.id), sender),
        "last_seq": 0,
        "updated_at": now,
    }
    if not insert_if_new(connection, conversations, row):
        vault.destroy(key.id)


def _opened(vault: Vault, row: Row[Any]) -> Conversation:
    key = vault.own(row.id, row.key_id, row.wrapped)
    state = row.state and key.open(Cell("conversations", "state", row.id), row.state).decode()
    return Conversation(
        id=row.id,
        channel=row.channel,
        sender=open_json(key, Cell("conversations", "sender", row.id), row.sender),
        state=state or "",
        case_id=row.case_id,
        updated_at=row.updated_at,
    )


def _key(vault: Vault, conversation_id: str) -> DataKey:
    key = vault.of_conversation(conversation_id)
    if key is None:
        raise NotKept("the conversation does not exist or was erased")
    return key


def _line(key: DataKey, row: Row[Any]) -> TranscriptLine:
    return TranscriptLine(
        seq=row.seq,
        conversation_id=row.conversation_id,
        who=row.who,
        body=open_json(key, _line_cell(row.conversation_id, row.seq), row.body),
        at=row.at,
    )


def _line_cell(conversation_id: str, seq: int) -> Cell:
    return Cell("transcript", "body", f"{conversation_id}:{seq}")
