"""Conversations and their transcripts as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Conversation:
    """One worker on one channel. `state` is the dialogue's JSON text, empty when new."""

    id: str
    channel: str
    sender: str
    state: str
    case_id: str | None
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class TranscriptLine:
    """One message of a conversation; `seq` counts from 1 within it. `who`: worker, bot, mediator."""

    seq: int
    conversation_id: str
    who: str
    body: Mapping[str, Any]
    at: datetime
