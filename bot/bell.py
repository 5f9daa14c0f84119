"""Wakes whoever waits for news of a conversation, within this process."""

import asyncio
import threading
from collections import defaultdict


class Bell:
    """Rung from any thread after a commit; waited for by the pages that show a conversation.

    It only makes things quick: a waiter that misses a ring looks again after its timeout.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[str, set[tuple[asyncio.AbstractEventLoop, asyncio.Event]]] = (
            defaultdict(set)
        )

    def ring(self, name: str) -> None:
        """Wake all that wait for `name`; ringing for nobody does nothing."""
        with self._lock:
            waiting = tuple(self._waiting.get(name, ()))
        for loop, event in waiting:
            if not loop.is_closed():
                loop.call_soon_threadsafe(event.set)

    async def wait(self, name: str, timeout: float) -> bool:
        """Wait for a ring at most `timeout` seconds; True when rung."""
        event = asyncio.Event()
        waiter = (asyncio.get_running_loop(), event)
        with self._lock:
            self._waiting[name].add(waiter)
        try:
            # Not wait_for: on Python 3.11 a ring at the same moment makes it forget it was cancelled.
            async with asyncio.timeout(timeout):
                await event.wait()
        except TimeoutError:
            return False
        else:
            return True
        finally:
            with self._lock:
                self._waiting[name].discard(waiter)
                if not self._waiting[name]:
                    del self._waiting[name]
