"""Builds the real things: the only place that knows all rooms."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.bell import Bell
from bot.cases.keys import KeyRing
from bot.cases.store.store import Store
from bot.casework import Casework
from bot.conversation import Conversations
from bot.dialogue.content import Content
from bot.operations.builds import ensure_build, read_build
from bot.operations.settings import Settings


@dataclass(frozen=True)
class House:
    """Everything a serving process works with."""

    settings: Settings
    content: Content
    store: Store
    bell: Bell
    conversations: Conversations
    casework: Casework


def open_store(settings: Settings) -> Store:
    """The store with its keys; raises StoreError naming the variable at fault."""
    return Store.open(settings.database, settings.data, KeyRing.open(settings.key_file))


def open_store_to_read(settings: Settings) -> Store:
    """The store beside a running server, to be read only; raises StoreError as `open_store`."""
    return Store.open_to_read(settings.database, settings.data, KeyRing.open(settings.key_file))


def open_house(settings: Settings, today: date, progress: Callable[[str], None]) -> House:
    """Content, store and the services between them; the caller closes the store."""
    content = read_build(ensure_build(settings.data, today, progress))
    store = open_store(settings)
    bell = Bell()

    def content_now() -> Content:
        return content

    return House(
        settings=settings,
        content=content,
        store=store,
        bell=bell,
        conversations=Conversations(store, content_now, bell),
        casework=Casework(store, content_now, bell),
    )
