"""What comes in and what goes out: plain values, the same for every channel."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Text:
    """Words the worker typed, already cleaned at the door.

    `ref` is how the channel finds the message again, to take it back; empty where it can't.
    """

    text: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A button pressed: the id it was sent with."""

    id: str


@dataclass(frozen=True, slots=True)
class Place:
    """A shared location, WGS-84 degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class File:
    """A file the channel has already put into safe keeping under `file_id`."""

    file_id: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happened to the worker's case, told to the conversation from inside.

    `code` is one of the event codes of bot/cases/timeline.py, or case_found, case_not_found;
    `details` holds plain text values for the wording (organization, number, reason, text ...).
    """

    code: str
    details: dict[str, Any] = field(default_factory=dict)


Incoming = Text | Choice | Place | File | Happened


@dataclass(frozen=True, slots=True)
class Button:
    """A choice offered: `id` at most 64 bytes, `label` the outcome in Chinese."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Venue:
    """A place to show as a pin where the channel can."""

    name: str
    address: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to the worker. `urgent` goes before everything else of the chat.

    `link` is a path on our own web page, from where something can be fetched.
    `paper` is the id of a paper that goes with it; the channel renders it when it is sent or asked
    for, so that no personal word of it is kept.
    """

    text: str
    choices: tuple[Button, ...] = ()
    asks_place: bool = False
    venue: Venue | None = None
    urgent: bool = False
    link: str = ""
    paper: str = ""
