"""Questions not answered well: sealed with the key of their conversation, gone with it."""

import secrets
from datetime import datetime

from sqlalchemy import Connection, insert, select

from bot.cases.errors import NotKept
from bot.cases.keys import Cell
from bot.cases.open_questions import OpenQuestion
from bot.cases.store.tables import open_questions
from bot.cases.store.vault import Vault, open_json, seal_json


def note_question(connection: Connection, vault: Vault, question: OpenQuestion) -> None:
    """Write one down. Raises NotKept when the conversation is gone."""
    key = vault.of_conversation(question.conversation_id)
    if key is None:
        raise NotKept("the conversation does not exist or was erased")
    question_id = secrets.token_hex(16)
    row = {
        "id": question_id,
        "conversation_id": question.conversation_id,
        "asked": seal_json(key, _cell(question_id), question.asked),
        "reason": question.reason,
        "entry_id": question.entry_id,
        "asked_at": question.asked_at,
    }
    connection.execute(insert(open_questions), row)


def open_questions_since(
    connection: Connection, vault: Vault, since: datetime, limit: int
) -> tuple[OpenQuestion, ...]:
    """The newest questions asked at `since` or later, newest first."""
    wanted = (
        select(open_questions)
        .where(open_questions.c.asked_at >= since)
        .order_by(open_questions.c.asked_at.desc(), open_questions.c.id)
        .limit(limit)
    )
    found = []
    for row in connection.execute(wanted).all():
        key = vault.of_conversation(row.conversation_id)
        if key is not None:
            asked = open_json(key, _cell(row.id), row.asked)
            whence = (row.reason, row.entry_id, row.asked_at)
            found.append(OpenQuestion(row.conversation_id, asked, *whence))
    return tuple(found)


def open_questions_of(
    connection: Connection, vault: Vault, conversation_id: str
) -> tuple[OpenQuestion, ...]:
    """Those of one conversation, oldest first."""
    key = vault.of_conversation(conversation_id)
    wanted = (
        select(open_questions)
        .where(open_questions.c.conversation_id == conversation_id)
        .order_by(open_questions.c.asked_at, open_questions.c.id)
    )
    return tuple(
        OpenQuestion(
            conversation_id,
            open_json(key, _cell(row.id), row.asked),
            row.reason,
            row.entry_id,
            row.asked_at,
        )
        for row in connection.execute(wanted)
        if key is not None
    )


def _cell(question_id: str) -> Cell:
    return Cell("open_questions", "asked", question_id)
