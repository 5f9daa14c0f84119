"""Who is asking: the session behind the cookie, and what of the organization's cases it opens."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response

from bot.cases.case import CaseCard
from bot.cases.staff import Mediator, ServedOrganization
from bot.cases.store.transaction import Transaction
from bot.casework import Actor
from bot.desk.faults import NotOurs, SignedOut

COOKIE = "gongyou_desk"
CARD_SEEN, CASE_OPENED, FILE_TAKEN = "card_seen", "case_opened", "file_taken"
"""What the audit calls a look at a card, at a case, and the download of a file."""

CLOSED_SHOWN = timedelta(days=30)
"""A closed case is shown this long, and for as long as its payment is awaited."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """A signed-in mediator; the organization comes from here and never from a request."""

    mediator: Mediator
    organization: ServedOrganization
    csrf: str

    @property
    def actor(self) -> Actor:
        """The mediator as casework knows one."""
        return Actor(self.mediator.id, self.organization.id, self.mediator.display_name)


def visitor_of(transaction: Transaction, request: Request, now: datetime) -> Visitor:
    """Who is signed in. Raises SignedOut."""
    session = transaction.session(request.cookies.get(COOKIE, ""), now)
    organization = transaction.organization(session.mediator.organization_id) if session else None
    if session is None or organization is None:
        raise SignedOut
    return Visitor(session.mediator, organization, session.csrf)


def own_card(transaction: Transaction, visitor: Visitor, case_id: str, now: datetime) -> CaseCard:
    """The card of a case the visitor's organization holds now; nothing is unsealed for it.

    Raises NotOurs for any other case, there or not.
    """
    for card in held_cards(transaction, visitor, now):
        if card.id == case_id:
            return card
    raise NotOurs


def was_shown(transaction: Transaction, visitor: Visitor, case_id: str) -> bool:
    """Whether this mediator looked at the case before, so may be told that it is gone."""
    return any(line.actor == visitor.mediator.id for line in transaction.audit_of(case_id))


def held_cards(transaction: Transaction, visitor: Visitor, now: datetime) -> tuple[CaseCard, ...]:
    """Cards waiting for the visitor's organization and, after them, those it works or worked."""
    worked = transaction.casework(visitor.organization.id)
    return (
        *transaction.queue(visitor.organization.id),
        *(card for card in worked if _is_shown(card, now)),
    )


def set_cookie(request: Request, response: Response, token: str) -> None:
    """Let the browser keep the session, for the desk alone."""
    response.set_cookie(
        COOKIE,
        token,
        path=cookie_path(request),
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )


def cookie_path(request: Request) -> str:
    """Where the desk is mounted."""
    return root_of(request) or "/"


def root_of(request: Request) -> str:
    """What stands before every path of the desk."""
    root: str = request.scope.get("root_path", "")
    return root


def _is_shown(card: CaseCard, now: datetime) -> bool:
    if card.status != "closed" or card.outcome == "agreement_pending":
        return True
    return card.closed_at is not None and now - card.closed_at < CLOSED_SHOWN
