"""The life of a case. Everything about allowed changes and whose turn it is lives in this file.

A case is opened `saved`: kept for the worker, with no receiver. `referred` hands it to one
organization, which accepts, declines, or leaves it unanswered; the last two return it to `saved`
and put the organization among those passed, never asked again. When nobody is left the case has
`no_taker`, until a new organization appears. An accepted case is worked by messages and evidence
and closed with an outcome; one closed with an agreement still to be paid may be closed again.
The worker may withdraw at any time before closing, and erase at any time. A danger told by the
worker (`danger`) makes the case urgent and changes nothing else; which one is its note, sealed.
This file knows neither the store nor the clock: `now` comes in.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.cases.case import OUTCOMES, Awaiting, Case, CaseEvent, Status
from bot.cases.errors import ChangeNotAllowed

CODES = (
    "opened",
    "referred",
    "accepted",
    "declined",
    "unanswered",
    "no_taker",
    "mediator_wrote",
    "worker_wrote",
    "evidence_added",
    "danger",
    "closed",
    "withdrawn",
    "erased",
)

# (status, code) -> (status after, whose turn; None leaves the turn where it was).
CHANGES: Mapping[tuple[str, str], tuple[Status, Awaiting | None]] = {
    ("saved", "referred"): ("referred", "organization"),
    ("saved", "no_taker"): ("no_taker", "worker"),
    ("saved", "worker_wrote"): ("saved", None),
    ("saved", "evidence_added"): ("saved", None),
    ("saved", "withdrawn"): ("withdrawn", "nobody"),
    ("saved", "erased"): ("erased", "nobody"),
    ("referred", "accepted"): ("accepted", "mediator"),
    ("referred", "declined"): ("saved", "bot"),
    ("referred", "unanswered"): ("saved", "bot"),
    ("referred", "worker_wrote"): ("referred", None),
    ("referred", "evidence_added"): ("referred", None),
    ("referred", "danger"): ("referred", None),
    ("referred", "withdrawn"): ("withdrawn", "nobody"),
    ("referred", "erased"): ("erased", "nobody"),
    ("accepted", "declined"): ("saved", "bot"),
    ("accepted", "mediator_wrote"): ("accepted", "worker"),
    ("accepted", "worker_wrote"): ("accepted", "mediator"),
    ("accepted", "evidence_added"): ("accepted", "mediator"),
    ("accepted", "danger"): ("accepted", "mediator"),
    ("accepted", "closed"): ("closed", "nobody"),
    ("accepted", "withdrawn"): ("withdrawn", "nobody"),
    ("accepted", "erased"): ("erased", "nobody"),
    ("no_taker", "referred"): ("referred", "organization"),
    ("no_taker", "worker_wrote"): ("no_taker", None),
    ("no_taker", "evidence_added"): ("no_taker", None),
    ("no_taker", "withdrawn"): ("withdrawn", "nobody"),
    ("no_taker", "erased"): ("erased", "nobody"),
    ("closed", "mediator_wrote"): ("closed", "worker"),
    ("closed", "worker_wrote"): ("closed", "mediator"),
    ("closed", "evidence_added"): ("closed", "mediator"),
    ("closed", "danger"): ("closed", "mediator"),
    ("closed", "closed"): ("closed", "nobody"),
    ("closed", "erased"): ("erased", "nobody"),
    ("withdrawn", "erased"): ("erased", "nobody"),
}

# Codes that only the organization now holding the case may bring about.
BY_HOLDER = frozenset({"accepted", "declined", "unanswered", "mediator_wrote", "closed"})


def change(case: Case, event: CaseEvent, now: datetime) -> Case:
    """The case after the event. Raises ChangeNotAllowed, with a reason, when it may not happen."""
    step = CHANGES.get((case.status, event.code))
    if step is None:
        known = event.code in CODES
        raise ChangeNotAllowed(event.code, case.status, "status" if known else "unknown_code")
    reason = _objection(case, event)
    if reason is not None:
        raise ChangeNotAllowed(event.code, case.status, reason)
    status, awaiting = step
    alter = _ALTER.get(event.code, _nothing)
    return replace(
        case, status=status, awaiting=awaiting or case.awaiting, **alter(case, event, now)
    )


def is_allowed(case: Case, code: str) -> bool:
    """Whether an event of this code is thinkable now (a desk shows only such buttons)."""
    return (case.status, code) in CHANGES and not (code == "closed" and _is_final(case))


def _objection(case: Case, event: CaseEvent) -> str | None:
    if event.code == "referred":
        return _referral_objection(case, event)
    if event.code in BY_HOLDER and not _from_holder(case, event):
        return "organization"
    if event.code in ("accepted", "mediator_wrote") and event.mediator_id is None:
        return "mediator"
    if event.code == "closed" and (_is_final(case) or event.details.get("outcome") not in OUTCOMES):
        return "outcome"
    return None


def _referral_objection(case: Case, event: CaseEvent) -> str | None:
    if event.organization_id is None:
        return "organization"
    return "passed" if event.organization_id in case.passed else None


def _from_holder(case: Case, event: CaseEvent) -> bool:
    # A timer that finds a case unanswered speaks for nobody and names no organization.
    if event.code == "unanswered" and event.organization_id is None:
        return case.organization_id is not None
    return event.organization_id is not None and event.organization_id == case.organization_id


def _is_final(case: Case) -> bool:
    return case.status == "closed" and case.outcome != "agreement_pending"


def _nothing(_case: Case, _event: CaseEvent, _now: datetime) -> dict[str, Any]:
    return {}


def _referred(_case: Case, event: CaseEvent, now: datetime) -> dict[str, Any]:
    return {"organization_id": event.organization_id, "referred_at": now}


def _accepted(_case: Case, event: CaseEvent, now: datetime) -> dict[str, Any]:
    return {"mediator_id": event.mediator_id, "accepted_at": now}


def _passed(case: Case, _event: CaseEvent, _now: datetime) -> dict[str, Any]:
    assert case.organization_id is not None  # noqa: S101 - _from_holder has seen to it
    return {**_LET_GO, "passed": (*case.passed, case.organization_id)}


def _closed(_case: Case, event: CaseEvent, now: datetime) -> dict[str, Any]:
    return {"outcome": event.details["outcome"], "closed_at": now}


def _endangered(_case: Case, _event: CaseEvent, _now: datetime) -> dict[str, Any]:
    return {"urgency": "now"}


def _withdrawn(_case: Case, _event: CaseEvent, now: datetime) -> dict[str, Any]:
    return {**_LET_GO, "outcome": "withdrawn_by_worker", "closed_at": now}


def _erased(case: Case, _event: CaseEvent, now: datetime) -> dict[str, Any]:
    return {
        "region": "",
        "mediator_id": None,
        "amount_band": "none",
        "last_safe_day": None,
        "facts": {},
        "said": {},
        "story": "",
        "closed_at": case.closed_at or now,
    }


_LET_GO: Mapping[str, None] = {
    "organization_id": None,
    "mediator_id": None,
    "referred_at": None,
    "accepted_at": None,
}

_ALTER: Mapping[str, Callable[[Case, CaseEvent, datetime], dict[str, Any]]] = {
    "referred": _referred,
    "accepted": _accepted,
    "declined": _passed,
    "unanswered": _passed,
    "closed": _closed,
    "danger": _endangered,
    "withdrawn": _withdrawn,
    "erased": _erased,
}
