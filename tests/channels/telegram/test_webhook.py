"""Pushed updates: a wrong secret gets in nowhere, a right one is committed before the 200."""

import logging
from collections.abc import Iterator

import httpx
import pytest
import structlog

from bot.channels.telegram.services import Services
from bot.channels.telegram.webhook import Webhook
from bot.dialogue.content import Content
from tests.channels.telegram.running import RunningBot
from tests.fake_bot_api import FakeTelegram

SECRET = "a-secret-of-the-webhook"
WORKER = 8001
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def pushed(fake: FakeTelegram, services: Services) -> Iterator[RunningBot]:
    with RunningBot(fake, services, SECRET) as running:
        fake.wait_until(lambda: fake.world.webhook)
        yield running


def test_pushed_updates_are_answered_once(
    fake: FakeTelegram, pushed: RunningBot, content: Content
) -> None:
    fake.say(WORKER, "/start", times=3)
    fake.wait_for(WORKER, lambda sent: sent.text == content.wording.say("welcome"))
    fake.wait_until(fake.all_confirmed)
    assert len(fake.messages(WORKER)) == 1
    (told,) = fake.calls("setWebhook")
    assert told["secret_token"] == SECRET
    assert fake.token not in told["url"]


@pytest.mark.parametrize("headers", [{}, {HEADER: ""}, {HEADER: "wrong"}, {HEADER: SECRET + "x"}])
def test_a_wrong_secret_gets_401_and_no_line_in_the_log(
    pushed: RunningBot, headers: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    update = {"update_id": 1, "message": {}}
    with caplog.at_level(logging.WARNING), structlog.testing.capture_logs() as lines:
        answer = httpx.post(pushed.url, json=update, headers=headers, trust_env=False)
    assert answer.status_code == 401
    assert not answer.content
    assert not [line for line in lines if line["event"] != "telegram_on"]
    assert not caplog.records


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"[]", 400),
        (b"[" * 100_000, 400),
        (b"\xff\xfe", 400),
        (b"{}", 200),
        (b'{"update_id": 1}', 200),
        (b" " * (1024 * 1024 + 1), 413),
    ],
)
def test_bodies_of_any_shape_are_survived(pushed: RunningBot, body: bytes, status: int) -> None:
    answer = httpx.post(pushed.url, content=body, headers={HEADER: SECRET}, trust_env=False)
    assert answer.status_code == status


def test_nothing_but_post_is_taken(pushed: RunningBot) -> None:
    assert httpx.get(pushed.url, trust_env=False).status_code == 405


def test_an_address_without_a_path_gets_one() -> None:
    assert Webhook("https://example.org", SECRET).path == "/telegram/updates"
    assert Webhook("https://example.org/", SECRET).address == "https://example.org/telegram/updates"
    assert Webhook("https://example.org/hook?a=1", SECRET).path == "/hook"
