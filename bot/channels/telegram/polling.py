"""Long polling that confirms an update only after its turn was committed.

PTB's Updater confirms a batch when it asks for the next one, while the batch may still wait in a
queue: a killed process loses it. Here the offset sent to Telegram never passes an update that is
not finished; meanwhile the next fetches bring it along again with newer ones, and it is skipped.
"""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.channels.telegram.admitting import Admission
from bot.channels.telegram.faults import LONG_PAUSE, seconds_to_wait
from bot.channels.telegram.reading import WANTED

LONG_POLL = 25
ANSWER_MARGIN = 10.0
LOOK_AGAIN = 0.5
"""Seconds between fetches while updates are still being handled."""

STORE_WAITS = (0.2, 0.5, 1.0, 2.0, 3.0)
NETWORK_WAITS = (0.5, 1.0, 2.0, 5.0, 15.0)
CONFLICT_WAIT = 15.0

Raw = Mapping[str, Any]
Fetch = Callable[[int | None, int], Awaitable[Sequence[Raw]]]
"""(offset, seconds to wait) to updates as JSON: PTB's own get_updates logs what it can't read."""

log = structlog.get_logger(__name__)


def fetcher(request: BaseRequest, base_url: str) -> Fetch:
    """getUpdates through PTB's transport. `base_url` holds the token."""

    async def fetch(offset: int | None, timeout: int) -> Sequence[Raw]:
        given: dict[str, Any] = {"timeout": timeout, "allowed_updates": json.dumps(WANTED)}
        if offset is not None:
            given["offset"] = offset
        url = f"{base_url}/getUpdates?{urlencode(given)}"
        found = await request.post(url, read_timeout=timeout + ANSWER_MARGIN)
        return [u for u in found if isinstance(u, Mapping)] if isinstance(found, list) else []

    return fetch


class Polling:
    """Fetches until cancelled."""

    def __init__(self, fetch: Fetch, admission: Admission) -> None:
        self._fetch = fetch
        self._admission = admission
        self._offset: int | None = None
        self._open: dict[int, tuple[Raw, asyncio.Task[None]]] = {}
        self._finished: set[int] = set()

    async def run(self) -> None:
        """Fetch, handle, confirm."""
        failures = 0
        try:
            while True:
                try:
                    await self._round()
                    failures = 0
                except TelegramError as fault:
                    await asyncio.sleep(_pause_after(fault, failures))
                    failures += 1
        finally:
            await self._stop()

    async def _round(self) -> None:
        is_confirming = self._offset is not None
        batch = await self._fetch(self._offset, 0 if self._open or is_confirming else LONG_POLL)
        if not batch and not self._open:
            # All is confirmed, so wait without an offset: after an idle week Telegram numbers
            # updates anew, at random and maybe lower.
            self._offset, self._finished = None, set()
        for raw in batch:
            self._begin(raw)
        if self._open:
            await asyncio.wait([task for _, task in self._open.values()], timeout=LOOK_AGAIN)
        self._move_on()

    def _begin(self, raw: Raw) -> None:
        number = raw.get("update_id")
        if not isinstance(number, int) or number in self._open or number in self._finished:
            return
        work = self._admission.admit_in_time(raw, self._store_away())
        self._open[number] = raw, asyncio.create_task(work)

    def _move_on(self) -> None:
        done = {number for number, (_, task) in self._open.items() if task.done()}
        for number in done:
            _, task = self._open.pop(number)
            _note_bug(task)
        self._finished |= done
        if self._open:
            self._offset = min(self._open)
        elif self._finished:
            self._offset = max(self._finished) + 1
        self._finished = {number for number in self._finished if number >= (self._offset or 0)}

    def _store_away(self) -> Callable[[], Awaitable[None]]:
        """What one update does between its tries while the database is away."""
        tries = 0

        async def wait() -> None:
            nonlocal tries
            if tries == 0:
                log.warning("telegram_waits_for_store")
            for raw, _ in sorted(self._open.values(), key=lambda one: int(one[0]["update_id"])):
                await self._admission.aid(raw)
            await asyncio.sleep(STORE_WAITS[min(tries, len(STORE_WAITS) - 1)])
            tries += 1

        return wait

    async def _stop(self) -> None:
        """Give what is under way a moment; what does not finish comes again after the start."""
        tasks = [task for _, task in self._open.values()]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=5)
            for task in late:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task


def _note_bug(task: "asyncio.Task[None]") -> None:
    fault = task.exception()
    if fault is not None:
        log.error("telegram_update_dropped", fault=type(fault).__name__)


def _pause_after(fault: TelegramError, failures: int) -> float:
    """Seconds until the next fetch; tells the operator what he has to mend."""
    if isinstance(fault, RetryAfter):
        return seconds_to_wait(fault)
    if isinstance(fault, Conflict):
        log.error("telegram_conflict", mend="another process polls with this token; stop it")
        return CONFLICT_WAIT
    if isinstance(fault, InvalidToken):
        log.error("telegram_token_refused", mend="set TELEGRAM_TOKEN to what BotFather gave")
        return LONG_PAUSE
    if failures in (0, 10):
        log.warning("telegram_away", fault=type(fault).__name__)
    return NETWORK_WAITS[min(failures, len(NETWORK_WAITS) - 1)]
