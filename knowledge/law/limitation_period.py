"""Until when a worker can safely act: the strictest reading of each time limit.

Arbitration: one year from the notice of the breach or the last day at work, whichever is the
earlier (调解仲裁法 27.1); wages owed have no limit while the employment lasts and one year from
its end (27.4). Interruption and suspension (27.2, 27.3) are never counted on. A day in the past
is still given: what to say about it is not decided here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from knowledge.citation import Citation
from knowledge.law.civil_days import days_after, months_after, years_after

ARBITRATION = Citation("labour_dispute_mediation_arbitration_law", 27, 1)
WAGES = Citation("labour_dispute_mediation_arbitration_law", 27, 4)
INSPECTION = Citation("labour_inspection_regulations", 20)
INJURY_REPORT = Citation("work_injury_insurance_regulations", 17, 1)
INJURY_APPLICATION = Citation("work_injury_insurance_regulations", 17, 2)
CIVIL = Citation("civil_code_excerpts", 188, 1)
AFTER_AWARD = Citation("labour_dispute_mediation_arbitration_law", 50)
AFTER_FINAL_AWARD = Citation("labour_dispute_mediation_arbitration_law", 48)
ANNULMENT = Citation("labour_dispute_mediation_arbitration_law", 49)
REASSESSMENT = Citation("labour_capacity_assessment_measures", 19)
CONFIRMATION = Citation("civil_procedure_law_excerpts", 205)
REVIEW = Citation("arbitration_case_rules", 74)
ENFORCEMENT = Citation("civil_procedure_law_excerpts", 250)

CITED = (
    ARBITRATION,
    WAGES,
    INSPECTION,
    INJURY_REPORT,
    INJURY_APPLICATION,
    CIVIL,
    AFTER_AWARD,
    AFTER_FINAL_AWARD,
    ANNULMENT,
    REASSESSMENT,
    CONFIRMATION,
    REVIEW,
    ENFORCEMENT,
)
"""All articles this module rests on; the content check proves that each is held and in force."""

_WAGE_DISPUTES = frozenset(
    {"wage_arrears", "construction_wage_arrears", "overtime_pay", "minimum_wage"}
)
_INSPECTED = frozenset({*_WAGE_DISPUTES, "deposit_or_documents"})
_INSPECTION_ONLY = frozenset({"social_insurance", "child_labour", "heat_or_safety"})
_CIVIL_DISPUTES = frozenset({"service_contract"})
_PERHAPS_CIVIL = frozenset({"intern_or_student", "over_retirement_age"})
_INJURY_DISPUTES = frozenset({"work_injury_determination", "occupational_disease", "death_benefit"})
_NO_LIMIT_OF_OURS = frozenset(
    {"housing_fund", "unemployment_insurance", "pension", "platform_injury"}
)


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


@dataclass(frozen=True, slots=True)
class KnownDates:
    """What is known of the time line; `event_kind` says what `event_date` is (interfaces.md)."""

    event_date: date | None = None
    event_kind: str | None = None
    employed_from: date | None = None
    employed_to: date | None = None
    still_employed: bool | None = None

    @property
    def ended(self) -> date | None:
        """The day the employment ended, as far as it is said."""
        if self.employed_to is not None:
            return self.employed_to
        return self.event_date if self.event_kind in ("last_working_day", "contract_end") else None

    @property
    def breach(self) -> date | None:
        """The earliest day the worker may be held to have known: the event or the last day at work."""
        known = [day for day in (self.event_date, self.employed_to) if day is not None]
        return min(known, default=None)


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
    by_event = _BY_EVENT.get(dates.event_kind or "")
    if by_event is not None and dates.event_date is not None:
        found = by_event(dates.event_date)
    else:
        found = _by_dispute(dispute_kind, dates)
    return tuple(
        LimitationPeriod(kind, day, citation, None if day is None else (day - today).days)
        for kind, day, citation in found
    )


_Found = list[tuple[str, date | None, Citation]]


def _award(day: date) -> _Found:
    return [("litigation_after_award", days_after(day, 15), AFTER_AWARD)]


def _final_award(day: date) -> _Found:
    return [
        ("litigation_after_award", days_after(day, 15), AFTER_FINAL_AWARD),
        ("award_annulment", days_after(day, 30), ANNULMENT),
    ]


def _assessment(day: date) -> _Found:
    return [("reassessment_application", days_after(day, 15), REASSESSMENT)]


def _agreement(day: date) -> _Found:
    return [
        ("judicial_confirmation", days_after(day, 30), CONFIRMATION),
        ("arbitration_review_of_agreement", days_after(day, 15), REVIEW),
    ]


def _performance(day: date) -> _Found:
    return [("enforcement_application", years_after(day, 2), ENFORCEMENT)]


def _judgment(_: date) -> _Found:
    return []


_BY_EVENT: Mapping[str, Callable[[date], _Found]] = {
    "award_received": _award,
    "final_award_received": _final_award,
    "assessment_received": _assessment,
    "agreement_effective": _agreement,
    "performance_due": _performance,
    "judgment_received": _judgment,
}
"""Events that start a limit of their own, whatever the dispute was about."""


def _by_dispute(dispute_kind: str, dates: KnownDates) -> _Found:
    if dispute_kind in _NO_LIMIT_OF_OURS:
        return []
    if dispute_kind in _INJURY_DISPUTES:
        return _injury(dates)
    if dispute_kind == "enforcement":
        return _performance(dates.event_date) if dates.event_date and not dates.event_kind else []
    if dispute_kind in _CIVIL_DISPUTES:
        return _civil(dates)
    if dispute_kind in _INSPECTION_ONLY:
        return _inspection(dates)
    found = _arbitration(dispute_kind, dates)
    if dispute_kind in _PERHAPS_CIVIL:
        found += _civil(dates)
    return found + (_inspection(dates) if dispute_kind in _INSPECTED else [])


def _civil(dates: KnownDates) -> _Found:
    return (
        [] if dates.breach is None else [("civil_limitation", years_after(dates.breach, 3), CIVIL)]
    )


def _injury(dates: KnownDates) -> _Found:
    """Both periods of 工伤保险条例 17, from the accident or the diagnosis, not from discharge."""
    if dates.event_date is None or dates.event_kind not in (None, "injury", "diagnosis"):
        return []
    return [
        ("injury_application_worker", years_after(dates.event_date, 1), INJURY_APPLICATION),
        ("injury_report_employer", days_after(dates.event_date, 30), INJURY_REPORT),
    ]


def _arbitration(dispute_kind: str, dates: KnownDates) -> _Found:
    if dispute_kind in _WAGE_DISPUTES:
        return _wages(dates)
    start = _double_wages_start(dates) if dispute_kind == "no_written_contract" else dates.breach
    return [] if start is None else [("arbitration_limitation", years_after(start, 1), ARBITRATION)]


def _wages(dates: KnownDates) -> _Found:
    """No limit while employed; one year from the end; from the event where the end is not known."""
    if dates.ended is None and dates.still_employed:
        return [("wage_arbitration_limitation", None, WAGES)]
    start = dates.ended or dates.event_date
    return [] if start is None else [("wage_arbitration_limitation", years_after(start, 1), WAGES)]


def _double_wages_start(dates: KnownDates) -> date | None:
    """The first day double wages run, a month after the start of work (劳动合同法 82)."""
    return dates.breach if dates.employed_from is None else months_after(dates.employed_from, 1)


def _inspection(dates: KnownDates) -> _Found:
    """Two years from the act; what lasts while employed has not ended yet (监察条例 20)."""
    if dates.ended is None and dates.still_employed:
        return [("inspection_limitation", None, INSPECTION)]
    start = dates.ended or dates.event_date
    return [] if start is None else [("inspection_limitation", years_after(start, 2), INSPECTION)]
