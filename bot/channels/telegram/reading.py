"""An update of Telegram as what the dialogue understands."""

from collections.abc import Mapping
from typing import Any

from telegram import CallbackQuery, Document, Message, PhotoSize, Update

from bot.cases.case_code import read_code
from bot.channels.telegram.keyboards import label_of
from bot.dialogue.messages import Choice, Place, Text
from intents.normalize import clean

WANTED = ["message", "callback_query"]
"""The kinds of update asked for. An edited message changes nothing that was said, so it is not."""

CHANNEL = "telegram"


def update_key(raw: Mapping[str, Any]) -> str:
    """What the update does, not how it is numbered: the same under another update id.

    `raw` is the update as JSON, of any shape.
    """
    message, query = raw.get("message"), raw.get("callback_query")
    if isinstance(query, Mapping) and query.get("id"):
        return f"c:{query['id']}"
    if isinstance(message, Mapping) and isinstance(message.get("chat"), Mapping):
        return f"m:{message['chat'].get('id')}:{message.get('message_id')}"
    return f"u:{raw.get('update_id')}"


def private_message(update: Update) -> Message | None:
    """The message of a worker in a chat of their own; None for groups, channels and bots."""
    message = update.message
    if message is None or message.chat.type != "private":
        return None
    return None if message.from_user is not None and message.from_user.is_bot else message


def said(message: Message) -> Text | Place | None:
    """Words or a place; None where the message is neither."""
    if message.text is not None:
        return Text(_without_address(clean(message.text)))
    location = message.location or (message.venue.location if message.venue else None)
    return Place(location.latitude, location.longitude) if location else None


def attached(message: Message) -> Document | PhotoSize | None:
    """The photo, in its largest size, or the document of a message."""
    return message.photo[-1] if message.photo else message.document


def unreadable(message: Message) -> str | None:
    """The reply key for what can't be read; None for service messages, which nobody said."""
    if message.effective_attachment is None and message.poll is None:
        return None
    speaks = message.voice or message.audio or message.video_note or message.video
    return "voice_not_read" if speaks else "kind_not_read"


def pressed(query: CallbackQuery) -> tuple[Choice, str]:
    """The button's id, and what stood on it if the message still tells."""
    data = clean(query.data or "")
    message = query.message
    markup = message.reply_markup if isinstance(message, Message) else None
    return Choice(data), label_of(markup.inline_keyboard, data) if markup else ""


def _without_address(text: str) -> str:
    """/help@our_bot is /help; /start with a case code is that code, with anything else /start."""
    if not text.startswith("/"):
        return text
    first, _, rest = text.partition(" ")
    command = first.partition("@")[0]
    if command.casefold() == "/start":
        return rest if read_code(rest) else command
    return f"{command} {rest}".strip()
