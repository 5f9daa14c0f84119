"""What the worker has told so far: taken out of free text, kept plain, shown in words."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState, Plain
from intents.intake_form import Question
from knowledge.law.limitation_period import LimitationPeriod, last_safe_day
from knowledge.law.partial_date import PartialDate

NOT_ANSWERS = frozenset({"region_candidates"})
MAY_BEGIN_ANEW = frozenset({"arbitration_limitation", "wage_arbitration_limitation"})
"""Limits that asking or complaining interrupts (调解仲裁法 27.2)."""
DELAY_EXCUSED = frozenset({"injury_application_worker"})
"""Limits in which time lost through others does not count (工伤行政案件规定 7)."""
OWN_LIMITS = frozenset(
    {
        "award_received",
        "final_award_received",
        "assessment_received",
        "agreement_effective",
        "performance_due",
    }
)
"""Events that start a limit whatever the dispute was about."""
DATES = frozenset(
    {
        "employed_from",
        "employed_to",
        "event_date",
        "contract_signed_on",
        "leave_year",
        "accident_year",
        "birth_month",
    }
)


def plain(value: Any) -> Plain:
    """A fact's value as kept in the state: Decimal as "800.00", partial dates as ISO text."""
    if isinstance(value, bool | int):
        return value
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, list | tuple):
        return tuple(str(item) for item in value)
    return str(value)


def absorb(state: DialogueState, text: str, scene: Scene, *, anew: bool) -> DialogueState:
    """Keep the facts the words state. `anew` lets them replace what was told before."""
    found = scene.content.extractor.read(text, scene.today)
    told = {
        key: Answer(value=plain(fact.value), said=fact.said)
        for key, fact in found.items()
        if key not in NOT_ANSWERS and (anew or key not in state.answers)
    }
    if not told:
        return state
    kinds = told.get("dispute_kinds")
    kind = kinds.value[0] if kinds and isinstance(kinds.value, tuple) and kinds.value else None
    if kind is not None and state.handed_over:
        state = state.changed(answers={}, story="", handed_over=False, passed=(), calculated=())
    return state.changed(answers={**state.answers, **told}, dispute_kind=kind or state.dispute_kind)


def keep(state: DialogueState, key: str, value: Any, said: str) -> DialogueState:
    """Keep one answer; it is no longer skipped."""
    return state.changed(
        answers={**state.answers, key: Answer(value=plain(value), said=said)},
        skipped=tuple(item for item in state.skipped if item != key),
        misread=0,
    )


def forget(state: DialogueState, key: str) -> DialogueState:
    """Ask that again: the answer is taken back."""
    left = {name: answer for name, answer in state.answers.items() if name != key}
    return state.changed(answers=left, skipped=tuple(i for i in state.skipped if i != key))


def first_day(partial: str) -> date:
    """The strictest day of a date known to the year, the month or the day."""
    return PartialDate.parse(partial).first_day


def limitation(state: DialogueState, scene: Scene) -> LimitationPeriod | None:
    """The limit that runs on the worker's claim, by the strictest reading of what was told."""
    facts = state.facts()
    kind = state.dispute_kind or ("other" if facts.get("event_kind") in OWN_LIMITS else None)
    if kind is None:
        return None
    still_employed = facts.get("still_employed")
    return last_safe_day(
        kind,
        today=scene.today,
        event_date=_day(facts, "event_date"),
        employed_to=_day(facts, "employed_to"),
        still_employed=still_employed if isinstance(still_employed, bool) else None,
        event_kind=event if isinstance(event := facts.get("event_kind"), str) else None,
        employed_from=_day(facts, "employed_from"),
    )


def limit_line(state: DialogueState, scene: Scene) -> str:
    """Until when to act, as one line; empty where no limit is known to run."""
    limit = limitation(state, scene)
    if limit is None or limit.last_day is None:
        return ""
    act = scene.label(f"limit.{limit.kind}")
    days = (limit.last_day - scene.today).days
    return scene.say(
        "limit_line",
        day=limit.last_day,
        act=act,
        days=days,
        restarts=limit.kind in MAY_BEGIN_ANEW,
        excused=limit.kind in DELAY_EXCUSED,
    )


def _day(facts: Mapping[str, Plain], key: str) -> date | None:
    value = facts.get(key)
    return first_day(value) if isinstance(value, str) else None


def shown(key: str, value: Plain, scene: Scene) -> str:
    """A fact in the worker's words: 800元, 3个月, 四川省成都市新都区, 是."""
    content = scene.content
    if key == "region" and isinstance(value, str):
        return content.knowledge.places.full_name(value)
    if key == "town" and isinstance(value, str):
        town = content.knowledge.places.town(value)
        return town.name if town else ""
    if isinstance(value, bool):
        return _word(key, "yes" if value else "no", scene)
    if isinstance(value, tuple):
        return scene.say("list", items=[_word(key, item, scene) for item in value])
    text = value.removesuffix(".00") if isinstance(value, str) else str(value)
    if key in DATES:
        return scene.say("partial_date", parts=[int(part) for part in text.split("-")])
    unit = content.intents.units.get(key)
    return f"{text}{unit}" if unit else _word(key, text, scene)


def _word(key: str, text: str, scene: Scene) -> str:
    question = scene.content.intents.questions.get(key)
    for choice in question.choices if question else ():
        if choice.id == text:
            return choice.label
    wording = scene.content.wording
    return wording.label_or(f"{key}.{text}", wording.label_or(text, text))


def question_for(state: DialogueState, fact: str, scene: Scene) -> Question:
    """The question that asks for a fact: as the form at hand puts it, else as any does."""
    form = scene.content.intents.form_for(state.dispute_kind or "other")
    return form.question(fact) or scene.content.intents.questions[fact]
