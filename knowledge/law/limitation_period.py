"""Until when a worker can safely act: the strictest reading of each time limit.

Which limits run in which dispute; the limits themselves are in knowledge/law/limits. Interruption
and suspension are never counted on. A day in the past is still given: what to say about it is not
decided here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from knowledge.citation import Citation
from knowledge.law import civil_days
from knowledge.law.limits import afterwards, arbitration, civil, inspection, renewal, work_injury
from knowledge.law.limits.known_dates import KnownDates
from knowledge.law.limits.limit import Limit

__all__ = ["CITED", "KnownDates", "LimitationPeriod", "last_safe_day", "limitation_periods"]

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
_INSPECTED = frozenset(
    {*WAGE_DISPUTES, *_PERHAPS_WAGES, "deposit_or_documents", "maternity_protection"}
)
_INSPECTION_ONLY = frozenset({"social_insurance", "child_labour"})
_SINGLE_ACTS = frozenset({"heat_or_safety"})
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
_OF_AN_INJURY = (*INJURY_EVENTS, "injury_decision", "assessment_received")
_FROM_INJURY = frozenset(
    {
        *INJURY_DISPUTES,
        "work_injury_benefits",
        "employment_relationship",
        "intern_or_student",
        "other",
    }
)
"""Disputes whose limit may start with an injury."""


@dataclass(frozen=True, slots=True)
class LimitationPeriod:
    """One limit: its kind (interfaces.md, deadlines), the last safe day, the article.

    `last_day` None means that no limit runs at present. `days_left` counts from today; 0 is
    the last safe day itself, negative is past.
    """

    kind: str
    last_day: date | None
    citation: Citation
    days_left: int | None = None


def last_safe_day(  # noqa: PLR0913 (each is a date the law asks for)
    dispute_kind: str,
    *,
    today: date,
    event_date: date | None = None,
    employed_to: date | None = None,
    still_employed: bool | None = None,
    event_kind: str | None = None,
    employed_from: date | None = None,
) -> LimitationPeriod | None:
    """The limit that matters most to the worker in such a dispute; None where it is not known."""
    dates = KnownDates(event_date, event_kind, employed_from, employed_to, still_employed)
    return next(iter(limitation_periods(dispute_kind, dates, today)), None)


def limitation_periods(
    dispute_kind: str, dates: KnownDates, today: date
) -> tuple[LimitationPeriod, ...]:
    """Every limit that follows from the dispute and the dates, the worker's own first.

    Empty where nothing is known to count from, or where the limit is not one of labour law.
    """
    found = limits_from_event(dates)
    if found is None:
        found = limits_of_dispute(dispute_kind, dates)
    return tuple(held_against(limit, today) for limit in found)


def held_against(limit: Limit, today: date) -> LimitationPeriod:
    """The limit with the days left on that day."""
    left = None if limit.last_day is None else (limit.last_day - today).days
    return LimitationPeriod(limit.kind, limit.last_day, limit.citation, left)


def _no_limit(_: date) -> list[Limit]:
    return []


_BY_EVENT: Mapping[str, Callable[[date], list[Limit]]] = {
    "award_received": afterwards.award,
    "final_award_received": afterwards.final_award,
    "assessment_received": work_injury.reassessment,
    "agreement_effective": afterwards.agreement,
    "performance_due": afterwards.enforcement,
    "judgment_received": _no_limit,
}
"""Events that start a limit of their own, whatever the dispute was about."""


def limits_from_event(dates: KnownDates) -> list[Limit] | None:
    """The limits an event starts of its own; None where the dispute decides."""
    by_event = _BY_EVENT.get(dates.event_kind or "")
    return None if by_event is None or dates.event_date is None else by_event(dates.event_date)


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
        event in _OF_AN_INJURY and dispute_kind not in _FROM_INJURY
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
    if dispute_kind not in _INSPECTED:
        return []
    if dispute_kind in _PERHAPS_WAGES:
        return inspection.inspection_of_act(dates)
    return inspection.inspection(dates)


def _injury(dates: KnownDates) -> list[Limit]:
    if dates.event_date is None or dates.event_kind not in work_injury.START_EVENTS:
        return []
    return work_injury.determination(dates.event_date)


def _enforcement(dates: KnownDates) -> list[Limit]:
    if dates.event_date is None or dates.event_kind is not None:
        return []
    return afterwards.enforcement(dates.event_date)


def _civil(dates: KnownDates) -> list[Limit]:
    return civil.civil(dates.breach)


def _death(dates: KnownDates) -> list[Limit]:
    """The year for the determination, and once it is made that for the benefits."""
    if dates.event_kind == "injury_decision":
        return arbitration.ordinary(dates.event_date)
    return _injury(dates)


def _nothing(_: KnownDates) -> list[Limit]:
    return []


_BY_DISPUTE: tuple[tuple[frozenset[str], Callable[[KnownDates], list[Limit]]], ...] = (
    (NO_LIMIT_OF_OURS, _nothing),
    (frozenset({"death_benefit"}), _death),
    (INJURY_DISPUTES, _injury),
    (frozenset({"enforcement"}), _enforcement),
    (_CIVIL_DISPUTES, _civil),
    (_INSPECTION_ONLY, inspection.inspection),
    (_SINGLE_ACTS, inspection.inspection_of_act),
)
"""Disputes whose limits are not those of arbitration."""
