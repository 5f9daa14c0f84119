"""One update, wholly: read it, hand it over, answer what never reaches the dialogue."""

import asyncio
import contextlib
from collections.abc import Mapping
from typing import Any

from telegram import Bot, CallbackQuery, Message, Update
from telegram.error import TelegramError

from bot.arrival import Arrival
from bot.cases.errors import StoreUnavailable
from bot.channels.telegram.files import Unfit, fetch
from bot.channels.telegram.group import GroupDesk
from bot.channels.telegram.keyboards import after_press
from bot.channels.telegram.reading import (
    CHANNEL,
    attached,
    pressed,
    private_message,
    said,
    unreadable,
    update_key,
)
from bot.channels.telegram.sending import Sending
from bot.channels.telegram.services import Services
from bot.conversation import DELIVERY
from bot.delivery import NotDeliverable, TryLater
from bot.dialogue.messages import Reply, Text
from bot.speaking import reply_body, say
from intents.normalize import clean


class Reception:
    """Receives updates one by one. Blocking work runs in threads."""

    def __init__(self, bot: Bot, services: Services, sending: Sending) -> None:
        self._bot = bot
        self._conversations = services.conversations
        self._store = services.store
        self._content = services.content
        self._bell = services.bell
        self._clock = services.clock
        self._sending = sending
        self._group = GroupDesk(services.store, services.casework, services.content)
        self._aided: set[str] = set()

    def read(self, raw: Mapping[str, Any]) -> Update:
        """The update as PTB's type; raises whatever a hostile shape makes PTB raise."""
        return Update.de_json(dict(raw), self._bot)

    async def receive(self, raw: Mapping[str, Any]) -> None:
        """Handle an update; when this returns, all of it is committed.

        Raises StoreUnavailable when it has to come again, and anything else for a poison update.
        """
        update, key = self.read(raw), update_key(raw)
        message = private_message(update)
        if message is not None:
            await self._hear(message, key)
        elif update.callback_query is not None:
            await self._press(update.callback_query, key)
        elif update.message is not None and update.message.migrate_to_chat_id:
            old, new = update.message.chat.id, update.message.migrate_to_chat_id
            await asyncio.to_thread(self._sending.follow, old, new)

    async def aid(self, raw: Mapping[str, Any]) -> None:
        """While the database is away: answer danger before the chat's turn comes."""
        message = private_message(self.read(raw))
        words = said(message) if message else None
        if message is None or not isinstance(words, Text):
            return
        # From memory alone: a whole turn here would overtake the chat once the database is back.
        arrival = Arrival(CHANNEL, _chat(message), update_key(raw), words)
        danger = self._conversations.danger(arrival)
        if danger is not None:
            await self._answer_once(arrival, (danger,))

    async def set_aside(self, raw: Mapping[str, Any]) -> None:
        """Give a poison update up, and tell its writer. Raises StoreUnavailable."""
        await asyncio.to_thread(self._set_aside, update_key(raw), _writer(raw))
        self._bell.ring(DELIVERY)

    async def _hear(self, message: Message, key: str) -> None:
        words = said(message)
        if words is not None:
            await self._hand_over(
                Arrival(CHANNEL, _chat(message), key, words, message_id=message.message_id)
            )
        else:
            await self._take_attachment(message, key)
        if message.caption:
            caption = Text(clean(message.caption))
            await self._hand_over(
                Arrival(
                    CHANNEL,
                    _chat(message),
                    f"{key}:caption",
                    caption,
                    message_id=message.message_id,
                )
            )

    async def _take_attachment(self, message: Message, key: str) -> None:
        file = attached(message)
        if file is None:
            reply = unreadable(message)
            if reply is not None:
                await self._reply_once(_chat(message), key, reply)
            return
        upload = await fetch(self._bot, file, f"photo-{message.message_id}")
        if isinstance(upload, Unfit):
            await self._reply_once(_chat(message), key, upload.reply)
        else:
            await self._hand_over(Arrival(CHANNEL, _chat(message), key, upload))

    async def _press(self, query: CallbackQuery, key: str) -> None:
        chat = query.message.chat if query.message else None
        if chat is None or chat.type != "private":
            await self._group.press(query, self._clock())
            return
        with contextlib.suppress(TelegramError, TryLater):
            await query.answer()
        choice, label = pressed(query)
        await self._hand_over(Arrival(CHANNEL, str(chat.id), key, choice, shown=label))
        await self._clear_buttons(query)

    async def _clear_buttons(self, query: CallbackQuery) -> None:
        message = query.message
        if not isinstance(message, Message):
            return  # too old for Telegram to tell or change
        with contextlib.suppress(TelegramError, TryLater):
            left = after_press(message.reply_markup, query.data or "")
            await message.edit_reply_markup(left)

    async def _hand_over(self, arrival: Arrival) -> None:
        """To the dialogue. Danger told while the database is away is answered at once, and the
        message stays unconfirmed until it could be kept."""
        handled = await asyncio.to_thread(self._conversations.handle, arrival, self._clock())
        if handled.repeated or handled.conversation_id is not None:
            self._aided.discard(arrival.update_key)
            return
        await self._answer_once(arrival, handled.replies)
        raise StoreUnavailable("answered, but not kept yet")

    async def _answer_once(self, arrival: Arrival, replies: tuple[Reply, ...]) -> None:
        if arrival.update_key in self._aided:
            return
        self._aided.add(arrival.update_key)
        for reply in replies:
            with contextlib.suppress(NotDeliverable, TryLater):
                await self._sending.say_now(arrival.sender, reply_body(reply))

    async def _reply_once(self, chat: str, key: str, reply: str) -> None:
        await asyncio.to_thread(self._write_once, chat, key, reply)
        self._bell.ring(DELIVERY)

    def _write_once(self, chat: str, key: str, reply: str) -> None:
        now = self._clock()
        with self._store.transaction() as transaction:
            if transaction.accept_update(CHANNEL, key, now):
                conversation = transaction.open_conversation(CHANNEL, chat, now)
                say(transaction, conversation, (Reply(self._content().wording.say(reply)),), now)

    def _set_aside(self, key: str, chat: str | None) -> None:
        now = self._clock()
        with self._store.transaction() as transaction:
            if transaction.set_aside(CHANNEL, key, now) and chat is not None:
                conversation = transaction.open_conversation(CHANNEL, chat, now)
                failed = Reply(self._content().wording.say("failed"))
                say(transaction, conversation, (failed,), now)


def _chat(message: Message) -> str:
    return str(message.chat.id)


def _writer(raw: Mapping[str, Any]) -> str | None:
    """The private chat an update came from, read with distrust: this update broke something."""
    query = raw.get("callback_query")
    message = query.get("message") if isinstance(query, Mapping) else raw.get("message")
    chat = message.get("chat") if isinstance(message, Mapping) else None
    if not isinstance(chat, Mapping) or chat.get("type") != "private":
        return None
    return str(chat["id"]) if isinstance(chat.get("id"), int) else None
