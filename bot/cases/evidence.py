"""A file a worker gave, and a line of the audit, as plain values."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """One file in safe keeping; `sha256` is of the original bytes, in hex."""

    id: str
    conversation_id: str | None
    case_id: str | None
    name: str
    media_type: str
    size: int
    sha256: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what to which class of a case's fields; never a value."""

    seq: int
    at: datetime
    actor: str
    action: str
    case_id: str | None
    field_class: str
