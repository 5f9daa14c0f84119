"""The bot's token stands in no log, no trace and no repr."""

import io
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.channels.telegram.connection import Account
from bot.channels.telegram.services import Services
from tests.channels.telegram.running import RunningBot
from tests.fake_bot_api import FakeTelegram

WORKER = 9001


@pytest.fixture
def everything_logged() -> Iterator[io.StringIO]:
    """All that any logger would write at DEBUG."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    root = logging.getLogger()
    root.addHandler(handler)
    level = root.level
    root.setLevel(logging.DEBUG)
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(written))
    yield written
    structlog.reset_defaults()
    root.setLevel(level)
    root.removeHandler(handler)


def test_failures_of_every_kind_never_tell_the_token_or_the_words(
    fake: FakeTelegram, services: Services, everything_logged: io.StringIO
) -> None:
    fake.fail_next("getUpdates", times=2)
    fake.fail_next("sendMessage", code=400, description="Bad Request: odd")
    fake.fail_next("getMe", code=500)
    with RunningBot(fake, services):
        fake.say(WORKER, "一句私密的话")
        fake.world.push({"message": {"message_id": "x", "text": "一句私密的话", "chat": 1}})
        fake.wait_until(fake.all_confirmed)
    with RunningBot(FakeTelegramElsewhere(fake), services):
        fake.wait_until(lambda: "token_refused" in everything_logged.getvalue())
    logged = everything_logged.getvalue()
    assert "telegram_update_set_aside" in logged
    assert fake.token.partition(":")[2] not in logged
    assert "一句私密的话" not in logged


class FakeTelegramElsewhere(FakeTelegram):
    """The same server, asked with a token it does not know."""

    def __init__(self, fake: FakeTelegram) -> None:
        self.token = fake.token + "-old"
        self.base_url, self.file_url = fake.base_url, fake.file_url


def test_an_account_does_not_show_its_token() -> None:
    shown = repr(Account("1:secret", proxy="http://user:pass@proxy"))
    assert "secret" not in shown
    assert "pass" not in shown
