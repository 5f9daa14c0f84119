"""Answers to what was asked, one row each; they outlive the conversation, without its words."""

import secrets

from sqlalchemy import Connection, insert, select

from bot.cases.consents import Consent
from bot.cases.store.tables import consents


def note_consent(connection: Connection, conversation_id: str, consent: Consent) -> None:
    """Write an answer down."""
    row = {
        "id": secrets.token_hex(16),
        "conversation_id": conversation_id,
        "case_id": consent.case_id,
        "moment": consent.moment,
        "version": consent.version,
        "answer": consent.answer,
        "organization_id": consent.organization_id,
        "channel": consent.channel,
        "at": consent.at,
    }
    connection.execute(insert(consents), row)


def consents_of(connection: Connection, conversation_id: str) -> tuple[Consent, ...]:
    """The answers of a conversation, oldest first."""
    wanted = (
        select(consents)
        .where(consents.c.conversation_id == conversation_id)
        .order_by(consents.c.at, consents.c.id)
    )
    return tuple(
        Consent(
            moment=row.moment,
            version=row.version,
            answer=row.answer,
            channel=row.channel,
            at=row.at,
            organization_id=row.organization_id,
            case_id=row.case_id,
        )
        for row in connection.execute(wanted)
    )
