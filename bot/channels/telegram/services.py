"""What the channel works with, built by wiring."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.bell import Bell
from bot.cases.store.store import Store
from bot.casework import Casework
from bot.conversation import Conversations
from bot.speaking import ContentNow


def now_in_utc() -> datetime:
    """The clock of production."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Services:
    """The worker's side, the mediators' side, and what lies beneath them.

    `public_url` is where workers reach the web page, empty when that is not known.
    """

    conversations: Conversations
    casework: Casework
    store: Store
    content: ContentNow
    bell: Bell
    clock: Callable[[], datetime] = now_in_utc
    public_url: str = ""
