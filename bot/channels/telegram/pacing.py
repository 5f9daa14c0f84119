"""Telegram's pace: 30 messages a second, 20 a minute in a group. Short waits are waited out here;
for long ones the outbox row goes back, so that nobody else waits behind it."""

from collections.abc import Callable, Coroutine
from typing import Any

from aiolimiter import AsyncLimiter
from telegram.error import RetryAfter
from telegram.ext import AIORateLimiter

from bot.channels.telegram.faults import seconds_to_wait
from bot.delivery import TryLater

PATIENCE = 5.0  # seconds; well below the lease of a claimed outbox row
IN_GROUP = 20
MINUTE = 60.0

Answer = bool | dict[str, Any] | list[dict[str, Any]]


class Pace(AIORateLimiter):
    """PTB's limiter, which on a flood answer holds back every request: never for long."""

    def __init__(self) -> None:
        super().__init__(group_max_rate=0, max_retries=2)

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Answer:
        """As the parent, but a wait longer than PATIENCE is raised as TryLater at once."""

        async def call(*args: Any, **kwargs: Any) -> Answer:
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as fault:
                if seconds_to_wait(fault) > PATIENCE:
                    raise TryLater("flood", seconds_to_wait(fault)) from None
                raise

        return await super().process_request(call, args, kwargs, endpoint, data, rate_limit_args)


class GroupPace:
    """At most 20 messages a minute into one group, of which any number may wait in the outbox."""

    def __init__(self) -> None:
        self._limiters: dict[str, AsyncLimiter] = {}

    async def take(self, group: str) -> None:
        """Take one of the minute's places; raises TryLater when none is left."""
        limiter = self._limiters.setdefault(group, AsyncLimiter(IN_GROUP, MINUTE))
        if not limiter.has_capacity():
            raise TryLater("group_pace", MINUTE / IN_GROUP)
        await limiter.acquire()
