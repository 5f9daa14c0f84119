"""Removes what the promises on retention say must go, once an hour."""

import asyncio
from dataclasses import asdict
from datetime import UTC, datetime

import structlog

from bot.cases.errors import StoreError
from bot.cases.retention import Expired
from bot.cases.store.store import Store

EVERY = 3600.0

log = structlog.get_logger(__name__)


async def keep_only_what_is_promised(store: Store) -> None:
    """Expire rows until cancelled; a fault is logged and tried again at the next hour."""
    while True:
        try:
            expired = await asyncio.to_thread(_expire, store)
            log.info("expired", **asdict(expired))
        except StoreError as fault:
            log.warning("not_expired", fault=type(fault).__name__)
        await asyncio.sleep(EVERY)


def _expire(store: Store) -> Expired:
    with store.transaction() as transaction:
        return transaction.expire(datetime.now(UTC))
