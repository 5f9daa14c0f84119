"""Sessions of the desk: half an hour idle, twelve hours at most; only a hash of the token kept."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from bot.cases.retention import SESSION_IDLE, SESSION_LONGEST
from bot.cases.staff import Session, SessionToken
from bot.cases.store.mediators import mediator
from bot.cases.store.tables import sessions
from bot.cases.store.vault import Vault

_SEEN_EVERY = timedelta(minutes=1)


def open_session(
    connection: Connection, vault: Vault, mediator_id: str, now: datetime
) -> SessionToken:
    """Sign a mediator in."""
    opened = SessionToken(secrets.token_urlsafe(32), secrets.token_urlsafe(32))
    row = {
        "id": _hash(vault, opened.token),
        "mediator_id": mediator_id,
        "created_at": now,
        "last_seen_at": now,
        "expires_at": now + SESSION_LONGEST,
        "csrf": opened.csrf,
    }
    connection.execute(insert(sessions), row)
    return opened


def session(connection: Connection, vault: Vault, token: str, now: datetime) -> Session | None:
    """The live session of a token; None when over, idle too long, or its mediator inactive."""
    found = select(sessions).where(sessions.c.id == _hash(vault, token))
    row = connection.execute(found).first()
    if row is None or now >= row.expires_at or now - row.last_seen_at >= SESSION_IDLE:
        return None
    signed_in = mediator(connection, row.mediator_id)
    if signed_in is None or not signed_in.active:
        return None
    if now - row.last_seen_at >= _SEEN_EVERY:
        seen = update(sessions).where(sessions.c.id == row.id).values(last_seen_at=now)
        connection.execute(seen)
    return Session(signed_in, row.csrf, row.created_at, row.expires_at)


def end_session(connection: Connection, vault: Vault, token: str) -> None:
    """Sign out."""
    connection.execute(delete(sessions).where(sessions.c.id == _hash(vault, token)))


def end_sessions_of(connection: Connection, mediator_id: str) -> None:
    """Sign a mediator out everywhere."""
    connection.execute(delete(sessions).where(sessions.c.mediator_id == mediator_id))


def _hash(vault: Vault, token: str) -> str:
    return vault.ring.blind_index("session", token)
