"""How often an update is tried before it is given up, so that none ever blocks the others."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any

import structlog
from telegram import Update
from telegram.error import NetworkError

from bot.cases.errors import StoreUnavailable
from bot.channels.telegram.order import ChatOrder
from bot.channels.telegram.reception import Reception

NETWORK_WAITS = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds between tries of an update whose file can't be fetched."""

FAULT_WAITS = (0.1, 0.5)
"""Seconds between tries of an update that raises: most likely it always will."""

Raw = Mapping[str, Any]

log = structlog.get_logger(__name__)


class Admission:
    """Updates in the order of their chats, each tried a few times."""

    def __init__(self, reception: Reception, order: ChatOrder) -> None:
        self._reception = reception
        self._order = order

    async def admit(self, raw: Raw) -> None:
        """Handle it or set it aside; raises StoreUnavailable when it has to come again."""
        await self._in_turn(raw, self._try(raw))

    async def admit_in_time(self, raw: Raw, store_away: Callable[[], Awaitable[None]]) -> None:
        """As `admit`, but stays with it, in the chat's turn, until the database is back.

        `store_away` is awaited between the tries.
        """
        await self._in_turn(raw, self._try_in_time(raw, store_away))

    async def aid(self, raw: Raw) -> None:
        """Answer danger out of turn; never raises for a poison update."""
        try:
            await self._reception.aid(raw)
        except Exception as fault:  # its own turn will deal with it
            log.warning("telegram_aid_failed", fault=type(fault).__name__)

    async def _in_turn(self, raw: Raw, work: Coroutine[Any, Any, None]) -> None:
        try:
            await self._order.process_update(self._readable(raw), work)
        finally:
            work.close()

    def _readable(self, raw: Raw) -> Update | None:
        try:
            return self._reception.read(raw)
        except Exception:
            return None

    async def _try_in_time(self, raw: Raw, store_away: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                await self._try(raw)
            except StoreUnavailable:
                await store_away()
            else:
                return

    async def _try(self, raw: Raw) -> None:
        tries = 0
        while True:
            try:
                await self._reception.receive(raw)
            except StoreUnavailable:
                raise
            except Exception as fault:
                waits = NETWORK_WAITS if isinstance(fault, NetworkError) else FAULT_WAITS
                if tries >= len(waits):
                    await self._give_up(raw, fault)
                    return
                await asyncio.sleep(waits[tries])
                tries += 1
            else:
                return

    async def _give_up(self, raw: Raw, fault: Exception) -> None:
        # Only the type: an exception's text may quote the worker.
        log.error("telegram_update_set_aside", fault=type(fault).__name__)
        try:
            await self._reception.set_aside(raw)
        except StoreUnavailable:
            raise
        except Exception as again:
            log.error("telegram_update_dropped", fault=type(again).__name__)
