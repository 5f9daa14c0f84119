"""The served organizations, their mediators and the mediators' sessions as plain values."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class NewOrganization:
    """An organization to serve; without `id` one is made. `industries` are codes."""

    name: str
    kind: str
    level: str
    adcode: str
    town_code: str | None = None
    industries: tuple[str, ...] = ()
    address: str | None = None
    phone: str | None = None
    hours: str | None = None
    directory_id: str | None = None
    telegram_group: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class ServedOrganization:
    """An organization whose mediators work cases at our desk."""

    id: str
    name: str
    kind: str
    level: str
    adcode: str
    town_code: str | None
    industries: tuple[str, ...]
    address: str | None
    phone: str | None
    hours: str | None
    directory_id: str | None
    telegram_group: str | None
    active: bool


@dataclass(frozen=True, slots=True)
class Mediator:
    """A mediator of one organization. `password_hash` is Argon2id, made and checked at the desk."""

    id: str
    organization_id: str
    login: str
    display_name: str
    password_hash: str
    active: bool
    has_telegram: bool
    created_at: datetime


@dataclass(frozen=True, slots=True)
class SessionToken:
    """A session just opened: `token` goes into the cookie and is kept nowhere."""

    token: str
    csrf: str


@dataclass(frozen=True, slots=True)
class Session:
    """A live session."""

    mediator: Mediator
    csrf: str
    created_at: datetime
    expires_at: datetime
