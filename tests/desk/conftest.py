"""The world of the desk, over the real store and content."""

import pytest

from bot.cases.store.store import Store
from bot.casework import Casework
from bot.conversation import Conversations
from bot.dialogue.content import Content
from tests.desk.world import World


@pytest.fixture
def world(
    store: Store, content: Content, casework: Casework, conversations: Conversations
) -> World:
    """A desk at work."""
    return World(store, content, casework, conversations)
