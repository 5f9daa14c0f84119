"""A case as the rest of the bot sees it: plain frozen values, opened where they were sealed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

Status = Literal["saved", "referred", "accepted", "closed", "no_taker", "withdrawn", "erased"]
Awaiting = Literal["worker", "organization", "mediator", "bot", "nobody"]
AmountBand = Literal["none", "under_5k", "5k_to_20k", "20k_to_50k", "over_50k"]

OUTCOMES = (
    "agreement_paid",
    "agreement_pending",
    "no_agreement",
    "withdrawn_by_worker",
    "out_of_scope",
    "other",
)


def amount_band(amount: Decimal | None) -> AmountBand:
    """The band a mediator may see before acceptance; `amount` in yuan, unknown or zero is none."""
    if amount is None or not amount.is_finite() or amount <= 0:
        return "none"
    if amount < 5_000:
        return "under_5k"
    if amount < 20_000:
        return "5k_to_20k"
    return "20k_to_50k" if amount < 50_000 else "over_50k"


@dataclass(frozen=True, slots=True)
class NewCase:
    """What a case is opened from; with `organization_id` it is referred at once.

    `amount` is what is claimed, in yuan: only its band is kept in the open. `facts` are values
    as understood, `said` the worker's words by fact key, `consent` the version of the text agreed to.
    """

    dispute_kind: str
    region: str
    organization_id: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    story: str = ""
    urgency: str = "normal"
    amount: Decimal | None = None
    last_safe_day: date | None = None
    consent: str = ""


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """A case just opened. `code` is shown to the worker once; only its hash is kept."""

    case_id: str
    number: str
    code: str


@dataclass(frozen=True, slots=True)
class Case:
    """One case. After erasure only number, status, dispute kind, organization and dates are left."""

    id: str
    number: str
    status: Status
    awaiting: Awaiting
    dispute_kind: str
    region: str
    organization_id: str | None
    mediator_id: str | None
    urgency: str
    amount_band: AmountBand
    last_safe_day: date | None
    facts: Mapping[str, Any]
    said: Mapping[str, str]
    story: str
    consent: str
    outcome: str | None
    passed: tuple[str, ...]
    opened_at: datetime
    referred_at: datetime | None = None
    accepted_at: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """Something that happened, as told to the timeline.

    `actor_kind` is worker, mediator, bot or operator. `note` is words and is sealed; `details`
    holds codes only (outcome, reason) and is kept in the open.
    """

    code: str
    actor_kind: str
    actor_id: str | None = None
    organization_id: str | None = None
    mediator_id: str | None = None
    note: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of a case's history; `seq` counts from 1 within the case."""

    seq: int
    case_id: str
    code: str
    awaiting: str
    actor_kind: str
    actor_id: str | None
    organization_id: str | None
    at: datetime
    note: str | None
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CaseCard:
    """What a mediator may see before acceptance: nothing sealed, nothing that names a person."""

    id: str
    number: str
    status: Status
    awaiting: Awaiting
    region: str
    dispute_kind: str
    amount_band: AmountBand
    urgency: str
    last_safe_day: date | None
    mediator_id: str | None
    opened_at: datetime
    referred_at: datetime | None
    accepted_at: datetime | None
    closed_at: datetime | None
    outcome: str | None

    def days_left(self, today: date) -> int | None:
        """Days to the last safe day, negative once it has passed, None when no limit runs."""
        return None if self.last_safe_day is None else (self.last_safe_day - today).days
