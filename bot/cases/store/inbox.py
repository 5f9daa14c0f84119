"""Updates already seen: a set, never a highest number, since Telegram's ids may start anew."""

from datetime import datetime

from sqlalchemy import Connection

from bot.cases.store.inserting import insert_if_new
from bot.cases.store.tables import inbox
from bot.cases.store.vault import Vault


def accept_update(
    connection: Connection, vault: Vault, channel: str, update_key: str, now: datetime
) -> bool:
    """True the first time an update is seen; its effects belong into the same transaction."""
    return _remember(connection, vault, (channel, update_key), now, handled=True)


def set_aside(
    connection: Connection, vault: Vault, channel: str, update_key: str, now: datetime
) -> bool:
    """Remember an update that could not be handled, so that it does not come again."""
    return _remember(connection, vault, (channel, update_key), now, handled=False)


def _remember(
    connection: Connection, vault: Vault, update: tuple[str, str], now: datetime, *, handled: bool
) -> bool:
    row = {
        "channel": update[0],
        "update_hash": vault.ring.blind_index("update", *update),
        "received_at": now,
        "handled": handled,
    }
    return insert_if_new(connection, inbox, row)
