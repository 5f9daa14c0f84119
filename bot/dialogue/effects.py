"""What the core asks to be done beside replying: commands in the imperative, performed once."""

from dataclasses import dataclass, field


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
class CallHuman:
    """Page the mediators on duty: the worker asked for a person, or is in danger."""

    reason: str


@dataclass(frozen=True, slots=True)
class RateAnswer:
    """The worker said whether an answer helped."""

    entry_id: str
    useful: bool


Effect = (
    OpenCase
    | MessageMediator
    | AttachEvidence
    | FindCase
    | WithdrawCase
    | EraseEverything
    | CallHuman
    | RateAnswer
)
