"""What the worker has told so far: taken out of free text, kept plain, shown in words."""

from decimal import Decimal
from typing import Any

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState, Plain
from bot.dialogue.told import ended, relating, roles, roughly, shortly, sides, where
from intents.intake_form import NO, YES, Question

NOT_ANSWERS = frozenset({"region_candidates"})
GATHERED = frozenset({"dispute_kinds", "circumstances"})
UNSPECIFIC = "other"  # the dispute kind of a matter that is not known yet
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
IN_PARTS = frozenset({"months_owed", "employer_service_years", "total_service_years"})
LEFT = frozenset({"last_working_day"})  # a worker is no longer there after it
# Disputes that may be no more than how somebody is employed.
OF_STANDING = frozenset({"service_contract", "dispatch_or_outsourcing", "employment_relationship"})
WHO_EMPLOYS = OF_STANDING - {"service_contract"}  # of these, those that give way to what went wrong
# Disputes told by what went wrong, which go before one that was only guessed.
CLEAR = frozenset(
    {
        "wage_arrears",
        "construction_wage_arrears",
        "wage_deduction",
        "platform_deduction",
        "platform_injury",
        "deposit_or_documents",
        "overtime_pay",
        "unlawful_dismissal",
        "work_injury_determination",
    }
)
# Matters that give way to one told by what went wrong: the first though named.
SOFT = frozenset({"resignation", "probation", "intern_or_student"})
GUESSED = OF_STANDING | {"other", "over_retirement_age", "social_insurance", "no_written_contract"}
SIGNED, NO_CONTRACT = "has_written_contract", "no_written_contract"
DEATH, PLATFORM_INJURY = "death_benefit", "platform_injury"
WORK_INJURY = "work_injury_determination"
# Matters that stay what they are, whatever money is told beside.
INJURIES = frozenset({WORK_INJURY, PLATFORM_INJURY, DEATH})
WAGE_DEDUCTION, PLATFORM_DEDUCTION = "wage_deduction", "platform_deduction"
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
    found = scene.content.extractor.read(relating.theirs(state, text, scene), scene.today)
    told = {
        key: Answer(value=plain(fact.value), said=fact.said)
        for key, fact in found.items()
        if key not in NOT_ANSWERS
        and may_be(key, fact.value, scene)
        and (
            anew
            or key in GATHERED
            or key not in state.answers
            or where.is_nearer(state, key, fact, scene)
        )
    }
    state = where.told(state, text, found.get("region_candidates"), scene)
    told = ended.without_guess(state, roles.of_matter(state, told, text, scene), text, scene)
    told |= relating.told(state, text, scene) | shortly.told(state, told, text, scene)
    told |= roughly.told(state, told, text, scene)
    told |= sides.told(state.changed(answers={**state.answers, **told}), text, scene)
    if not told:
        return state
    told = _of_platform(_with_contract(told, state), state, text, scene)
    kinds = _words(told.get("dispute_kinds"))
    if kinds and state.handed_over:
        state = begun_anew(state)
    for key in GATHERED & told.keys():
        both = dict.fromkeys((*_words(state.answers.get(key)), *_words(told[key])))
        told[key] = Answer(value=tuple(both), said=told[key].said)
    kind = state.dispute_kind
    if kind is None or (kind in OF_STANDING and not state.asked):
        kind = _of_injury(told) or kind
    begun = kind not in INJURIES and anew and not state.asked
    begun = begun and not (kind in CLEAR and kinds and kinds[0] in SOFT)
    if kinds and (kind in (None, UNSPECIFIC) or begun):
        kind = kinds[0]
    manners = scene.content.intents.manners
    if not (manners.standpoint.is_leased(state.story) or manners.only_supposes(text)):
        kind = _told_at_last(state, kind, kinds)
    if kind in WHO_EMPLOYS and not state.asked:
        kind = next((each for each in kinds if each not in OF_STANDING), kind)
    return state.changed(answers={**state.answers, **told}, dispute_kind=kind)


def _told_at_last(state: DialogueState, kind: str | None, kinds: tuple[str, ...]) -> str | None:
    """学徒, then 压了两个月没给: what went wrong goes before a matter that was only guessed."""
    named = set(_words(state.answers.get("dispute_kinds"))) - SOFT
    if "school_arranged" in state.answers:
        return kind
    if kind not in SOFT | GUESSED or kind in named or state.handed_over:
        return kind
    return next((each for each in kinds if each in CLEAR), kind)


def _of_injury(told: dict[str, Answer]) -> str | None:
    """摔了一跤 胳膊骨折了: who tells of an injury and no more speaks of an accident at work."""
    injured = told.get("injured")
    if injured is None or injured.value is not True:
        return None
    worker = told.get("worker_kind")
    rides = worker is not None and worker.value == "platform"
    return PLATFORM_INJURY if rides else WORK_INJURY


def _with_contract(told: dict[str, Answer], state: DialogueState) -> dict[str, Answer]:
    """合同签到2028年, 没给书面的: who signed a contract does not claim for want of one."""
    kinds, signed = told.get("dispute_kinds"), {**state.answers, **told}.get(SIGNED)
    if kinds is None or signed is None or signed.value is not True:
        return told
    left = tuple(kind for kind in _words(kinds) if kind != NO_CONTRACT)
    return {**told, "dispute_kinds": Answer(value=left, said=kinds.said)} if left else told


def _of_platform(
    told: dict[str, Answer], state: DialogueState, text: str, scene: Scene
) -> dict[str, Answer]:
    """A deduction from a rider or driver is the platform's or its station's."""
    kinds = told.get("dispute_kinds")
    if kinds is None or WAGE_DEDUCTION not in _words(kinds):
        return told
    facts = {**state.answers, **told}
    worker = facts.get("worker_kind")
    rides = "platform" in facts or (worker is not None and worker.value == "platform")
    if not rides and not scene.content.intents.manners.is_of_platform(text):
        return told
    meant = tuple(PLATFORM_DEDUCTION if k == WAGE_DEDUCTION else k for k in _words(kinds))
    right = Answer(value=tuple(dict.fromkeys(meant)), said=kinds.said)
    return {**told, "dispute_kinds": right}


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


def _words(answer: Answer | None) -> tuple[str, ...]:
    return answer.value if answer is not None and isinstance(answer.value, tuple) else ()


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
    form = scene.content.intents.form_for(state.dispute_kind or "other")
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
