"""Mediators: who they are, which organization they work for."""

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from bot.cases.staff import Mediator
from bot.cases.store.tables import mediators
from bot.cases.store.vault import Vault


def add_mediator(
    connection: Connection,
    organization_id: str,
    names: tuple[str, str],
    password_hash: str,
    now: datetime,
) -> str:
    """Write a mediator from (login, display name); returns the id."""
    login, display_name = names
    mediator_id = secrets.token_hex(16)
    row = {
        "id": mediator_id,
        "organization_id": organization_id,
        "login": login,
        "display_name": display_name,
        "password_hash": password_hash,
        "active": True,
        "created_at": now,
    }
    connection.execute(insert(mediators), row)
    return mediator_id


def mediator(connection: Connection, mediator_id: str) -> Mediator | None:
    """One mediator, or None."""
    return _first(connection, mediators.c.id == mediator_id)


def mediator_by_login(connection: Connection, login: str) -> Mediator | None:
    """The mediator of this login, active or not."""
    return _first(connection, mediators.c.login == login)


def mediator_by_telegram(connection: Connection, vault: Vault, account: str) -> Mediator | None:
    """The mediator who linked this Telegram account."""
    return _first(connection, mediators.c.telegram_hash == _blind(vault, account))


def all_mediators(connection: Connection, organization_id: str) -> tuple[Mediator, ...]:
    """The mediators of an organization, by login."""
    wanted = (
        select(mediators)
        .where(mediators.c.organization_id == organization_id)
        .order_by(mediators.c.login)
    )
    return tuple(read_mediator(row) for row in connection.execute(wanted))


def link_telegram(
    connection: Connection, vault: Vault, mediator_id: str, account: str | None
) -> None:
    """Know a mediator by a Telegram account, of which only a blind index is kept."""
    hashed = None if account is None else _blind(vault, account)
    _change(connection, mediator_id, telegram_hash=hashed)


def set_password(connection: Connection, mediator_id: str, password_hash: str) -> None:
    """Replace the password's hash."""
    _change(connection, mediator_id, password_hash=password_hash)


def set_active(connection: Connection, mediator_id: str, *, active: bool) -> None:
    """A mediator who is not active can't sign in and accepts nothing."""
    _change(connection, mediator_id, active=active)


def read_mediator(row: Row[Any]) -> Mediator:
    """The value of a row that holds the columns of mediators."""
    return Mediator(
        id=row.id,
        organization_id=row.organization_id,
        login=row.login,
        display_name=row.display_name,
        password_hash=row.password_hash,
        active=row.active,
        has_telegram=row.telegram_hash is not None,
        created_at=row.created_at,
    )


def _first(connection: Connection, which: ColumnElement[bool]) -> Mediator | None:
    row = connection.execute(select(mediators).where(which)).first()
    return None if row is None else read_mediator(row)


def _change(connection: Connection, mediator_id: str, **values: Any) -> None:
    connection.execute(update(mediators).where(mediators.c.id == mediator_id).values(**values))


def _blind(vault: Vault, account: str) -> str:
    return vault.ring.blind_index("mediator telegram", account)
