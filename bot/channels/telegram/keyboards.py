"""Buttons as Telegram shows them."""

from collections.abc import Iterable, Sequence

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.dialogue.turn import ALWAYS

MOST_DATA = 64  # bytes of callback_data
SHORT = 8  # characters; two of these fit beside each other on a small phone

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


def inline(choices: Iterable[tuple[str, str]]) -> InlineKeyboardMarkup | None:
    """Buttons from (id, label); one Telegram would refuse is left out. None without any."""
    rows: list[list[InlineKeyboardButton]] = []
    room = False
    for id, label in choices:
        if not label.strip() or not 1 <= len(id.encode()) <= MOST_DATA:
            continue
        is_short = len(label) <= SHORT
        if room and is_short:
            rows[-1].append(InlineKeyboardButton(label, callback_data=id))
            room = False
        else:
            rows.append([InlineKeyboardButton(label, callback_data=id)])
            room = is_short
    return InlineKeyboardMarkup(rows) if rows else None


def place_request(label: str) -> ReplyKeyboardMarkup:
    """One key that shares the phone's location; it goes away once pressed."""
    key = KeyboardButton(label, request_location=True)
    return ReplyKeyboardMarkup([[key]], resize_keyboard=True, one_time_keyboard=True)


def after_press(shown: InlineKeyboardMarkup | None, pressed: str) -> InlineKeyboardMarkup | None:
    """What stays below a message once a button is pressed.

    A lasting button (the law behind an answer) beside those of a question takes only itself away.
    """
    if shown is None or not _lasts(pressed):
        return None
    left = [
        [button for button in row if button.callback_data != pressed]
        for row in shown.inline_keyboard
    ]
    others = [button for row in left for button in row if not _lasts(str(button.callback_data))]
    return InlineKeyboardMarkup([row for row in left if row]) if others else None


def label_of(rows: Sequence[Sequence[InlineKeyboardButton]], data: str) -> str:
    """What stood on the button with this data; empty when the message no longer tells."""
    for row in rows:
        for button in row:
            if button.callback_data == data:
                return button.text
    return ""


def _lasts(data: str) -> bool:
    return data.partition(":")[0] == ALWAYS
