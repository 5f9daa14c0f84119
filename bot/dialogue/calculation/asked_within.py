"""How much: asked alone (能要多少) or at the end of words that tell facts, which are kept and said back."""

from dataclasses import replace

from bot.dialogue.answers import following, meanwhile, nearest
from bot.dialogue.calculation import (
    deduction_told,
    estimating,
    of_answer,
    overtime_told,
    owed_told,
    service_length,
    service_told,
    sum_asking,
    sum_missing,
    sums,
    treated_pay,
)
from bot.dialogue.calculation.asked import door, leaving, overtime_rate
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
from bot.dialogue.told import noting, recalling
from bot.dialogue.told.facts import absorb, shown
from bot.dialogue.turn import Turn, lasting_button
from intents.sums import Sum
from knowledge.law.calculation_rules import RULES

_PARAGRAPH = "\n\n"
BOND = "training_bond"
"""What may be claimed of the worker; it is worked out unasked, too."""
FIRST, LAST = "employed_from", "employed_to"
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


def at_once(before: DialogueState, after: DialogueState, text: str, scene: Scene) -> str:
    """The estimate where the story that begins a matter asks how much (我能拿多少) and tells enough."""
    if after.calculation is not None and after.calculation != before.calculation:
        return ""
    told = deduction_told.line(before, after, text, scene)
    told = told or treated_pay.short_of(after, text, scene)
    counted = told or overtime_told.line(before, after, text, scene)
    if counted:
        return told or overtime_rate.gap(after, text, scene) or counted
    begins = before.dispute_kind is None
    if begins and after.stage == "intake" and (sum_asked := door.of(after, text, scene)):
        return sum_asked
    sum_ = fitting(after, scene) if after.stage == "intake" else None
    if sum_ is None:
        return ""
    asked = begins and scene.content.intents.manners.asks_amount(text)
    wanted = asked or _is_whole_now(before, after, sum_, scene)
    return estimating.of(after, sum_.id, scene) if wanted else ""


def _is_whole_now(before: DialogueState, after: DialogueState, sum_: Sum, scene: Scene) -> bool:
    """Whether the words told the last that was missing for a sum not shown yet."""
    exact = FIRST in after.answers and FIRST not in before.answers
    shown = sum_.id in after.calculated and not exact
    if not (sum_.claim or sum_.id == BOND) or shown or before.calculation is not None:
        return False
    new = before.answers.keys() != after.answers.keys()
    counted = not exact and _is_whole(before, sum_, scene)
    return new and _is_whole(after, sum_, scene) and not counted


def _is_whole(state: DialogueState, sum_: Sum, scene: Scene) -> bool:
    calculation = Calculation(id=sum_.id)
    if sum_missing.unasked(state.changed(calculation=calculation), sum_, scene) is None:
        return True
    lasted = FIRST not in state.answers and LAST in state.answers and state.story
    told = service_length.told(state, scene) if lasted else None
    return told is not None and bool(estimating.of(state, sum_.id, scene))


def led(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """The turn with that above it, in place of saying that nothing is known of what was asked."""
    if (doubted := service_told.doubted(before, turn, scene)) is not None:
        return doubted
    line = at_once(before, turn.state, text, scene)
    turn = replace(turn, state=_estimated(_with_offer(turn.state, text, scene), line, scene))
    told = before.changed(answers=turn.state.answers)
    unsure = nearest.standing(told, text, scene).replies[0].text if line else ""
    for number, reply in enumerate(turn.replies if line else ()):
        if unsure in reply.text:
            known = replace(reply, text=reply.text.replace(unsure, line))
            replies = (*turn.replies[:number], known, *turn.replies[number + 1 :])
            return replace(turn, replies=replies)
    begins = before.dispute_kind is None
    return echoing.led(turn, line) if begins or not line else _above_question(turn, line)


def _with_offer(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """他们主管说给我五千块: an offer is kept in the story, to be held against what is owed."""
    folded = scene.content.extractor.script.fold(text)
    asked = scene.content.intents.sums.asked
    offers = asked.found("offered", folded) is not None or asked.names("half_offered", folded)
    return noting.add(state, text) if offers and state.dispute_kind is not None else state


def _estimated(state: DialogueState, line: str, scene: Scene) -> DialogueState:
    """The state with the sum whose estimate is shown counted as shown: a correction works it out anew."""
    sum_ = fitting(state, scene) if line else None
    if sum_ is None or not sum_.claim or line != estimating.of(state, sum_.id, scene):
        return state
    others = (id for id in state.calculated if id != sum_.id)
    return state.changed(calculated=(*others, sum_.id))


def _above_question(turn: Turn, line: str) -> Turn:
    """The line above the question that is put last, below what was heard and answered."""
    if not turn.replies:
        return turn
    *others, last = turn.replies
    above, stop, question = last.text.rpartition(_PARAGRAPH)
    text = f"{above}{stop}{line}{_PARAGRAPH}{question}"
    return replace(turn, replies=(*others, replace(last, text=text)))


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
