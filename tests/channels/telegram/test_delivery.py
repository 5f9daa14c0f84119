"""The outbox into chats: nothing lost, nothing out of order, nothing too long."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.cases.outgoing import OutboxRow
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.connection import Account
from bot.channels.telegram.services import Services
from bot.delivery import NotDeliverable, TryLater
from tests.fake_bot_api import FakeTelegram

WORKER = 6001
NOW = datetime(2026, 11, 21, tzinfo=UTC)
VENUE = ["新都区调解中心", "桂湖中路1号", 30.82, 104.16]


@pytest.fixture
def worker(fake: FakeTelegram) -> int:
    fake.say(WORKER, "在吗")
    return WORKER


def send(
    fake: FakeTelegram, services: Services, body: dict[str, Any], times: int = 1, **row: Any
) -> list[NotDeliverable | TryLater | None]:
    """Send one row some times, as delivery would; what each time was raised."""

    async def each() -> list[NotDeliverable | TryLater | None]:
        account = Account(fake.token, fake.base_url, fake.file_url)
        channel = TelegramChannel(account, services)
        raised: list[NotDeliverable | TryLater | None] = []
        for _ in range(times):
            try:
                await channel.send(outbox_row(body, **row))
                raised.append(None)
            except (NotDeliverable, TryLater) as fault:
                raised.append(fault)
        await channel.stop()
        return raised

    return asyncio.run(each())


def outbox_row(body: dict[str, Any], **changed: Any) -> OutboxRow:
    values: dict[str, Any] = {
        "id": "1", "kind": "message", "channel": "telegram", "body": body, "conversation_id": "c",
        "sender": str(WORKER), "case_id": None, "organization_id": None, "urgent": False,
        "due_at": NOW, "attempts": 1, "created_at": NOW, **changed,
    }  # fmt: skip
    return OutboxRow(**values)


def test_a_long_text_comes_in_parts_with_the_buttons_below_the_last(
    fake: FakeTelegram, services: Services, worker: int
) -> None:
    text = "\n".join(f"第{n}行：留好工资条。😀" for n in range(800))
    assert send(fake, services, {"text": text, "choices": [["1:yes", "是"]]}) == [None]
    parts = fake.messages(worker)
    assert "\n".join(part.text for part in parts) == text
    assert [bool(part.buttons) for part in parts] == [False] * (len(parts) - 1) + [True]


def test_a_pin_is_shown_before_the_words(
    fake: FakeTelegram, services: Services, worker: int
) -> None:
    send(fake, services, {"text": "最近的是这家", "venue": VENUE, "choices": [["1:a", "转给它"]]})
    pin, words = fake.messages(worker)
    assert pin.venue is not None
    assert pin.venue["title"] == VENUE[0]
    assert words.labels == ("转给它",)


def test_a_pin_that_is_refused_does_not_keep_the_words_back(
    fake: FakeTelegram, services: Services, worker: int
) -> None:
    assert send(fake, services, {"text": "去这里", "venue": ["", "", 999.0, 1.0]}) == [None]
    assert [sent.text for sent in fake.messages(worker)] == ["去这里"]


def test_a_short_flood_wait_is_waited_out(
    fake: FakeTelegram, services: Services, worker: int
) -> None:
    fake.fail_next("sendMessage", retry_after=1)
    assert send(fake, services, {"text": "你好"}) == [None]
    assert len(fake.messages(worker)) == 1


def test_a_long_flood_wait_goes_back_to_the_outbox(
    fake: FakeTelegram, services: Services, worker: int
) -> None:
    fake.fail_next("sendMessage", retry_after=40)
    (fault,) = send(fake, services, {"text": "你好"})
    assert isinstance(fault, TryLater)
    assert (fault.code, fault.seconds) == ("flood", 40)


@pytest.mark.parametrize(
    ("how", "expected", "code"),
    [
        ({"code": 502}, TryLater, "network"),
        ({"code": 500, "description": "Internal Server Error"}, TryLater, "network"),
        ({"code": 403, "description": "Forbidden: user is deactivated"}, NotDeliverable, "blocked"),
        ({"code": 400, "description": "Bad Request: chat not found"}, NotDeliverable, "blocked"),
        ({"code": 400, "description": "Bad Request: anything"}, NotDeliverable, "refused"),
        ({"code": 401, "description": "Unauthorized"}, TryLater, "token_refused"),
    ],
)
def test_each_refusal_means_later_or_never(
    fake: FakeTelegram,
    services: Services,
    worker: int,
    how: dict[str, Any],
    expected: type,
    code: str,
) -> None:
    fake.fail_next("sendMessage", **how)
    (fault,) = send(fake, services, {"text": "你好"})
    assert isinstance(fault, expected)
    assert isinstance(fault, Exception)
    assert str(fault) == code
    assert fault.__cause__ is None


def test_nobody_listening_is_try_later(services: Services, worker: int, fake: FakeTelegram) -> None:
    fake.base_url = "http://127.0.0.1:9/bot"
    (fault,) = send(fake, services, {"text": "你好"})
    assert isinstance(fault, TryLater)


def test_parts_already_sent_are_not_sent_again(
    fake: FakeTelegram, services: Services, worker: int
) -> None:
    text = "一" * 4096 + "二" * 4096
    fake.fail_next("sendMessage", times=1, chat_id=WORKER)
    raised = send(fake, services, {"text": text, "venue": VENUE}, times=2)
    assert isinstance(raised[0], TryLater)
    assert raised[1] is None
    assert len(fake.calls("sendVenue")) == 1
    assert [sent.text[:1] for sent in fake.messages(worker)] == ["", "一", "二"]


def test_a_text_of_blanks_sends_nothing(
    fake: FakeTelegram, services: Services, worker: int
) -> None:
    assert send(fake, services, {"text": " \n" * 5000}) == [None]
    assert not fake.messages(worker)


def test_a_row_for_an_organization_without_a_group_is_given_up(
    fake: FakeTelegram, services: Services
) -> None:
    (fault,) = send(fake, services, {"text": "新案件"}, kind="page", organization_id="nobody")
    assert isinstance(fault, NotDeliverable)
