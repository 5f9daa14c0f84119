"""The Telegram channel as wiring sees it: start, stop, send, routes."""

import asyncio
import contextlib

import structlog
from starlette.routing import Route
from telegram import BotCommand
from telegram.error import InvalidToken, TelegramError

from bot.cases.outgoing import OutboxRow
from bot.channels.telegram.admitting import Admission
from bot.channels.telegram.connection import Account, connect
from bot.channels.telegram.faults import LONG_PAUSE
from bot.channels.telegram.order import ChatOrder
from bot.channels.telegram.polling import Polling, fetcher
from bot.channels.telegram.reading import WANTED
from bot.channels.telegram.reception import Reception
from bot.channels.telegram.sending import Sending
from bot.channels.telegram.services import Services
from bot.channels.telegram.webhook import Webhook, webhook_route
from bot.delivery import TryLater

COMMANDS = ("start", "help", "mydata", "delete")
"""Shown in the menu, described by the replies command_*; the dialogue knows them as words."""

LONGEST_WAIT = 60.0

log = structlog.get_logger(__name__)


class TelegramChannel:
    """One bot: long polling, or pushed to when a webhook is given."""

    def __init__(
        self, account: Account, services: Services, webhook: Webhook | None = None
    ) -> None:
        """Nothing is sent before `start`."""
        self._content = services.content
        self._webhook = webhook
        self._connection = connect(account)
        self._bot = self._connection.bot
        self._sending = Sending(self._bot, services.store, services.content, services.public_url)
        reception = Reception(self._bot, services, self._sending)
        self._admission = Admission(reception, ChatOrder())
        self._polling = Polling(
            fetcher(self._connection.polling, self._bot.base_url), self._admission
        )
        self._running: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin in the background: an unreachable Telegram never keeps the rest from serving."""
        self._running = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Stop fetching, let what is under way finish, close the connections."""
        if self._running is not None:
            self._running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._running
        await self._sending.finish()
        await self._connection.close()

    async def send(self, row: OutboxRow) -> None:
        """Deliver one row of the outbox; raises NotDeliverable or TryLater."""
        await self._sending.send(row)

    def routes(self) -> list[Route]:
        """The webhook's route; none when polling."""
        return [webhook_route(self._webhook, self._admission.admit)] if self._webhook else []

    async def _run(self) -> None:
        await self._introduce()
        if self._webhook is None:
            await self._polling.run()

    async def _introduce(self) -> None:
        """Say hello until Telegram answers; then tell it how it reaches us."""
        wait = 1.0
        while True:
            try:
                await self._bot.initialize()
                await self._choose_way()
                await self._bot.set_my_commands(self._commands())
            except InvalidToken:
                log.error(
                    "telegram_token_refused", mend="set TELEGRAM_TOKEN to what BotFather gave"
                )
                await asyncio.sleep(LONG_PAUSE)
            except (TelegramError, TryLater) as fault:
                log.warning("telegram_away", fault=type(fault).__name__)
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)
            else:
                log.info("telegram_on", way="webhook" if self._webhook else "polling")
                return

    async def _choose_way(self) -> None:
        # What waits at Telegram is never dropped: it was said while we were away.
        if self._webhook is None:
            await self._bot.delete_webhook()
        else:
            await self._bot.set_webhook(
                self._webhook.address,
                secret_token=self._webhook.secret,
                allowed_updates=WANTED,
            )

    def _commands(self) -> list[BotCommand]:
        wording = self._content().wording
        return [BotCommand(name, wording.say(f"command_{name}")) for name in COMMANDS]
