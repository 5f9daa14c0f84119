"""What the core asks to be done beside replying: commands in the imperative, performed once."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Open a case from what was told; `organization_id` None keeps it without a receiver.

    `facts` are fact keys to values as understood, `said` the worker's own words by fact key,
    `passed` organizations that must not be asked. `consent` is the version of the text agreed to.
    """

    dispute_kind: str
    region: str
    organization_id: str | None
    facts: dict[str, object] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    story: str = ""
    urgency: str = "normal"
    last_safe_day: str | None = None
    consent: str = ""


@dataclass(frozen=True, slots=True)
class MessageMediator:
    """Pass the worker's words to the mediator of the open case."""

    text: str


@dataclass(frozen=True, slots=True)
class AttachEvidence:
    """Keep a received file as evidence of the conversation's case."""

    file_id: str
    name: str


@dataclass(frozen=True, slots=True)
class FindCase:
    """Look a case up by its code and tell the conversation what was found."""

    code: str


@dataclass(frozen=True, slots=True)
class WithdrawCase:
    """Take the case back from the organization."""


@dataclass(frozen=True, slots=True)
class EraseEverything:
    """Destroy the keys and rows of this conversation and its case."""


@dataclass(frozen=True, slots=True)
class ExportData:
    """Make everything kept about the worker ready to be fetched once, and tell where."""


@dataclass(frozen=True, slots=True)
class NoteConsent:
    """What the worker agreed to, refused, took back or was told: a row of its own.

    `answer` is given, refused, withdrawn or told.
    """

    moment: str
    version: str
    answer: Literal["given", "refused", "withdrawn", "told"]
    organization_id: str | None = None


@dataclass(frozen=True, slots=True)
class Unsay:
    """Take a message of the worker's back: out of the transcript, and out of the chat where the
    channel can. `ref` is that of its `Text`."""

    ref: str


@dataclass(frozen=True, slots=True)
class CallHuman:
    """Page the mediators on duty: the worker asked for a person, or is in danger."""

    reason: str


@dataclass(frozen=True, slots=True)
class RateAnswer:
    """The worker said whether an answer helped."""

    entry_id: str
    useful: bool


RATING_REASONS = ("hard", "unasked", "wrong", "unfitting")
"""没看懂, 不是我问的, 信息不对, 没说到我的情况: also the names of their buttons and labels."""


@dataclass(frozen=True, slots=True)
class ExplainRating:
    """The worker said what was wrong with an answer that did not help: one of `RATING_REASONS`."""

    entry_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class NoteQuestion:
    """Keep a question that was not answered well for the editors, sealed and for a short time.

    `reason` is unclear, refused or useless; `entry_id` the answer it got, where it got one.
    """

    asked: str
    reason: str
    entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class MakePaper:
    """Compose a paper of intake/papers.yaml from what is told, and tell what is still empty."""

    paper_id: str


Effect = (
    OpenCase
    | MessageMediator
    | AttachEvidence
    | FindCase
    | WithdrawCase
    | EraseEverything
    | ExportData
    | NoteConsent
    | Unsay
    | CallHuman
    | RateAnswer
    | ExplainRating
    | NoteQuestion
    | MakePaper
)
