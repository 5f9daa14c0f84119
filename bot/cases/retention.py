"""What must go, and when: every table is named here, and a test sees to it.

Only times are computed here; bot/cases/store/erasure.py does what these rules say. An operator
may shorten a rule; a longer one needs a new notice to workers (PIPL art. 17 and 19).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Rule:
    """Rows of `table` go when `counted_from` is older than `kept`; None: see `why`."""

    table: str
    kept: timedelta | None
    counted_from: str
    why: str


_THREE_YEARS = timedelta(days=3 * 365 + 1)

RULES: Mapping[str, Rule] = {
    "inbox": Rule("inbox", timedelta(days=8), "received_at", "updates may be repeated for a day"),
    "idle_conversation": Rule(
        "conversations", timedelta(days=30), "updated_at", "nobody wrote, and it follows no case"
    ),
    "empty_conversation": Rule(
        "conversations", timedelta(days=1), "updated_at", "nothing was ever told in it"
    ),
    "transcript": Rule(
        "transcript", timedelta(days=180), "at", "words of a conversation without an open case"
    ),
    "saved_case": Rule(
        "cases", timedelta(days=90), "changed_at", "kept for the worker, never referred"
    ),
    "withdrawn_case": Rule("cases", timedelta(days=30), "closed_at", "the worker took it back"),
    "closed_case": Rule(
        "cases", timedelta(days=180), "closed_at", "covers the time to sue and a follow-up"
    ),
    "erased_case": Rule(
        "cases", _THREE_YEARS, "closed_at", "number and codes only; record of disclosure"
    ),
    "open_questions": Rule(
        "open_questions",
        timedelta(days=30),
        "asked_at",
        "an editor has read it; or before, with its conversation",
    ),
    "timeline": Rule("timeline", None, "at", "goes with its case; notes when that is erased"),
    "evidence": Rule("evidence", None, "at", "goes with its case or conversation"),
    "keys": Rule("keys", None, "created_at", "destroyed with the conversation or case they seal"),
    "sent": Rule("outbox", timedelta(days=8), "settled_at", "delivered; guards against repeats"),
    "parked": Rule("outbox", timedelta(days=30), "settled_at", "an operator has looked at it"),
    "audit": Rule("audit", _THREE_YEARS, "at", "record of access, without content"),
    "consents": Rule("consents", _THREE_YEARS, "at", "record of what was agreed, without content"),
    "data_links": Rule("data_links", timedelta(0), "expires_at", "over"),
    "sessions": Rule("sessions", timedelta(0), "expires_at", "over"),
    "ratings": Rule("ratings", None, "on_day", "counts by day, about nobody"),
    "rating_reasons": Rule("rating_reasons", None, "on_day", "counts by day, about nobody"),
    "organizations": Rule("organizations", None, "", "public; no longer active rather than gone"),
    "mediators": Rule("mediators", None, "created_at", "as long as cases or the audit name them"),
}

SESSION_IDLE = timedelta(minutes=30)
SESSION_LONGEST = timedelta(hours=12)


def cutoff(rule: str, now: datetime) -> datetime:
    """What is older than this must go. Raises KeyError for a rule without a period."""
    kept = RULES[rule].kept
    if kept is None:
        raise KeyError(rule)
    return now - kept


@dataclass(frozen=True, slots=True)
class Expired:
    """How much went in one run."""

    conversations: int = 0
    cases: int = 0
    case_records: int = 0
    transcript: int = 0
    open_questions: int = 0
    inbox: int = 0
    outbox: int = 0
    sessions: int = 0
    consents: int = 0
    data_links: int = 0
    audit: int = 0
    stray_files: int = 0
    stray_keys: int = 0
