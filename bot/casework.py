"""What mediators and timers do to a case: each one transaction, and the worker told each step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.bell import Bell
from bot.cases.case import Case, CaseEvent
from bot.cases.outgoing import Outgoing
from bot.cases.store.store import Store
from bot.cases.store.transaction import Transaction
from bot.dialogue.content import Content
from bot.dialogue.messages import Happened
from bot.speaking import ContentNow, served_organizations, tell_all
from bot.working_hours import CHINA, after_working_hours
from knowledge.organizations.nearest import ReferralQuery
from knowledge.organizations.organization import Organization

ANSWER_WITHIN = 16
"""Working hours (two working days) an organization has to accept or decline."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A mediator at work, on the desk or in the organization's Telegram group."""

    mediator_id: str
    organization_id: str
    name: str


class Casework:
    """The acts of the organization's side. Raises ChangeNotAllowed when an act comes too late."""

    def __init__(self, store: Store, content: ContentNow, bell: Bell) -> None:
        self._store = store
        self._content = content
        self._bell = bell

    def accept(self, actor: Actor, case_id: str, now: datetime) -> None:
        """Take the case on; the first of two mediators wins."""

        def act(transaction: Transaction, content: Content) -> tuple[str, ...]:
            case = transaction.record(case_id, _by(actor, "accepted"), now)
            transaction.cancel(kind="timer", case_id=case_id)
            details = {"organization": _name(transaction, case), "mediator": actor.name}
            return tell_all(transaction, case_id, Happened("accepted", details), content, now)

        self._in_one_transaction(act)

    def decline(self, actor: Actor, case_id: str, reason: str, now: datetime) -> None:
        """Give the case back with a reason (a code of labels decline_reason.*); it goes on."""

        def act(transaction: Transaction, content: Content) -> tuple[str, ...]:
            reason_text = content.wording.label(f"decline_reason.{reason}")
            event = _by(actor, "declined", details={"reason": reason})
            return self._pass_on(transaction, case_id, event, {"reason": reason_text}, now)

        self._in_one_transaction(act)

    def unanswered(self, case_id: str, organization_id: str, now: datetime) -> None:
        """The time to answer is over: the case goes on, unless it moved meanwhile."""

        def act(transaction: Transaction, content: Content) -> tuple[str, ...]:
            case = transaction.case(case_id)
            waiting = case is not None and case.status == "referred"
            if case is None or not waiting or case.organization_id != organization_id:
                return ()
            event = CaseEvent("unanswered", "bot", organization_id=organization_id)
            return self._pass_on(transaction, case_id, event, {}, now)

        self._in_one_transaction(act)

    def write(self, actor: Actor, case_id: str, text: str, now: datetime) -> None:
        """Write to the worker through the bot."""

        def act(transaction: Transaction, content: Content) -> tuple[str, ...]:
            transaction.record(case_id, _by(actor, "mediator_wrote", note=text), now)
            details = {"mediator": actor.name, "text": text}
            return tell_all(transaction, case_id, Happened("mediator_wrote", details), content, now)

        self._in_one_transaction(act)

    def close(self, actor: Actor, case_id: str, outcome: str, note: str, now: datetime) -> None:
        """Close with an outcome (one of case.OUTCOMES) and a note the worker reads."""

        def act(transaction: Transaction, content: Content) -> tuple[str, ...]:
            event = _by(actor, "closed", note=note or None, details={"outcome": outcome})
            case = transaction.record(case_id, event, now)
            details = {
                "number": case.number,
                "outcome": content.wording.label(f"outcome.{outcome}"),
                "note": note,
            }
            return tell_all(transaction, case_id, Happened("closed", details), content, now)

        self._in_one_transaction(act)

    def _in_one_transaction(self, act: Callable[[Transaction, Content], tuple[str, ...]]) -> None:
        with self._store.transaction() as transaction:
            content = self._content().serving(served_organizations(transaction))
            woken = act(transaction, content)
        for conversation_id in woken:
            self._bell.ring(conversation_id)

    def _pass_on(
        self,
        transaction: Transaction,
        case_id: str,
        event: CaseEvent,
        details: dict[str, Any],
        now: datetime,
    ) -> tuple[str, ...]:
        """Record the refusal, refer to the next competent organization, tell the worker both."""
        content = self._content().serving(served_organizations(transaction))
        before = transaction.case(case_id)
        case = transaction.record(case_id, event, now)
        transaction.cancel(kind="timer", case_id=case_id)
        following = next_organization(case, content)
        if following is None:
            transaction.record(case_id, CaseEvent("no_taker", "bot"), now)
        else:
            refer(transaction, case, following, content, now)
        told = {
            **details,
            "organization": _name(transaction, before) if before else "",
            "next": following.name if following else None,
        }
        woken = tell_all(transaction, case_id, Happened(event.code, told), content, now)
        return woken


def refer(
    transaction: Transaction,
    case: Case,
    organization: Organization,
    content: Content,
    now: datetime,
) -> Case:
    """Hand the case to an organization: its group gets a card, and a timer watches for an answer."""
    event = CaseEvent("referred", "bot", organization_id=organization.id)
    referred = transaction.record(case.id, event, now)
    announce(transaction, referred, organization.id, content, now)
    return referred


def announce(
    transaction: Transaction, case: Case, organization_id: str, content: Content, now: datetime
) -> datetime:
    """The card for the organization's group, and the timer; returns until when it may answer."""
    answer_by = after_working_hours(now, ANSWER_WITHIN, content.knowledge.holidays)
    served = transaction.organization(organization_id)
    if served and served.telegram_group:
        card = Outgoing(
            kind="group_card",
            channel="telegram",
            body={"text": card_text(case, answer_by, content, now), "case_id": case.id},
            case_id=case.id,
            organization_id=organization_id,
        )
        transaction.send(card, now)
    timer = Outgoing(
        kind="timer",
        channel="internal",
        body={"what": "unanswered"},
        case_id=case.id,
        organization_id=organization_id,
        due_at=answer_by,
    )
    transaction.send(timer, now)
    return answer_by


def card_text(case: Case, answer_by: datetime, content: Content, now: datetime) -> str:
    """What may be seen before acceptance: district, kind, amount band, urgency, days to the limit."""
    wording = content.wording
    today = now.astimezone(CHINA).date()
    days = (case.last_safe_day - today).days if case.last_safe_day else None
    return wording.say(
        "group_card",
        number=case.number,
        district=content.knowledge.places.full_name(case.region) if case.region else "",
        kind=wording.label(f"dispute_kind.{case.dispute_kind}"),
        band=wording.label(f"band.{case.amount_band}"),
        urgency=wording.label(f"urgency.{case.urgency}"),
        days=days,
        answer_by=answer_by.astimezone(CHINA).strftime("%m-%d %H:%M"),
    )


def next_organization(case: Case, content: Content) -> Organization | None:
    """The next competent organization at our desk that has not been asked."""
    town = case.facts.get("town")
    query = ReferralQuery(
        region=case.region or None,
        town=town if isinstance(town, str) else None,
        dispute_kinds=(case.dispute_kind,),
    )
    found = content.find_organizations(query, without=case.passed, only_served=True)
    return found.candidates[0].organization if found.candidates else None


def _by(
    actor: Actor, code: str, note: str | None = None, details: dict[str, Any] | None = None
) -> CaseEvent:
    return CaseEvent(
        code,
        "mediator",
        actor_id=actor.mediator_id,
        organization_id=actor.organization_id,
        mediator_id=actor.mediator_id,
        note=note,
        details=details or {},
    )


def _name(transaction: Transaction, case: Case) -> str:
    served = transaction.organization(case.organization_id) if case.organization_id else None
    return served.name if served else ""
