"""Which time limits run in which dispute, and which an event starts of its own.

Each by the strictest reading. Interruption and suspension are never counted on. A day in the past
is still given: what to say about it is not decided here.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from knowledge.law import civil_days
from knowledge.law.limits import afterwards, arbitration, civil, inspection, renewal, work_injury
from knowledge.law.limits.known_dates import KnownDates
from knowledge.law.limits.limit import Limit

CITED = (
    *civil_days.CITED,
    *arbitration.CITED,
    *inspection.CITED,
    *work_injury.CITED,
    *civil.CITED,
    *afterwards.CITED,
    *renewal.CITED,
)
"""All articles the limits rest on; the content check proves that each is held and in force."""

WAGE_DISPUTES = frozenset(
    {"wage_arrears", "construction_wage_arrears", "overtime_pay", "minimum_wage"}
)
_PERHAPS_WAGES = frozenset({"wage_deduction"})
"""Underpaid wages by 27.4, a fine of its own day by the strict reading: both limits."""
_INSPECTED = frozenset({*WAGE_DISPUTES, "deposit_or_documents", "maternity_protection"})
_INSPECTION_ONLY = frozenset({"social_insurance", "child_labour"})
_SINGLE_ACT_INSPECTED = frozenset({"heat_or_safety"})
_CIVIL_DISPUTES = frozenset({"service_contract"})
_PERHAPS_CIVIL = frozenset({"intern_or_student", "over_retirement_age"})
INJURY_DISPUTES = frozenset({"work_injury_determination", "occupational_disease", "death_benefit"})
NO_LIMIT_OF_OURS = frozenset(
    {"housing_fund", "unemployment_insurance", "pension", "platform_injury"}
)
_ENDINGS = frozenset({"unlawful_dismissal", "economic_compensation", "resignation"})
"""Disputes over the end of the employment: other events do not start their limit."""
_END_EVENTS = (None, "other", "dismissal_notice", "last_working_day", "contract_end")
INJURY_EVENTS = ("injury", "diagnosis")
_OF_INJURY = (*INJURY_EVENTS, "injury_decision", "assessment_received")
"""Events of the course of an injury: they start no limit of wages or the like."""
_FROM_INJURY = frozenset(
    {*INJURY_DISPUTES, "work_injury_benefits", "employment_relationship", "other"}
)
"""Labour disputes whose limit may start with an injury."""


_BY_EVENT: Mapping[str, Callable[[date], list[Limit]]] = {
    "award_received": afterwards.award,
    "final_award_received": afterwards.final_award,
    "assessment_received": work_injury.reassessment,
    "agreement_effective": afterwards.agreement,
    "performance_due": afterwards.enforcement,
}
"""Events that start a limit of their own, whatever the dispute was about."""


def limits_from_event(dates: KnownDates) -> list[Limit]:
    """The limits an event starts of its own."""
    by_event = _BY_EVENT.get(dates.event_kind or "")
    return [] if by_event is None or dates.event_date is None else by_event(dates.event_date)


def limits_of_dispute(dispute_kind: str, dates: KnownDates) -> list[Limit]:
    """The limits that run in a dispute of that kind."""
    own = _concerning(dispute_kind, dates)
    for disputes, limits in _BY_DISPUTE:
        if dispute_kind in disputes:
            return limits(own)
    return [
        *_arbitration(dispute_kind, own),
        *(civil.civil(own.breach) if dispute_kind in _PERHAPS_CIVIL else ()),
        *_inspection(dispute_kind, own),
    ]


def _concerning(dispute_kind: str, dates: KnownDates) -> KnownDates:
    """The dates without an event of another matter: wages due before a dismissal, say."""
    event = dates.event_kind
    foreign = (dispute_kind in _ENDINGS and event not in _END_EVENTS) or (
        event in _OF_INJURY and dispute_kind not in _FROM_INJURY
    )
    return replace(dates, event_date=None, event_kind=None) if foreign else dates


def _arbitration(dispute_kind: str, dates: KnownDates) -> list[Limit]:
    if dispute_kind in WAGE_DISPUTES:
        return arbitration.wages(dates)
    if dispute_kind == "no_written_contract":
        return arbitration.double_wages(dates)
    found = arbitration.ordinary(dates.breach)
    return [*found, *arbitration.wages(dates)] if dispute_kind in _PERHAPS_WAGES else found


def _inspection(dispute_kind: str, dates: KnownDates) -> list[Limit]:
    if dispute_kind in _PERHAPS_WAGES:
        return inspection.of_single_act(dates)
    return inspection.inspection(dates) if dispute_kind in _INSPECTED else []


def _injury(dates: KnownDates) -> list[Limit]:
    if dates.event_date is None or dates.event_kind not in work_injury.START_EVENTS:
        return []
    return work_injury.determination(dates.event_date)


def _civil(dates: KnownDates) -> list[Limit]:
    return civil.civil(dates.breach)


def _death(dates: KnownDates) -> list[Limit]:
    if dates.event_kind == "injury_decision":
        return arbitration.ordinary(dates.event_date)
    return _injury(dates)


def _nothing(_: KnownDates) -> list[Limit]:
    return []


_BY_DISPUTE: tuple[tuple[frozenset[str], Callable[[KnownDates], list[Limit]]], ...] = (
    (NO_LIMIT_OF_OURS, _nothing),
    (frozenset({"death_benefit"}), _death),
    (INJURY_DISPUTES, _injury),
    (_CIVIL_DISPUTES, _civil),
    (_INSPECTION_ONLY, inspection.inspection),
    (_SINGLE_ACT_INSPECTED, inspection.of_single_act),
)
"""Disputes whose limits are not those of arbitration."""
