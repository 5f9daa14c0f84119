"""The bot's account and the connections to Telegram."""

import logging
import os
from dataclasses import dataclass, field

from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.channels.telegram.pacing import Pace

TELEGRAM = "https://api.telegram.org/bot"
TELEGRAM_FILES = "https://api.telegram.org/file/bot"


@dataclass(frozen=True, slots=True)
class Account:
    """The token, and the way to Telegram where it is not the direct one.

    `base_url` and `file_url` end where the token begins (http://127.0.0.1:8081/bot).
    """

    token: str = field(repr=False)
    base_url: str | None = None
    file_url: str | None = None
    proxy: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Connection:
    """The bot, and its two transports: one for fetching updates, which waits long."""

    bot: "ExtBot[int]"
    polling: HTTPXRequest
    request: HTTPXRequest

    async def close(self) -> None:
        """Close both, also when the bot never got through (PTB's own shutdown would not)."""
        await self.polling.shutdown()
        await self.request.shutdown()


def connect(account: Account) -> Connection:
    """Nothing is sent yet."""
    _keep_token_out_of_logs()
    # PTB warns, within itself, of durations that are not yet timedelta; this opts in.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    proxy = account.proxy
    polling = HTTPXRequest(connection_pool_size=2, connect_timeout=10, proxy=proxy)
    request = HTTPXRequest(
        connection_pool_size=32, read_timeout=15, connect_timeout=10, pool_timeout=10, proxy=proxy
    )
    bot = ExtBot(
        account.token,
        base_url=account.base_url or TELEGRAM,
        base_file_url=account.file_url or TELEGRAM_FILES,
        request=request,
        get_updates_request=polling,
        rate_limiter=Pace(),
    )
    return Connection(bot, polling, request)


def _keep_token_out_of_logs() -> None:
    """httpx tells every address at INFO; PTB tells at ERROR what it could not read."""
    for name, level in (("httpx", logging.WARNING), ("telegram", logging.CRITICAL)):
        logger = logging.getLogger(name)
        logger.setLevel(max(level, logger.level))
