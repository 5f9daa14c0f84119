"""All time limits of a case: several disputes at once, who works, what has happened since.

Of each kind the earliest day counts, and a day that runs counts before none: the strictest
reading. Where labour law may not apply (interns, matters of people over retirement age that are
left to the courts) both the short and the civil limit are given.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from knowledge.citation import Citation
from knowledge.law import civil_days
from knowledge.law.case_facts import CaseFacts
from knowledge.law.limits import afterwards, arbitration, civil, work_injury
from knowledge.law.limits.known_dates import KnownDates
from knowledge.law.limits.limit import Limit
from knowledge.law.limits.of_dispute import (
    INJURY_DISPUTES,
    INJURY_EVENTS,
    NO_LIMIT_OF_OURS,
    limits_from_event,
    limits_of_dispute,
)
from knowledge.law.limits.renewal import RENEWABLE

EMPLOYERS_OWN = frozenset({"injury_report_employer", "award_annulment"})
"""Limits for the employer to keep; the worker loses nothing when they are over."""
CIVIL_WORKERS = frozenset({"domestic", "self_employed"})
"""No employment relationship as long as none is claimed (司法解释（一）2)."""
PERHAPS_CIVIL_WORKERS = frozenset({"intern", "over_retirement_age"})
OVER_AGE_MATTERS = frozenset(
    {
        "wage_arrears",
        "construction_wage_arrears",
        "overtime_pay",
        "minimum_wage",
        "wage_deduction",
        "annual_leave",
        "heat_or_safety",
        "work_injury_determination",
        "work_injury_benefits",
        "occupational_disease",
        "death_benefit",
        "over_retirement_age",
    }
)
"""Pay, rest, safety and injury of people over retirement age are labour matters (超龄劳动者规定 19)."""
OVER_AGE_FROM = date(2026, 7, 1)
_ALWAYS_LABOUR = frozenset({"employment_relationship", "child_labour"})
_PLATFORM_DISPUTES = frozenset({"platform_deduction", "platform_deactivation"})
"""By the shortest limit, however the worker is registered."""
_INJURIES = INJURY_DISPUTES | {"work_injury_benefits"}
_EMPLOYED = frozenset({"employee", "dispatched", "part_time", "construction_migrant"})
JUDGED = ("award_received", "final_award_received", "judgment_received")
DAYS_TO_SUE = 15
"""Against an award or a judgment (调解仲裁法 50; 民事诉讼法 171); then it may be in force."""
_AWARD_EVENTS = (None, *JUDGED, "agreement_effective")


@dataclass(frozen=True, slots=True)
class Deadline:
    """One limit of a case: its kind (interfaces.md), the last safe day (None: none runs at
    present), the days left from today (negative: past), the articles."""

    kind: str
    last_day: date | None
    days_left: int | None
    citations: tuple[Citation, ...]

    @property
    def for_worker(self) -> bool:
        """Whether it is the worker who must keep it."""
        return self.kind not in EMPLOYERS_OWN


def deadlines(facts: CaseFacts, today: date) -> tuple[Deadline, ...]:
    """Every limit that follows from the facts, the worker's own first; empty where no date is known.

    A past day is given with the articles on interruption and suspension beside its own.
    """
    strictest: dict[str, Limit] = {}
    for limit in _limits(facts, today):
        known = strictest.get(limit.kind)
        if known is None or _earlier(limit.last_day, known.last_day):
            strictest[limit.kind] = limit
    return tuple(_deadline(limit, today) for limit in strictest.values())


def _earlier(day: date | None, other: date | None) -> bool:
    return day is not None and (other is None or day < other)


def _deadline(limit: Limit, today: date) -> Deadline:
    left = None if limit.last_day is None else (limit.last_day - today).days
    renewals = RENEWABLE.get(limit.kind, ()) if left is not None and left < 0 else ()
    return Deadline(limit.kind, limit.last_day, left, (limit.citation, *renewals))


def _limits(facts: CaseFacts, today: date) -> Iterable[Limit]:
    dates = facts.dates
    if _awarded(facts):
        return _of_award(dates)
    by_event = limits_from_event(dates)
    if _settled(facts):
        return [*by_event, *_after_settling(facts, today)]
    if dates.event_kind == "performance_due":
        by_event = [] if _promised_only(facts) else by_event
        dates = replace(dates, event_kind="wage_due")
    return [
        *by_event,
        *(
            limit
            for kind in facts.dispute_kinds or ("other",)
            for limit in _of_worker(kind, facts, dates, today)
        ),
        *_from_injury(facts, dates),
        *(civil.civil(dates.breach) if "iou" in facts.circumstances else ()),
    ]


def _settled(facts: CaseFacts) -> bool:
    """Whether an award, a judgment or an agreement has taken the place of the disputes."""
    due_by_agreement = (
        facts.event_kind == "performance_due" and "agreement_unpaid" in facts.circumstances
    )
    return facts.event_date is not None and (
        facts.event_kind in (*JUDGED, "agreement_effective") or due_by_agreement
    )


def _after_settling(facts: CaseFacts, today: date) -> list[Limit]:
    """The ordinary year where an agreement is not kept (调解仲裁法 15); enforcement once an award or
    a judgment may be in force, from the day it came, the strict side."""
    start = facts.dates.event_date
    if "agreement_unpaid" in facts.circumstances:
        return arbitration.ordinary(start)
    return afterwards.enforcement(start) if start and perhaps_in_force(facts, today) else []


def perhaps_in_force(facts: CaseFacts, today: date) -> bool:
    """Whether the days to sue against an award or judgment are over, whenever it came."""
    return facts.event_kind in JUDGED and surely_over(facts, DAYS_TO_SUE, today)


def surely_over(facts: CaseFacts, days: int, today: date) -> bool:
    """Whether so many days have passed even from the latest day the event may have been on."""
    told = facts.event_date
    return told is not None and civil_days.days_after(told.last_day, days) < today


def _promised_only(facts: CaseFacts) -> bool:
    """Whether the day of payment stands in an IOU or a contract, which no court enforces."""
    return "iou" in facts.circumstances or "service_contract" in facts.dispute_kinds


def _awarded(facts: CaseFacts) -> bool:
    return "award_unpaid" in facts.circumstances or "enforcement" in facts.dispute_kinds


def _of_award(dates: KnownDates) -> list[Limit]:
    """What runs once there is an award: enforcement, counted from the day it came where the day of
    payment is not known, the strict side (民事诉讼法 250.2)."""
    by_event = limits_from_event(dates)
    if dates.event_date is None or dates.event_kind not in _AWARD_EVENTS:
        return by_event
    return [*by_event, *afterwards.enforcement(dates.event_date)]


def _of_worker(kind: str, facts: CaseFacts, dates: KnownDates, today: date) -> Iterable[Limit]:
    labour, worker = limits_of_dispute(kind, dates), _worker(facts)
    if kind in _ALWAYS_LABOUR | NO_LIMIT_OF_OURS:
        return labour
    if worker == "platform" and kind == "service_contract":
        return [*arbitration.ordinary(dates.breach), *labour]
    if _plainly_civil(kind, facts):
        return civil.civil(dates.breach)
    if worker in PERHAPS_CIVIL_WORKERS | CIVIL_WORKERS and not _labour_matter(
        kind, worker, dates, today
    ):
        return [*labour, *civil.civil(dates.breach)]
    return labour


def _worker(facts: CaseFacts) -> str | None:
    return facts.worker_kind or ("platform" if facts.platform else None)


def _plainly_civil(kind: str, facts: CaseFacts) -> bool:
    """Whether labour law is out of reach: no employment relationship is claimed, none is written."""
    if "employment_relationship" in facts.dispute_kinds:
        return False
    if facts.worker_kind == "intern":
        return kind in _INJURIES
    household_contract = facts.worker_kind == "domestic" and facts.has_written_contract is True
    return (
        facts.worker_kind in CIVIL_WORKERS
        and not household_contract
        and kind not in _PLATFORM_DISPUTES
    )


def _labour_matter(kind: str, worker: str | None, dates: KnownDates, today: date) -> bool:
    return (
        worker == "over_retirement_age"
        and kind in OVER_AGE_MATTERS
        and over_age_rules_apply(dates, today)
    )


def over_age_rules_apply(dates: KnownDates, today: date) -> bool:
    """Whether the rules of 2026-07-01 for people over retirement age cover the facts: once they
    are in force they do, unless all that is known happened before."""
    if today < OVER_AGE_FROM:
        return False
    known = [day for day in (dates.event_date, dates.employed_to) if day is not None]
    return dates.still_employed is True or not known or max(known) >= OVER_AGE_FROM


def _from_injury(facts: CaseFacts, dates: KnownDates) -> Iterable[Limit]:
    """Whatever is in dispute, an injury may still have to be determined as one of work."""
    if dates.event_kind not in INJURY_EVENTS or dates.event_date is None:
        return ()
    if _plainly_civil("work_injury_determination", facts) or _injured_on_platform(facts):
        return ()
    return work_injury.determination(dates.event_date)


def _injured_on_platform(facts: CaseFacts) -> bool:
    """Whether the injury is one of occupational-injury cover alone: taken in orders of a platform,
    with no labour contract, no employer and nothing claimed of one."""
    kinds = set(facts.dispute_kinds)
    on_platform = "platform_injury" in kinds or facts.worker_kind == "platform"
    return (
        on_platform
        and facts.has_written_contract is not True
        and facts.worker_kind not in _EMPLOYED
        and not kinds & {"employment_relationship", *_INJURIES}
    )
