"""The elements of a case, in the order a mediator reads them: who, what relation, what is claimed."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.cases.case import Case
from bot.dialogue.content import Scene
from bot.dialogue.told.facts import shown
from intents.intake_form import NO, YES

GROUPS: Mapping[str, tuple[str, ...]] = {
    "parties": ("employer", "platform", "worker_kind", "region", "people_count"),
    "relation": (
        "employed_from",
        "employed_to",
        "still_employed",
        "has_written_contract",
        "contract_count",
        "work_control",
        "insured",
    ),
    "claim": (
        "dispute_kinds",
        "amount_claimed",
        "months_owed",
        "monthly_wage",
        "event_date",
        "injured",
        "injury_reported",
        "deduction_reason",
        "circumstances",
    ),
    "proof": ("pay_proof", "dismissal_paper"),
}
"""Fact keys by group; whatever else was told follows under "more"."""

_NOT_ROWS = frozenset({"story", "event_kind", "region_candidates", "calculated"})


@dataclass(frozen=True, slots=True)
class Row:
    """One element: its name, the value as understood, and the worker's own words."""

    name: str
    value: str
    said: str


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """Monthly wage times months owed, beside the amount claimed; all in yuan."""

    monthly_wage: Decimal
    months: Decimal
    product: Decimal
    claimed: Decimal


def elements_of(case: Case, scene: Scene) -> list[tuple[str, list[Row]]]:
    """Group and rows, without empty groups."""
    known = {key for keys in GROUPS.values() for key in keys} | _NOT_ROWS
    groups = {**GROUPS, "more": tuple(key for key in case.facts if key not in known)}
    rows = {
        group: [_row(key, case, scene) for key in keys if _is_told(case.facts.get(key))]
        for group, keys in groups.items()
    }
    return [(group, found) for group, found in rows.items() if found]


def not_told(case: Case, scene: Scene) -> list[str]:
    """Names of the elements the form asks for that the worker has not told."""
    form = scene.content.intents.form_for(case.dispute_kind, case.facts)
    return [
        _name(question.id, case, scene)
        for question in form.questions
        if not question.answered(case.facts) and question.applies(case.facts)
        if question.id != "story" or not case.story
    ]


def cross_check(case: Case) -> CrossCheck | None:
    """The sum that should come out, where wage, months and claim are all told."""
    keys = ("monthly_wage", "months_owed", "amount_claimed")
    numbers = [_number(case.facts.get(key)) for key in keys]
    wage, months, claimed = numbers
    if wage is None or months is None or claimed is None:
        return None
    return CrossCheck(wage, months, wage * months, claimed)


def _row(key: str, case: Case, scene: Scene) -> Row:
    text = _value(key, case.facts[key], scene)
    said = case.said.get(key, "")
    return Row(_name(key, case, scene), text, "" if said == text else said)


def _value(key: str, value: Any, scene: Scene) -> str:
    question = scene.content.intents.questions.get(key)
    for choice in question.choices if question and isinstance(value, bool) else ():
        if choice.id == (YES if value else NO):
            return choice.label
    # JSON has no tuples, and `shown` knows no lists.
    return shown(key, tuple(map(str, value)) if isinstance(value, list) else value, scene)


def _name(key: str, case: Case, scene: Scene) -> str:
    wording = scene.content.wording
    kind = case.facts.get("event_kind")
    if key == "event_date" and isinstance(kind, str):
        return wording.label_or(f"event_kind.{kind}", wording.label_or(f"fact.{key}", key))
    return wording.label_or(f"fact.{key}", key)


def _is_told(value: Any) -> bool:
    return value is not None and value not in ("", [], ())


def _number(value: Any) -> Decimal | None:
    if value is None or isinstance(value, bool):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
