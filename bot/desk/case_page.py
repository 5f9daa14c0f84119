"""One case: its card before acceptance, everything told afterwards."""

from collections.abc import Mapping
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from bot.cases.case import OUTCOMES, CaseCard
from bot.cases.store.transaction import Transaction
from bot.cases.timeline import is_allowed
from bot.desk.access import CARD_SEEN, CASE_OPENED, Visitor, own_card, visitor_of
from bot.desk.case_papers import papers_for
from bot.desk.desk import desk_of
from bot.desk.elements import cross_check, elements_of, not_told
from bot.desk.rendering import page
from bot.desk.showing import danger_told, messages_of, show_card, show_history
from bot.dialogue.content import Content, Scene
from bot.working_hours import CHINA

REASONS = ("not_competent", "conflict", "no_capacity", "other_route")
DONE = frozenset({"accepted", "written", "closed"})
"""Codes in the address for which the page has a line."""


def case_page(request: Request) -> Response:
    """Show the case. Raises NotOurs for one the visitor's organization does not hold."""
    return show_case(request, 200, {})


def show_case(request: Request, status: int, filled_in: Mapping[str, str]) -> Response:
    """The page of the case in the path.

    `filled_in` gives back a form that could not be taken, with the code of its `fault`.
    """
    desk = desk_of(request)
    now = desk.clock()
    content = desk.content()
    done = request.query_params.get("done")
    with desk.store.transaction() as transaction:
        visitor = visitor_of(transaction, request, now)
        card = own_card(transaction, visitor, request.path_params["case_id"], now)
        values: dict[str, object] = {
            "shown": show_card(card, content, transaction, now),
            "reasons": REASONS,
            "filled_in": filled_in,
            "done": done if done in DONE else None,
            # A link to the page at hand loads it anew only when the address differs.
            "stamp": int(now.timestamp()),
        }
        is_opened = card.status != "referred"
        if is_opened:
            values |= _opened(transaction, visitor, card, content, now)
        else:
            transaction.audit(visitor.mediator.id, CARD_SEEN, card.id, "internal", now)
    return page(request, "case" if is_opened else "case_card", visitor, status, **values)


def _opened(
    transaction: Transaction, visitor: Visitor, card: CaseCard, content: Content, now: datetime
) -> dict[str, object]:
    """Unseal the case, and note who did in the same transaction."""
    transaction.audit(visitor.mediator.id, CASE_OPENED, card.id, "sensitive", now)
    case = transaction.case(card.id)
    assert case is not None  # noqa: S101 - its card was read in this transaction
    scene = Scene(content, now.astimezone(CHINA).date())
    entries = transaction.timeline(card.id)
    history = show_history(entries, visitor.organization.id, transaction)
    return {
        "case": case,
        "elements": elements_of(case, scene),
        "not_told": not_told(case, scene),
        "sums": cross_check(case),
        "calculated": case.facts.get("calculated", ()),
        "evidence": transaction.evidence_of(card.id),
        "papers": papers_for(case, content),
        "history": history,
        "messages": messages_of(history),
        "danger": danger_told(history),
        "outcomes": OUTCOMES,
        "may_write": is_allowed(case, "mediator_wrote"),
        "may_close": is_allowed(case, "closed"),
        "may_decline": is_allowed(case, "declined"),
    }
