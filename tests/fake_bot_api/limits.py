"""What Telegram refuses, in its own words."""

import json
from collections.abc import Mapping
from typing import Any

MOST_TEXT = 4096  # UTF-16 units
MOST_DATA = 64  # bytes
MOST_ALERT = 200
MOST_DOWNLOAD = 20 * 1024 * 1024


class Refused(Exception):
    """An answer other than ok: HTTP code, Telegram's words, its parameters."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(words: str) -> Refused:
    """400."""
    return Refused(400, f"Bad Request: {words}")


def units(text: str) -> int:
    """The length Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def checked_text(text: str | None) -> str:
    """A text as Telegram keeps it; raises Refused."""
    kept = (text or "").strip()
    if not kept:
        raise bad("message text is empty")
    if units(text or "") > MOST_TEXT:
        raise bad("message is too long")
    return kept


def checked_markup(given: str | None, *, private: bool) -> dict[str, Any] | None:
    """A reply markup; raises Refused for one a real client would never see."""
    if not given:
        return None
    markup: dict[str, Any] = json.loads(given)
    for row in markup.get("inline_keyboard", ()):
        for button in row:
            _check_inline(button)
    for row in markup.get("keyboard", ()):
        for button in row:
            if isinstance(button, Mapping) and button.get("request_location") and not private:
                raise bad("location can be requested in private chats only")
    return markup


def _check_inline(button: Mapping[str, Any]) -> None:
    if not str(button.get("text", "")).strip():
        raise bad("inline keyboard button text must be non-empty")
    if "callback_data" in button:
        size = len(str(button["callback_data"]).encode())
        if not 1 <= size <= MOST_DATA:
            raise bad("BUTTON_DATA_INVALID")
    elif "url" not in button:
        raise bad("Text buttons are unallowed in the inline keyboard")
