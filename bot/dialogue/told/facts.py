"""What the worker has told so far: taken out of free text, kept plain, shown in words."""

from decimal import Decimal
from typing import Any

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState, Plain
from bot.dialogue.told import (
    award_days,
    beginnings,
    contested,
    contract_term,
    ended,
    groups,
    kinds_told,
    of_others,
    other_side,
    relating,
    roles,
    roughly,
    shortly,
    sides,
    where,
)
from bot.dialogue.told.kinds_told import DEATH, words_of
from intents.intake_form import NO, YES, Question

NOT_ANSWERS = frozenset({"region_candidates"})
GATHERED = frozenset({"dispute_kinds", "circumstances"})
OF_THE_WORKER = frozenset(
    {
        "region",
        "town",
        "employer",
        "platform",
        "worker_kind",
        "employed_from",
        "monthly_wage",
        "has_written_contract",
        "speaks_for",
    }
)
"""What holds for another dispute of the same worker too; it is shown back before it counts."""
DATES = frozenset(
    {
        "employed_from",
        "employed_to",
        "event_date",
        "contract_signed_on",
        "leave_year",
        "accident_year",
        "birth_month",
        "demanded_on",
        "resigned_on",
    }
)
# Numbers that may be told in halves: 0.5.
IN_PARTS = frozenset(
    {"months_owed", "employer_service_years", "total_service_years", "bond_months", "served_months"}
)
LEFT = frozenset({"last_working_day"})  # a worker is no longer there after it
BIRTH, YOUNGEST, GROUP_FROM = "birth_month", 14, 10  # workers with a common claim (调解仲裁法 7)


def plain(value: Any) -> Plain:
    """A fact's value as kept in the state: Decimal as "800.00", partial dates as ISO text."""
    if isinstance(value, bool | int):
        return value
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, list | tuple):
        return tuple(str(item) for item in value)
    return str(value)


def may_be(key: str, value: Any, scene: Scene) -> bool:
    """Nobody who works was born less than so many years ago: 76年11月 is no month of this year."""
    return key != BIRTH or str(value)[:4] <= str(scene.today.year - YOUNGEST)


def absorb(state: DialogueState, text: str, scene: Scene, *, anew: bool) -> DialogueState:
    """Keep the facts the words state. `anew` lets them replace what was told before.

    Disputes and circumstances are gathered, never replaced; a dispute told after a case was handed
    over begins another one, of which only what holds for the worker is known.
    """
    heard = of_others.without(state, relating.theirs(state, text, scene), scene)
    found = scene.content.extractor.read(heard, scene.today)
    told = {
        key: Answer(value=plain(fact.value), said=fact.said)
        for key, fact in found.items()
        if key not in NOT_ANSWERS
        and may_be(key, fact.value, scene)
        and not where.is_wider(state, key, fact, scene)
        and (
            anew
            or key in GATHERED
            or key not in state.answers
            or where.is_nearer(state, key, fact, scene)
            or other_side.is_better(state, key, fact.value, scene)
            or ended.is_still_to_come(key, found, scene)
        )
    }
    state = other_side.not_asked_again(state, text, scene)
    state = where.told(state, text, found.get("region_candidates"), scene)
    told = ended.without_guess(state, roles.of_matter(state, told, text, scene), text, scene)
    told = beginnings.without(state, ended.settled(state, told, scene), text, scene)
    told = contract_term.settled(state, told, text, scene)
    told |= relating.told(state, text, scene) | shortly.told(state, told, heard, scene)
    told |= roughly.told(state, told, heard, scene) | other_side.told(state, told, text, scene)
    told |= contested.told(text, scene) | award_days.told(state, told, text, scene)
    told = groups.told(told, text, scene)
    told |= sides.told(state.changed(answers={**state.answers, **told}), heard, scene)
    if not told:
        return state
    told = kinds_told.fitting(told, state, text, scene)
    kinds = words_of(told.get("dispute_kinds"))
    if kinds and state.handed_over:
        state = begun_anew(state)
    for key in GATHERED & told.keys():
        both = dict.fromkeys((*words_of(state.answers.get(key)), *words_of(told[key])))
        told[key] = Answer(value=tuple(both), said=told[key].said)
    kind = kinds_told.chosen(state, told, kinds, text, scene, anew=anew)
    return state.changed(answers={**state.answers, **told}, dispute_kind=kind)


def begun_anew(state: DialogueState) -> DialogueState:
    """Another dispute of the same worker: what holds for the worker is kept, the rest is not."""
    kept = {key: answer for key, answer in state.answers.items() if key in OF_THE_WORKER}
    return state.changed(
        answers=kept,
        story="",
        handed_over=False,
        passed=(),
        calculated=(),
        skipped=(),
        asked=(),
        parts=(),
    )


def told(state: DialogueState, scene: Scene) -> dict[str, Plain]:
    """The facts told, and those that follow from the choices made (a deposit of papers is one)."""
    facts = state.facts()
    for key, value in state.facts().items():
        question = scene.content.intents.questions.get(key)
        name = {True: YES, False: NO}.get(value, value) if isinstance(value, bool) else value
        choice = question.choice(name) if question and isinstance(name, str) else None
        for fact, meant in choice.means.items() if choice else ():
            if isinstance(meant, tuple):
                before = facts.get(fact)
                held = before if isinstance(before, tuple) else ()
                facts[fact] = tuple(dict.fromkeys((*held, *meant)))
            else:
                facts.setdefault(fact, meant)
    if "employed_to" in facts or facts.get("event_kind") in LEFT:
        facts.setdefault("still_employed", False)
    return facts


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


def told_last(state: DialogueState, scene: Scene) -> list[str]:
    """The fact told last that has a question of its own."""
    questions = scene.content.intents.questions
    return [key for key in state.last_told if key in questions and key in state.answers][-1:]


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
    if key == shortly.SERVICE and (words := shortly.years_in_words(text, scene)):
        return words
    text = text.rstrip("0").rstrip(".") if key in IN_PARTS and "." in text else text
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
    form = scene.content.intents.form_for(state.dispute_kind or "other", state.facts())
    question = form.question(fact) or scene.content.intents.questions[fact]
    return addressed(question, state, scene)


def addressed(question: Question, state: DialogueState, scene: Scene) -> Question:
    """The question as it is put to this worker: about somebody else, or to a whole group."""
    pronoun = spoken_of(state, scene)
    if pronoun is None:
        return question
    you = scene.content.intents.labels["you"]
    texts = {"ask": question.ask, "hint": question.hint, "not_understood": question.not_understood}
    about = {name: text.replace(you, pronoun) for name, text in texts.items() if text}
    return question.model_copy(update=about)


def spoken_of(state: DialogueState, scene: Scene) -> str | None:
    """How the one is called whose matter it is (她, 你们); None where it is the worker's own."""
    facts = state.facts()
    relation = scene.content.intents.manners.relations.get(str(facts.get("speaks_for")))
    if relation is not None:
        return relation.pronoun
    if state.dispute_kind == DEATH:
        return scene.label("the_dead")
    people = facts.get("people_count")
    return scene.label("you_all") if isinstance(people, int) and people >= GROUP_FROM else None
