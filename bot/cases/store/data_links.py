"""Links by which a worker fetches the own data: good once, for a day; only their hash is kept."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from bot.cases.store.tables import data_links
from bot.cases.store.vault import Vault

LASTS = timedelta(hours=24)


def make_link(connection: Connection, vault: Vault, conversation_id: str, now: datetime) -> str:
    """A fresh token (256 bits); earlier ones of the conversation are void from now on."""
    void = delete(data_links).where(data_links.c.conversation_id == conversation_id)
    connection.execute(void)
    token = secrets.token_urlsafe(32)
    row = {
        "token_hash": _hashed(vault, token),
        "conversation_id": conversation_id,
        "expires_at": now + LASTS,
    }
    connection.execute(insert(data_links), row)
    return token


def owner_of(connection: Connection, vault: Vault, token: str, now: datetime) -> str | None:
    """The conversation whose data a token fetches; None when used, over or never given."""
    wanted = select(data_links.c.conversation_id).where(
        data_links.c.token_hash == _hashed(vault, token), data_links.c.expires_at > now
    )
    found: str | None = connection.execute(wanted).scalar()
    return found


def use_link(connection: Connection, vault: Vault, token: str, now: datetime) -> str | None:
    """As `owner_of`, and the token is used up: of two at once one gets None."""
    used = (
        delete(data_links)
        .where(data_links.c.token_hash == _hashed(vault, token), data_links.c.expires_at > now)
        .returning(data_links.c.conversation_id)
    )
    found: str | None = connection.execute(used).scalar()
    return found


def _hashed(vault: Vault, token: str) -> str:
    return vault.ring.blind_index("data link", token)
