"""The methods of the Bot API that the bot uses. Each takes the world and plain parameters."""

import json
from collections.abc import Callable
from typing import Any

from tests.fake_bot_api.limits import (
    MOST_ALERT,
    MOST_DOWNLOAD,
    bad,
    checked_markup,
    checked_text,
    units,
)
from tests.fake_bot_api.world import Json, World

BOT = {
    "id": 4242,
    "is_bot": True,
    "first_name": "Gongyou",
    "username": "gongyou_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}


def get_me(_world: World, _given: Json) -> Json:
    return BOT


def send_message(world: World, given: Json) -> Json:
    chat = world.open_chat(int(given["chat_id"]))
    text = checked_text(given.get("text"))
    markup = checked_markup(given.get("reply_markup"), private=chat["type"] == "private")
    inline = markup if markup and "inline_keyboard" in markup else None
    other = None if inline else markup
    # Only inline keyboards come back from Telegram; the others are kept for the tests to see.
    return world.write(
        chat["id"], text=text, reply_markup=inline, fake_keyboard=other, **{"from": BOT}
    )


def send_venue(world: World, given: Json) -> Json:
    chat = world.open_chat(int(given["chat_id"]))
    lat, lon = float(given["latitude"]), float(given["longitude"])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise bad("WEBPAGE_MEDIA_INVALID")
    if not given.get("title") or not given.get("address"):
        raise bad("VENUE_TITLE_EMPTY")
    place = {"latitude": lat, "longitude": lon}
    venue = {"location": place, "title": given["title"], "address": given["address"]}
    return world.write(chat["id"], venue=venue, location=place, **{"from": BOT})


def send_document(world: World, given: Json) -> Json:
    chat = world.open_chat(int(given["chat_id"]))
    uploaded = given["document"]
    document = keep_file(world, uploaded["content"], uploaded["name"])
    return world.write(chat["id"], document=document, caption=given.get("caption"), **{"from": BOT})


def send_photo(world: World, given: Json) -> Json:
    chat = world.open_chat(int(given["chat_id"]))
    photo = keep_file(world, given["photo"]["content"], "photo")
    return world.write(chat["id"], photo=[{**photo, "width": 909, "height": 1286}], **{"from": BOT})


def edit_message_text(world: World, given: Json) -> Json:
    message = world.find(int(given["chat_id"]), int(given["message_id"]))
    text = checked_text(given.get("text"))
    markup = checked_markup(given.get("reply_markup"), private=True)
    if message.get("text") == text and message.get("reply_markup") == markup:
        raise bad("message is not modified")
    message["text"] = text
    return _marked(message, markup)


def edit_message_reply_markup(world: World, given: Json) -> Json:
    message = world.find(int(given["chat_id"]), int(given["message_id"]))
    markup = checked_markup(given.get("reply_markup"), private=True)
    if message.get("reply_markup") == markup:
        raise bad("message is not modified")
    return _marked(message, markup)


def delete_message(world: World, given: Json) -> bool:
    """Take a message out of its chat."""
    chat_id = int(given["chat_id"])
    message = world.find(chat_id, int(given["message_id"]))
    world.messages[chat_id].remove(message)
    return True


def answer_callback_query(world: World, given: Json) -> bool:
    if given["callback_query_id"] not in world.callbacks:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if units(given.get("text") or "") > MOST_ALERT:
        raise bad("MESSAGE_TOO_LONG")
    world.callbacks[given["callback_query_id"]].append(given)
    return True


def get_file(world: World, given: Json) -> Json:
    file_id = given["file_id"]
    if file_id not in world.files:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if world.sizes[file_id] > MOST_DOWNLOAD:
        raise bad("file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": f"u-{file_id}",
        "file_size": world.sizes[file_id],
        "file_path": f"documents/{file_id}",
    }


def set_my_commands(world: World, given: Json) -> bool:
    world.commands = json.loads(given["commands"])
    return True


def set_webhook(world: World, given: Json) -> bool:
    world.webhook = {"url": given["url"], "secret": given.get("secret_token", "")}
    return True


def delete_webhook(world: World, _given: Json) -> bool:
    world.webhook = {}
    return True


def get_webhook_info(world: World, _given: Json) -> Json:
    return {
        "url": world.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }


def keep_file(world: World, content: bytes, name: str, size: int | None = None) -> Json:
    """Keep a file and describe it as a document. A `size` of its own is a lie about it."""
    file_id = world.name("file")
    world.files[file_id] = content
    world.sizes[file_id] = len(content) if size is None else size
    return {
        "file_id": file_id,
        "file_unique_id": f"u-{file_id}",
        "file_name": name,
        "mime_type": "application/octet-stream",
        "file_size": world.sizes[file_id],
    }


def _marked(message: Json, markup: Json | None) -> Json:
    message.pop("reply_markup", None)
    if markup and markup.get("inline_keyboard"):
        message["reply_markup"] = markup
    message["edit_date"] = message["date"]
    return message


METHODS: dict[str, Callable[[World, Json], Any]] = {
    "getMe": get_me,
    "sendMessage": send_message,
    "sendVenue": send_venue,
    "sendDocument": send_document,
    "sendPhoto": send_photo,
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "answerCallbackQuery": answer_callback_query,
    "getFile": get_file,
    "setMyCommands": set_my_commands,
    "setWebhook": set_webhook,
    "deleteMessage": delete_message,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
