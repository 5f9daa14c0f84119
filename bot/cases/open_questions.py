"""Questions the bot did not answer well, as plain values: what an editor learns from."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question in the worker's words, unstripped. `reason`: unclear, refused or useless.

    `entry_id` is the entry that was given for it, where one was.
    """

    conversation_id: str
    asked: str
    reason: str
    entry_id: str | None
    asked_at: datetime
