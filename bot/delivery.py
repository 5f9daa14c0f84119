"""Delivers what the outbox holds: messages to pushed channels, cards to groups, timers to casework.

Each row is claimed, delivered, then marked. A crash in between repeats at most that one message
and loses none.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Protocol

import structlog

from bot.bell import Bell
from bot.cases.errors import StoreUnavailable
from bot.cases.outgoing import OutboxRow
from bot.cases.store.store import Store
from bot.casework import Casework
from bot.conversation import DELIVERY

MOST_TRIES = 5
MOST_AT_ONCE = 40
FIRST_WAIT = timedelta(seconds=5)
LOOK_AGAIN = 2.0
"""Seconds between looks for rows that came due without a ring."""

log = structlog.get_logger(__name__)


class NotDeliverable(Exception):
    """The channel will never take this message (blocked, chat gone); `code` is kept, no words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class TryLater(Exception):
    """The channel asks to wait; `seconds` when it says how long."""

    def __init__(self, code: str, seconds: float | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.seconds = seconds


class Sender(Protocol):
    """A pushed channel: sends one row, raises NotDeliverable or TryLater."""

    def __call__(self, row: OutboxRow) -> Awaitable[None]: ...


class Delivery:
    """The one place where rows of the outbox are delivered."""

    def __init__(
        self, store: Store, casework: Casework, senders: Mapping[str, Sender], bell: Bell
    ) -> None:
        self._store = store
        self._casework = casework
        self._senders = senders
        self._bell = bell

    async def run(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """Deliver until cancelled; a slow row holds nobody up, least of all an urgent one."""
        under_way: set[asyncio.Task[None]] = set()
        while True:
            rows = await self._claimed(clock(), MOST_AT_ONCE - len(under_way))
            for row in rows:
                task = asyncio.create_task(self._deliver(row, clock()))
                under_way.add(task)
                task.add_done_callback(under_way.discard)
            if not rows:
                await self._bell.wait(DELIVERY, LOOK_AGAIN)

    async def _claimed(self, now: datetime, most: int) -> tuple[OutboxRow, ...]:
        try:
            return await asyncio.to_thread(self._claim, now, most) if most > 0 else ()
        except StoreUnavailable:
            log.warning("store_unavailable")
            return ()

    async def deliver_due(self, now: datetime) -> int:
        """Deliver what is due; returns how many rows were taken up."""
        rows = await asyncio.to_thread(self._claim, now, MOST_AT_ONCE)
        await asyncio.gather(*(self._deliver(row, now) for row in rows))
        return len(rows)

    def _claim(self, now: datetime, most: int) -> tuple[OutboxRow, ...]:
        with self._store.transaction() as transaction:
            return transaction.claim_due(now, limit=most)

    async def _deliver(self, row: OutboxRow, now: datetime) -> None:
        try:
            await self._hand_over(row, now)
        except NotDeliverable as fault:
            await asyncio.to_thread(self._park, row, fault.code, now)
        except TryLater as fault:
            await asyncio.to_thread(self._retry, row, fault, now)
        else:
            await asyncio.to_thread(self._mark_sent, row, now)
        self._bell.ring(DELIVERY)

    async def _hand_over(self, row: OutboxRow, now: datetime) -> None:
        if row.kind == "timer":
            await asyncio.to_thread(self._ring_timer, row, now)
            return
        sender = self._senders.get(row.channel)
        if sender is None:
            raise TryLater("channel_off", 600)
        await sender(row)

    def _ring_timer(self, row: OutboxRow, now: datetime) -> None:
        if row.case_id and row.organization_id and row.body.get("what") == "unanswered":
            self._casework.unanswered(row.case_id, row.organization_id, now)

    def _mark_sent(self, row: OutboxRow, now: datetime) -> None:
        with self._store.transaction() as transaction:
            transaction.mark_sent(row.id, now)

    def _park(self, row: OutboxRow, code: str, now: datetime) -> None:
        log.warning("parked", outbox_id=row.id, code=code)
        with self._store.transaction() as transaction:
            transaction.park(row.id, code, now)

    def _retry(self, row: OutboxRow, fault: TryLater, now: datetime) -> None:
        if row.attempts >= MOST_TRIES and fault.seconds is None:
            self._park(row, fault.code, now)
            return
        wait = FIRST_WAIT * 2 ** min(row.attempts, 8)
        if fault.seconds is not None:
            wait = timedelta(seconds=fault.seconds)
        with self._store.transaction() as transaction:
            transaction.retry_later(row.id, now + wait, fault.code)
