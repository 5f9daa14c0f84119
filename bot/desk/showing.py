"""What the templates get: cards, events and messages with the names and days worked out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.cases.case import CaseCard, TimelineEntry
from bot.cases.store.transaction import Transaction
from bot.casework import ANSWER_WITHIN
from bot.dialogue.content import Content
from bot.working_hours import CHINA, after_working_hours

MESSAGES = ("mediator_wrote", "worker_wrote")
_OF_AN_ORGANIZATION = frozenset({"referred", "accepted", "declined", "unanswered", "closed"})
_URGENCIES = ("now", "days", "normal")
_NO_LIMIT = 10**6


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A card with what it takes to read it. `days_left` may be negative; `mediator` is a name."""

    card: CaseCard
    district: str
    days_left: int | None
    answer_by: datetime | None
    mediator: str | None


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """One line of the history; `who` is the name of an organization or mediator, or empty."""

    entry: TimelineEntry
    who: str
    note: str | None


def show_card(
    card: CaseCard, content: Content, transaction: Transaction, now: datetime
) -> ShownCard:
    """A card, of an accepted case with the name of its mediator."""
    waiting = card.referred_at is not None and card.status == "referred"
    holidays = content.knowledge.holidays
    mediator = transaction.mediator(card.mediator_id) if card.mediator_id else None
    return ShownCard(
        card=card,
        district=content.knowledge.places.full_name(card.region),
        days_left=card.days_left(now.astimezone(CHINA).date()),
        answer_by=after_working_hours(card.referred_at, ANSWER_WITHIN, holidays)
        if card.referred_at and waiting
        else None,
        mediator=mediator.display_name if mediator else None,
    )


def most_urgent_first(cards: Sequence[ShownCard]) -> list[ShownCard]:
    """Danger first, then the nearest limit, then whoever has waited longest."""

    def order(shown: ShownCard) -> tuple[int, int, datetime]:
        urgency = shown.card.urgency
        rank = _URGENCIES.index(urgency) if urgency in _URGENCIES else len(_URGENCIES)
        days = _NO_LIMIT if shown.days_left is None else shown.days_left
        return rank, days, shown.card.referred_at or shown.card.opened_at

    return sorted(cards, key=order)


def our_turn_first(cards: Sequence[ShownCard]) -> list[ShownCard]:
    """Danger first, then cases that wait for a mediator; else as they came."""
    return sorted(
        cards, key=lambda shown: (shown.card.urgency != "now", shown.card.awaiting != "mediator")
    )


def show_history(
    entries: Sequence[TimelineEntry], organization_id: str, transaction: Transaction
) -> list[ShownEvent]:
    """The history as an organization may read it: words said to another one stay there."""
    return [
        ShownEvent(
            entry=entry,
            who=_who(entry, organization_id, transaction),
            note=entry.note if entry.organization_id in (organization_id, None) else None,
        )
        for entry in entries
    ]


def danger_told(history: Sequence[ShownEvent]) -> ShownEvent | None:
    """The danger the worker told last, until a mediator has written to the worker since."""
    for line in reversed(history):
        if line.entry.code == "mediator_wrote":
            return None
        if line.entry.code == "danger" and line.note:
            return line
    return None


def messages_of(history: Sequence[ShownEvent]) -> list[ShownEvent]:
    """What was written between the worker and this organization."""
    return [line for line in history if line.entry.code in MESSAGES and line.note]


def _who(entry: TimelineEntry, organization_id: str, transaction: Transaction) -> str:
    is_own = entry.organization_id == organization_id
    if entry.actor_kind == "mediator" and is_own and entry.actor_id:
        mediator = transaction.mediator(entry.actor_id)
        return mediator.display_name if mediator else ""
    if entry.code in _OF_AN_ORGANIZATION and entry.organization_id:
        organization = transaction.organization(entry.organization_id)
        return organization.name if organization else ""
    return ""
