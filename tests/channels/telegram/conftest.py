"""A fake Telegram, and a bot that runs against it."""

from collections.abc import Iterator

import pytest

from bot.bell import Bell
from bot.cases.store.store import Store
from bot.casework import Casework
from bot.channels.telegram.services import Services
from bot.conversation import Conversations
from bot.dialogue.content import Content
from tests.channels.telegram.running import RunningBot
from tests.fake_bot_api import FakeTelegram


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    """Telegram, with nobody on it yet."""
    with FakeTelegram() as telegram:
        yield telegram


@pytest.fixture
def services(
    conversations: Conversations, casework: Casework, store: Store, content: Content, bell: Bell
) -> Services:
    """What wiring hands to the channel."""
    return Services(conversations, casework, store, lambda: content, bell)


@pytest.fixture
def bot(fake: FakeTelegram, services: Services) -> Iterator[RunningBot]:
    """The bot, polling."""
    with RunningBot(fake, services) as running:
        yield running


@pytest.fixture(scope="session")
def question(content: Content) -> str:
    """A worker's question that is answered with an offer of help."""
    entries = content.knowledge.entries
    for entry in sorted(entries.values(), key=lambda entry: entry.id):
        for phrase in entry.phrases if entry.dispute_kind == "wage_arrears" else ():
            found = content.matcher.recognize(phrase)
            if found.outcome == "answer" and found.matches[0].entry_id == entry.id:
                return phrase
    raise AssertionError("no entry about wages is found by its own phrases")
