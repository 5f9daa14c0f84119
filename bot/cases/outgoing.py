"""What is to be delivered or to happen later: the rows of the outbox as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

OutgoingKind = Literal["message", "timer", "group_card", "page"]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One thing to send, or a timer when `due_at` lies ahead.

    `key` makes it idempotent: a second one with the same key is not written again.
    """

    kind: OutgoingKind
    channel: str
    body: Mapping[str, Any]
    conversation_id: str | None = None
    case_id: str | None = None
    organization_id: str | None = None
    urgent: bool = False
    due_at: datetime | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A claimed row: deliver it, then mark it sent, retry it later, or park it.

    `sender` is the address of the conversation; `attempts` counts this one too.
    """

    id: str
    kind: OutgoingKind
    channel: str
    body: Mapping[str, Any]
    conversation_id: str | None
    sender: str | None
    case_id: str | None
    organization_id: str | None
    urgent: bool
    due_at: datetime
    attempts: int
    created_at: datetime
