"""What a mediator does to a case: each a form, done once, then back to a page."""

from collections.abc import Callable
from datetime import datetime

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.cases.case import OUTCOMES
from bot.casework import Actor, Casework
from bot.desk.access import Visitor, own_card, root_of, visitor_of, was_shown
from bot.desk.case_page import REASONS, show_case
from bot.desk.desk import Desk, desk_of
from bot.desk.faults import Gone, NotAcceptable, NotOurs
from bot.desk.forms import Form, check_token

LONGEST_MESSAGE = 1000
LONGEST_NOTE = 500

Act = Callable[[Casework, Actor, str, Form, datetime], None]


def accept(request: Request, form: Form) -> Response:
    """Take the case on."""
    return _carry_out(request, form, _accept, "accepted")


def decline(request: Request, form: Form) -> Response:
    """Give the case back, before or after acceptance."""
    return _carry_out(request, form, _decline, "declined")


def write(request: Request, form: Form) -> Response:
    """Write to the worker."""
    return _carry_out(request, form, _write, "written")


def close(request: Request, form: Form) -> Response:
    """Close with an outcome."""
    return _carry_out(request, form, _close, "closed")


def _accept(casework: Casework, actor: Actor, case_id: str, form: Form, now: datetime) -> None:
    casework.accept(actor, case_id, now)


def _decline(casework: Casework, actor: Actor, case_id: str, form: Form, now: datetime) -> None:
    reason = form.get("reason", "")
    if reason not in REASONS:
        raise NotAcceptable("no_reason")
    casework.decline(actor, case_id, reason, now)


def _write(casework: Casework, actor: Actor, case_id: str, form: Form, now: datetime) -> None:
    text = form.get("text", "")
    if not text:
        raise NotAcceptable("no_text")
    if len(text) > LONGEST_MESSAGE:
        raise NotAcceptable("long_text")
    casework.write(actor, case_id, text, now)


def _close(casework: Casework, actor: Actor, case_id: str, form: Form, now: datetime) -> None:
    outcome, note = form.get("outcome", ""), form.get("note", "")
    if outcome not in OUTCOMES:
        raise NotAcceptable("no_outcome")
    if len(note) > LONGEST_NOTE:
        raise NotAcceptable("long_note")
    casework.close(actor, case_id, outcome, note, now)


def _carry_out(request: Request, form: Form, act: Act, done: str) -> Response:
    """Do it in the name of whoever is signed in, unless this very form was done before."""
    desk = desk_of(request)
    now = desk.clock()
    visitor = _signed_in(desk, request, form, now)
    case_id = request.path_params["case_id"]
    mark = form.get("mark", "")
    if desk.repeats.is_repeat(mark):
        return _back(request, case_id, done)
    try:
        _check_held(desk, visitor, case_id, now)
        act(desk.casework, visitor.actor, case_id, form, now)
    except NotAcceptable as unfit:
        desk.repeats.forget(mark)
        return show_case(request, 422, {**form, "fault": unfit.fault})
    except Exception:
        desk.repeats.forget(mark)
        raise
    return _back(request, case_id, done)


def _signed_in(desk: Desk, request: Request, form: Form, now: datetime) -> Visitor:
    """The visitor, on whose page the form was. Raises SignedOut or Refused."""
    with desk.store.transaction() as transaction:
        visitor = visitor_of(transaction, request, now)
    check_token(form, visitor.csrf)
    return visitor


def _check_held(desk: Desk, visitor: Visitor, case_id: str, now: datetime) -> None:
    """Raises Gone for a case this mediator saw before it left, NotOurs for all others not held."""
    with desk.store.transaction() as transaction:
        try:
            own_card(transaction, visitor, case_id, now)
        except NotOurs:
            if was_shown(transaction, visitor, case_id):
                raise Gone from None
            raise


def _back(request: Request, case_id: str, done: str) -> Response:
    """The page to show afterwards; a declined case has none here."""
    path = "/" if done == "declined" else f"/cases/{case_id}"
    part = "#messages" if done == "written" else ""
    return RedirectResponse(f"{root_of(request)}{path}?done={done}{part}", 303)
