"""Short parts of a message that answer other questions than the one asked: 五千六 苏州相城."""

from collections.abc import Sequence
from decimal import Decimal

from bot.dialogue.calculation import (
    bond_told,
    daily_told,
    days_told,
    overtime_told,
    service_length,
    sum_named,
    tallying,
)
from bot.dialogue.content import Scene
from bot.dialogue.interview import notice_told, parts_told, passing
from bot.dialogue.interview.story_answers import answered_by_story
from bot.dialogue.state import DialogueState
from bot.dialogue.told import of_others, return_due, roughly
from bot.dialogue.told.facts import keep, plain
from intents.compiled import compiled
from intents.intake_form import Form, Question

FEWEST_LETTERS = 3
"""Shorter words (没有, 还在) fit many questions."""
LEAST_WAGE, MOST_WAGE = Decimal(100), Decimal(60_000)
PROBATION, OF_LEAVING = "probation", frozenset({"unlawful_dismissal", "economic_compensation"})
DEMANDED = "demanded"


def filled(
    state: DialogueState, form: Form, text: str, asked: Question | None, scene: Scene
) -> DialogueState:
    """The state with what other parts of the words answer beyond doubt.

    A part counts for a kind of answer only where one question of that kind is open, and no other
    part could answer it; choices only where the words of the whole message name one.
    """
    opened = list(parts_told.opened(state, form, asked, scene))
    state = parts_told.by_parts(state, form, text, asked, scene)
    own = of_others.without(state, text, scene)
    state = _wage(_chosen(state, opened, text), own, scene)
    state = daily_told.wage_anew(state, own, scene) or state
    state = roughly.answered(state, form, own, asked, scene)
    state = days_told.besides(tallying.heard(state, own, scene), own, scene)
    state = sum_named.heard(state, own, scene)
    state = overtime_told.overheard(return_due.heard(state, text, scene), text, scene)
    state = service_length.heard(state, text, scene)
    state = bond_told.heard(daily_told.month(state, text, asked, scene), text, scene)
    state = notice_told.heard(state, form, text, scene)
    state = passing.filled(state, form, text, asked, scene)
    answered = answered_by_story(state, form, text, asked, scene)
    return _demanded(state, answered, text, scene)


def _wage(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """平均就5800左右: the wage, whatever is asked."""
    folded = scene.content.extractor.script.fold(text)
    if (earned := _in_probation(state, folded, scene)) is not None:
        return keep(state, "monthly_wage", earned, text.strip())
    said = scene.content.intents.manners.wage_told(folded)
    value = scene.content.extractor.money.bare(said) if said else None
    if value is None or not LEAST_WAGE <= value < MOST_WAGE or "monthly_wage" in state.answers:
        return state
    return keep(state, "monthly_wage", value, text.strip())


def _in_probation(state: DialogueState, text: str, scene: Scene) -> Decimal | None:
    """月薪9500，试用期打八折7600, of who was sent away in probation: what was earned."""
    told = state.facts().get("dispute_kinds")
    named = isinstance(told, tuple) and PROBATION in told
    sent_away = named and state.dispute_kind in OF_LEAVING
    match = compiled(scene.content.intents.manners.wage_in_probation).search(text)
    return scene.content.extractor.money.bare(match["sum"]) if sent_away and match else None


def completed(
    before: DialogueState, after: DialogueState, text: str, scene: Scene
) -> DialogueState:
    """The state after an answer, with what follows from it: the day of a demand, the total owed."""
    dated = _demanded(before, after, text, scene)
    return tallying.settled(before, tallying.heard(dated, "", scene))


def _demanded(
    before: DialogueState, after: DialogueState, text: str, scene: Scene
) -> DialogueState:
    """今年3月我微信找他要过: the one day of a demand just told is the day of it."""
    just = DEMANDED in after.answers and DEMANDED not in before.answers
    if not just or "demanded_on" in after.answers:
        return after
    extractor = scene.content.extractor
    found = extractor.dates.find(extractor.script.fold(text), scene.today)
    days = {each.value for each in found} if found else set()
    known = {str(value) for value in after.facts().values()}
    new = [day for day in days if str(plain(day)) not in known and day.first_day <= scene.today]
    return keep(after, "demanded_on", new[0], text.strip()) if len(new) == 1 else after


def _chosen(state: DialogueState, opened: Sequence[Question], text: str) -> DialogueState:
    """The words of one choice, of one question alone."""
    said = text.strip()
    meant = [
        (question.id, choice.id)
        for question in opened
        if question.type == "choice" and len(said) >= FEWEST_LETTERS
        for choice in question.choices
        if said in (choice.label, *choice.say)
    ]
    return keep(state, *meant[0], said) if len(meant) == 1 else state
