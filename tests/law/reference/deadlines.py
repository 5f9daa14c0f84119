"""The last safe day of each limit, from the facts of a dispute, by the strictest reading.

Only kinds that the articles and readings settle are given; None means that no limit runs.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from tests.law.reference.contracts import first_day_of_double_wages
from tests.law.reference.days import days_later, optional_day, years_later

Facts = Mapping[str, Any]
Deadlines = dict[str, date | None]

WAGES = {"wage_arrears", "construction_wage_arrears", "overtime_pay", "minimum_wage"}
"""Labour remuneration (调解仲裁法 27.4)."""

ONE_YEAR = {
    "unlawful_dismissal", "economic_compensation", "annual_leave", "transfer_or_pay_cut",
    "platform_deduction", "employment_relationship", "resignation", "training_bond",
    "maternity_protection", "probation", "platform_deactivation", "non_competition",
}  # fmt: skip
"""Ordinary claims of one year (调解仲裁法 27.1)."""

INSPECTED = {"wage_arrears", "construction_wage_arrears", "minimum_wage", "deposit_or_documents"}
SINGLE_ACTS = {"wage_deduction", "heat_or_safety"}
"""Breaches of one day, as far as their day is told."""

INJURIES = {"work_injury_determination", "occupational_disease"}
OF_THE_END = {"last_working_day", "contract_end"}
OF_THE_BREACH = {
    "dismissal_notice", "last_working_day", "contract_end", "platform_penalty", "pay_cut",
    "transfer", "other", None,
}  # fmt: skip


def deadlines(facts: Facts, _today: date) -> Deadlines:
    """Every limit the reference is sure of."""
    found: Deadlines = {}
    for kind in facts.get("dispute_kinds") or ():
        for rule in (wages, ordinary, double_wages, inspection, injury, service):
            found.update(rule(kind, facts))
    found.update(paper(facts))
    return found


def event(facts: Facts) -> date | None:
    """The day of the event, its first day where only the month or year is known."""
    return optional_day(facts.get("event_date"))


def end(facts: Facts) -> date | None:
    """The day the relation ended, as far as said."""
    told = event(facts) if facts.get("event_kind") in OF_THE_END else None
    return optional_day(facts.get("employed_to")) or told


def wages(kind: str, facts: Facts) -> Deadlines:
    """调解仲裁法 27.4: none while the relation lasts, then one year from its end."""
    name = "wage_arbitration_limitation"
    if kind not in WAGES:
        return {}
    over = end(facts)
    if over is not None:
        return {name: years_later(over, 1)}
    return {name: None} if facts.get("still_employed") is True else {}


def ordinary(kind: str, facts: Facts) -> Deadlines:
    """调解仲裁法 27.1: one year from the notice or the last day at work, whichever is earlier."""
    if kind not in ONE_YEAR:
        return {}
    told = event(facts) if facts.get("event_kind") in OF_THE_BREACH else None
    known = [one for one in (told, optional_day(facts.get("employed_to"))) if one is not None]
    return {"arbitration_limitation": years_later(min(known), 1)} if known else {}


def double_wages(kind: str, facts: Facts) -> Deadlines:
    """Reading 1: one year after the first day on which double wages run."""
    start = optional_day(facts.get("employed_from"))
    if kind != "no_written_contract" or start is None:
        return {}
    return {"arbitration_limitation": years_later(first_day_of_double_wages(start), 1)}


def inspection(kind: str, facts: Facts) -> Deadlines:
    """监察条例 20: two years from the act, where its day is told and nothing else; what is one act
    runs from its day, however long the employment lasted after it."""
    told = event(facts)
    if kind in SINGLE_ACTS and told is not None and facts.get("event_kind") == "other":
        return {"inspection_limitation": years_later(told, 2)}
    sure = facts.get("event_kind") in ("wage_due", "other") and facts.get("employed_to") is None
    if kind not in INSPECTED or told is None or not sure:
        return {}
    return {"inspection_limitation": years_later(told, 2)}


def injury(kind: str, facts: Facts) -> Deadlines:
    """工伤保险条例 17: employer 30 days, worker one year, from the accident or the diagnosis."""
    told = event(facts)
    if kind not in INJURIES or told is None or facts.get("event_kind") not in ("injury", "diagnosis"):  # fmt: skip
        return {}
    return {
        "injury_report_employer": days_later(told, 30),
        "injury_application_worker": years_later(told, 1),
    }


def service(kind: str, facts: Facts) -> Deadlines:
    """民法典 188: three years for contracts of service between civil parties."""
    told = event(facts)
    if kind != "service_contract" or told is None:
        return {}
    return {"civil_limitation": years_later(told, 3)}


def paper(facts: Facts) -> Deadlines:
    """Limits that a received or concluded paper starts, whatever the dispute was about."""
    told = event(facts)
    rule = PAPERS.get(str(facts.get("event_kind")))
    return {} if told is None or rule is None else rule(told)


def award(told: date) -> Deadlines:
    """调解仲裁法 50: fifteen days to the court."""
    return {"litigation_after_award": days_later(told, 15)}


def last_award(told: date) -> Deadlines:
    """调解仲裁法 48, 49: the worker fifteen days, the employer thirty to have it annulled."""
    return award(told) | {"award_annulment": days_later(told, 30)}


def assessment(told: date) -> Deadlines:
    """劳动能力鉴定管理办法 19: fifteen days."""
    return {"reassessment_application": days_later(told, 15)}


def agreement(told: date) -> Deadlines:
    """民事诉讼法 205: thirty days, together; 办案规则 74: fifteen days, together."""
    return {
        "judicial_confirmation": days_later(told, 30),
        "arbitration_review_of_agreement": days_later(told, 15),
    }


def performance(told: date) -> Deadlines:
    """民事诉讼法 250: two years from the last day for performance."""
    return {"enforcement_application": years_later(told, 2)}


PAPERS: Mapping[str, Callable[[date], Deadlines]] = {
    "award_received": award,
    "final_award_received": last_award,
    "assessment_received": assessment,
    "agreement_effective": agreement,
    "performance_due": performance,
}
