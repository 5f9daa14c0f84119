"""Rows of the outbox into chats: text in parts, a pin, buttons; cards and pages into groups."""

import asyncio
import contextlib
from collections.abc import Mapping
from functools import partial
from typing import Any

import structlog
from telegram import Bot, LinkPreviewOptions, ReplyKeyboardRemove
from telegram.error import BadRequest, ChatMigrated, TelegramError

from bot.cases.outgoing import OutboxRow
from bot.cases.store.store import Store
from bot.channels.telegram import keyboards
from bot.channels.telegram.card import card_keyboard
from bot.channels.telegram.faults import as_delivery, is_gone
from bot.channels.telegram.pacing import GroupPace
from bot.channels.telegram.paper_parts import PaperParts, Part
from bot.channels.telegram.splitting import split_text
from bot.delivery import NotDeliverable, TryLater
from bot.paper_desk import PaperDesk
from bot.speaking import ContentNow

MOST_REMEMBERED = 1000
LONGEST_FINISH = 5.0

log = structlog.get_logger(__name__)


class Sending:
    """Sends rows; what was already sent of a row that has to be tried again is not sent again."""

    def __init__(self, bot: Bot, store: Store, content: ContentNow, public_url: str = "") -> None:
        self._bot = bot
        self._store = store
        self._content = content
        self._public_url = public_url.rstrip("/")
        self._papers = PaperParts(bot, PaperDesk(store, content, public_url), content)
        self._pace = GroupPace()
        self._sent_of: dict[str, int] = {}
        self._is_open = True
        self._under_way = 0

    async def send(self, row: OutboxRow) -> None:
        """Deliver one row; raises NotDeliverable or TryLater, which name a code and no words."""
        if not self._is_open:
            raise TryLater("stopping", 1)
        self._under_way += 1
        try:
            await self._send(row)
        finally:
            self._under_way -= 1

    async def finish(self) -> None:
        """Take no more rows and let those under way finish: one cut off would be sent twice."""
        self._is_open = False
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LONGEST_FINISH):
                while self._under_way:
                    await asyncio.sleep(0.02)

    async def say_now(self, chat: str, body: Mapping[str, Any]) -> None:
        """Send without the outbox: for danger while the database is away. Raises as `send`."""
        for part in self._message(chat, body):
            await self._attempt(part)

    def follow(self, old_group: int, new_group: int) -> None:
        """A group got another id; blocking."""
        with self._store.transaction() as transaction:
            for organization in transaction.organizations():
                if organization.telegram_group == str(old_group):
                    transaction.set_telegram_group(organization.id, str(new_group))

    async def _send(self, row: OutboxRow) -> None:
        if row.kind == "message":
            if not row.sender:
                raise NotDeliverable("no_address")
            parts = [*self._message(row.sender, row.body), *self._papers.of(row.sender, row)]
        else:
            group = await asyncio.to_thread(self._group_of, row.organization_id)
            await self._pace.take(group)
            parts = self._into_group(group, row)
        try:
            await self._send_parts(row.id, parts)
        except NotDeliverable:
            self._sent_of.pop(row.id, None)
            raise

    async def _send_parts(self, row_id: str, parts: list[Part]) -> None:
        for part in parts[self._sent_of.get(row_id, 0) :]:
            await self._attempt(part)
            if len(self._sent_of) >= MOST_REMEMBERED:
                self._sent_of.clear()
            self._sent_of[row_id] = self._sent_of.get(row_id, 0) + 1
        self._sent_of.pop(row_id, None)

    async def _attempt(self, part: Part) -> None:
        try:
            await part()
        except TelegramError as fault:
            raise as_delivery(fault) from None

    def _message(self, chat: str, body: Mapping[str, Any]) -> list[Part]:
        parts: list[Part] = []
        if body.get("unsay"):
            parts.append(partial(self._unsay, chat, body["unsay"]))
        if body.get("venue"):
            parts.append(partial(self._pin, chat, *body["venue"]))
        texts = [part for part in split_text(sendable(self._worded(body))) if part.strip()]
        if not texts:
            return parts
        for text in texts[:-1]:
            parts.append(partial(self._text, chat, text, None))
        parts.append(partial(self._text, chat, texts[-1], self._markup(chat, body)))
        return parts

    def _worded(self, body: Mapping[str, Any]) -> str:
        """The text, with the whole address of what can be fetched on our page."""
        text = str(body["text"])
        if not body.get("link"):
            return text
        wording = self._content().wording
        if not self._public_url:
            return wording.say("happened_export_ready", path="")
        address = f"{self._public_url}{body['link']}"
        return f"{text}\n{wording.say('open_data', address=address)}"

    def _markup(self, chat: str, body: Mapping[str, Any]) -> keyboards.Markup | None:
        """One message carries one markup: choices come first, the place key only without them."""
        inline = keyboards.inline((id, label) for id, label in body.get("choices", ()))
        is_group = chat.startswith("-")
        if inline is not None or is_group:
            return inline
        if body.get("asks_place"):
            return keyboards.place_request(self._content().wording.say("share_place"))
        return ReplyKeyboardRemove()

    def _into_group(self, group: str, row: OutboxRow) -> list[Part]:
        markup = None
        if row.kind == "group_card" and row.case_id is not None:
            markup = card_keyboard(row.case_id, self._content().wording)
        text = sendable(row.body["text"])
        return [partial(self._into_moving_group, group, part, markup) for part in split_text(text)]

    async def _into_moving_group(
        self, group: str, text: str, markup: keyboards.Markup | None
    ) -> None:
        try:
            await self._text(group, text, markup)
        except ChatMigrated as moved:
            await asyncio.to_thread(self.follow, int(group), moved.new_chat_id)
            raise

    async def _text(self, chat: str, text: str, markup: keyboards.Markup | None) -> None:
        await self._bot.send_message(
            chat,
            text,
            reply_markup=markup,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )

    async def _unsay(self, chat: str, message_id: int) -> None:
        """Delete a message of the worker's; Telegram lets a bot do so for 48 hours."""
        try:
            await self._bot.delete_message(chat, message_id)
        except BadRequest as fault:
            if is_gone(fault):
                raise
            await self._text(chat, self._content().wording.say("unsay_too_late"), None)

    async def _pin(self, chat: str, name: str, address: str, lat: float, lon: float) -> None:
        """A pin is an extra, the text says the address too: one that is refused is left out."""
        try:
            await self._bot.send_venue(chat, lat, lon, name, address)
        except (BadRequest, ValueError) as fault:
            if isinstance(fault, BadRequest) and is_gone(fault):
                raise
            log.warning("telegram_pin_refused")

    def _group_of(self, organization_id: str | None) -> str:
        with self._store.transaction() as transaction:
            organization = transaction.organization(organization_id or "")
        if organization is None or not organization.telegram_group:
            raise NotDeliverable("no_group")
        return organization.telegram_group


def sendable(text: str) -> str:
    """Text that can be encoded: a lone surrogate becomes a mark."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
