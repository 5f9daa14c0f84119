"""How much: asked alone (能要多少) or at the end of words that tell facts, which are kept and said back."""

from bot.dialogue.answers import following, meanwhile
from bot.dialogue.calculation import (
    estimating,
    of_answer,
    owed_told,
    sum_asking,
    sum_missing,
    sums,
)
from bot.dialogue.calculation.asked import leaving
from bot.dialogue.calculation.summing import (
    MAY_LEAVE,
    BadValue,
    check_value,
    fitting,
    known_facts,
)
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, hearing
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.onward import ways
from bot.dialogue.state import Calculation, DialogueState
from bot.dialogue.told import recalling
from bot.dialogue.told.facts import absorb, shown
from bot.dialogue.turn import Turn, lasting_button
from knowledge.law.calculation_rules import RULES

OUTSOURCED = "dispatch_or_outsourcing"
SHORT = 22
"""Characters: a longer wish may ask for something else, which the matcher tells better."""
SURELY = 0.9
"""Score from which words that name no dispute ask for the answer of another."""


def how_much(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """能要多少: what may be owed in the matter talked about, or the one the words name."""
    if _about_pay(state):
        if (other := _other_sum(state, text, scene)) is not None:
            return other
        if (tried := _tried(state, text, scene)) is not None:
            return tried
    told = _told(state, text, scene)
    return _answered(state, told, text, scene) if _about_pay(told) else None


def within(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """月薪9000 能拿多少: the sum of the matter at hand, by all that was told."""
    of_another = state.dispute_kind is None or hearing.asks_of_another(state, text, scene)
    if of_another or state.handed_over:
        return None
    if (other := _other_sum(state, text, scene)) is not None:
        return other
    if (tried := _tried(state, text, scene)) is not None:
        return tried
    told = _told_for_sum(_told(state, text, scene), text, scene)
    if _is_elsewhere(told, text, scene) or _knows_nothing(told, scene):
        return None
    return _answered(state, told, text, scene)


def _knows_nothing(told: DialogueState, scene: Scene) -> bool:
    """Whether nothing the sum at hand needs was told: then the general answer says more."""
    sum_ = fitting(told, scene)
    known = known_facts(told, scene.today)
    return sum_ is not None and not any(question.id in known for question in sum_.questions)


def _about_pay(told: DialogueState) -> bool:
    return told.dispute_kind is not None and not told.handed_over


def _answered(before: DialogueState, told: DialogueState, text: str, scene: Scene) -> Turn | None:
    turn = _worked_out(_told_for_sum(told, text, scene), text, scene)
    return echoing.led(turn, _heard(before, told, scene)) if turn else None


def _told(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    if state.stage == "intake":
        return meanwhile.overheard(state, text, scene)
    return absorb(state, text, scene, anew=state.dispute_kind is None)


def _told_for_sum(told: DialogueState, text: str, scene: Scene) -> DialogueState:
    """如果鉴定是十级 他一个月工资6000: what the words tell for the sum they ask."""
    sum_ = fitting(told, scene)
    if sum_ is None:
        return told
    after = recalling.recalled(told, sum_.questions, scene, text)
    try:
        for key in after.answers.keys() - told.answers.keys():
            check_value(sum_, key, after.answers[key].value, scene)
    except BadValue:
        return told
    return after


def _other_sum(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """年假一天没休 能折多少, in a dismissal: the sum the words name, where enough was told for it."""
    own = fitting(state, scene)
    kinds = _named(text, scene)
    if own is None or not kinds or {state.dispute_kind, *own.fits}.intersection(kinds):
        return None
    sums_named = (scene.content.intents.sums.for_kind(kind) for kind in kinds)
    named = next(filter(None, sums_named), None)
    said = of_answer.estimate(state, named, text, scene) if named else ""
    return present(state, scene).after(Reply(said)) if said and state.stage == "intake" else None


def _tried(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """按4350算能有多少, beside what was told, where that is enough for the sum."""
    sum_ = None if sum_asking.is_asking(state) else fitting(state, scene)
    if sum_ is None:
        return None
    started = state.changed(calculation=Calculation(id=sum_.id))
    enough = sum_missing.unasked(started, sum_, scene) is None or estimating.outcomes(
        started, scene
    )
    return sums.hear(state, text, scene) if enough else None


def _worked_out(told: DialogueState, text: str, scene: Scene) -> Turn | None:
    if (owed := owed_told.respond(told, text, scene)) is not None:
        return owed
    if _is_no_money(told, text, scene) or _is_owed_none(told, text, scene):
        return None
    sum_ = fitting(told, scene)
    if sum_ is None and (worth := _of_leaving(told, text, scene)):
        return worth
    fits = sum_ is not None or told.calculation is not None
    beside = sum_ is not None and told.dispute_kind not in sum_.fits and not sum_.claim
    if not fits or (beside and "amount_claimed" in told.answers):
        if "amount_claimed" in told.answers:
            return _no_sum(told, scene)
        return sums.begin(told, scene) if len(text) <= SHORT else None
    return _begun(told, text, scene)


def _begun(told: DialogueState, text: str, scene: Scene) -> Turn:
    """The sum begun, or what it gives by what was told; no grade is asked of who was not assessed."""
    begun = sums.begin(told, scene)
    if (already := sums.told_already(begun.state, text, scene)) is not None:
        return already
    if not sum_asking.is_asking(begun.state):
        return begun
    if begun.state.stage == "intake" and (graded := estimating.by_grade(begun.state, scene)):
        return present(told, scene).after(Reply(graded))
    return echoing.led(begun, estimating.line(begun.state, scene))


def _is_no_money(told: DialogueState, text: str, scene: Scene) -> bool:
    """能赔点不, where the matter's own sum is a month or a length: the answers say more."""
    sum_ = fitting(told, scene)
    of_time = sum_ is not None and all(RULES[rule].unit != "yuan" for rule in sum_.rules)
    return of_time and scene.content.intents.manners.asks_compensation(text)


def _of_leaving(told: DialogueState, text: str, scene: Scene) -> Turn | None:
    """那我四年能赔多少, where no insurance was paid or another firm takes over: what leaving may be worth, of an
    employee whose wage and years are known."""
    may = told.stage == "intake" and told.dispute_kind in MAY_LEAVE | {OUTSOURCED}
    asked = may and scene.content.intents.manners.asks_compensation(text)
    if not asked or not leaving.is_employee(told, scene):
        return None
    said = estimating.alone(told, leaving.N, scene)
    return present(told, scene).after(Reply(said)) if said else None


def _is_owed_none(told: DialogueState, text: str, scene: Scene) -> bool:
    """要不要赔我几个月工资, of a nanny, a student or at seventy: no sum of labour law, the answers say more."""
    asked = scene.content.intents.manners.asks_compensation(text)
    return asked and not leaving.is_employee(told, scene)


def _heard(before: DialogueState, told: DialogueState, scene: Scene) -> str:
    return echoing.line(told, echoing.news(before, told), scene)


def _is_elsewhere(told: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the words ask for a sum of another matter: they name it, or surely mean another
    answer while something is missing for the sum at hand."""
    sum_ = fitting(told, scene)
    if kinds := _named(text, scene):
        own = {told.dispute_kind, *(sum_.fits if sum_ else ())}
        return not own.intersection(kinds)
    if sum_ is None:
        return False
    if all(RULES[rule].unit != "yuan" for rule in sum_.rules):
        return True
    if sum_missing.unasked(told.changed(calculation=Calculation(id=sum_.id)), sum_, scene) is None:
        return False
    match = following.asked_meanwhile(told, text, scene)
    entry = scene.content.knowledge.entries.get(match.entry_id) if match else None
    sure = match is not None and match.score >= SURELY
    return sure and entry is not None and entry.dispute_kind != told.dispute_kind


def _named(text: str, scene: Scene) -> tuple[str, ...]:
    """The disputes the words name."""
    found = scene.content.extractor.read(text, scene.today).get("dispute_kinds")
    return tuple(found.value) if found and isinstance(found.value, tuple | list) else ()


def _no_sum(state: DialogueState, scene: Scene) -> Turn:
    """No rule works the sum out: what was told counts, as far as it can be proved."""
    amount = state.facts().get("amount_claimed")
    text = scene.say(
        "no_sum",
        amount=shown("amount_claimed", amount, scene) if amount else None,
        apart=owed_told.apart(state, scene),
        first=ways.first(state, scene),
    )
    reply = Reply(text, (lasting_button("sums", scene.label("other_sum")),))
    if state.stage == "intake":
        return present(state, scene).after(reply)
    return Turn(state, (reply,))
