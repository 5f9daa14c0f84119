"""What an update is taken for."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardMarkup, Update

from bot.channels.telegram import keyboards
from bot.channels.telegram.card import read_press
from bot.channels.telegram.files import media_type_of
from bot.channels.telegram.reading import (
    attached,
    private_message,
    said,
    unreadable,
    update_key,
)
from bot.dialogue.messages import Place, Text

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["message", "chat", "id", "callback_query"]), inner)
    ),
    max_leaves=8,
)


PAYLOADS = json.loads(
    (Path(__file__).parents[1] / "payloads" / "telegram.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: payload["what"])
def test_each_kind_of_update_is_taken_for_what_it_is(
    payload: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # as connecting does
    assert taken_for(Update.de_json(payload["update"], None)) == payload["is"]


def taken_for(update: Update) -> list[str]:
    message = private_message(update)
    if message is None:
        return ["nobody", ""]
    words = said(message)
    if isinstance(words, Text):
        return ["text", words.text]
    if isinstance(words, Place):
        return ["place", f"{words.lat} {words.lon}"]
    if attached(message):
        return ["file", ""]
    reply = unreadable(message)
    return ["unreadable", reply] if reply else ["nothing", ""]


def test_the_key_is_what_the_update_does_and_not_its_number() -> None:
    message = {"message": {"chat": {"id": 7}, "message_id": 3}}
    assert update_key({"update_id": 1, **message}) == update_key({"update_id": 9, **message})
    assert update_key({"update_id": 1, "callback_query": {"id": "55"}}) == "c:55"


@given(st.dictionaries(st.sampled_from(["message", "callback_query", "update_id"]), JSON))
def test_any_shape_has_a_key(raw: dict[str, object]) -> None:
    assert update_key(raw)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"\xff\xd8\xff\xe1", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n..", "image/png"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x18ftypheic\x00", "image/heic"),
        (b"%PDF-1.4", "application/pdf"),
        (b"GIF89a", None),
        (b"\x00\x00\x00\x18ftypmp42", None),
        (b"<html>%PDF-", None),
        (b"", None),
    ],
)
def test_a_file_is_known_by_its_first_bytes(content: bytes, media_type: str | None) -> None:
    assert media_type_of(content) == media_type


def test_two_short_buttons_share_a_row_and_a_long_one_stands_alone() -> None:
    markup = keyboards.inline(
        [("1", "是"), ("2", "不是"), ("3", "我不知道该怎么说才好"), ("4", "跳过")]
    )
    assert markup is not None
    assert [len(row) for row in markup.inline_keyboard] == [2, 1, 1]


def test_a_button_that_telegram_would_refuse_is_left_out() -> None:
    assert keyboards.inline([("x" * 65, "是"), ("", "否"), ("1", " ")]) is None


def test_lasting_buttons_stay_while_a_question_is_open() -> None:
    shown = keyboards.inline([("3:help", "帮忙"), ("any:law:a", "法条"), ("any:more:a", "更多")])
    left = keyboards.after_press(shown, "any:law:a")
    assert isinstance(left, InlineKeyboardMarkup)
    assert [b.callback_data for row in left.inline_keyboard for b in row] == [
        "3:help",
        "any:more:a",
    ]
    assert keyboards.after_press(shown, "3:help") is None
    assert (
        keyboards.after_press(keyboards.inline([("any:useful:a", "有用")]), "any:useful:a") is None
    )


@pytest.mark.parametrize(
    "data",
    ["", "accept", "accept:1", f"accept:conflict:{'a' * 32}", f"reason:{'a' * 32}",
     f"reason:because:{'a' * 32}", f"erase:{'a' * 32}", f"accept:{'a' * 32}x"],
)  # fmt: skip
def test_a_press_in_a_group_is_a_cards_or_nothing(data: str) -> None:
    assert read_press(data) is None
