"""帮我算算: asks only what is missing, shows the working, lets the worker try other values."""

from dataclasses import replace

from bot.dialogue import echoing, estimating, meanwhile, noting, recalling, sum_asking
from bot.dialogue.content import Scene
from bot.dialogue.facts import NO_CONTRACT, SIGNED, forget, keep, plain
from bot.dialogue.handoff import REACHABLE
from bot.dialogue.hearing import PATIENCE, Ways, hear_answer
from bot.dialogue.messages import Reply
from bot.dialogue.resuming import present
from bot.dialogue.state import Calculation, DialogueState
from bot.dialogue.sum_asking import ask, ask_region_among, choose, is_asking, open_question
from bot.dialogue.sum_result import GOES_ON, show
from bot.dialogue.summing import (
    BadValue,
    Results,
    check_value,
    current_sum,
    fitting,
    known_facts,
    work_out,
)
from bot.dialogue.supposing import suppositions
from bot.dialogue.turn import Turn, offering
from intents.answers import Understood, understand
from intents.intake_form import Question
from intents.sums import Sum


def begin(state: DialogueState, scene: Scene) -> Turn:
    """Work out what fits the dispute talked about; offer what can be computed where none does."""
    last = current_sum(state, scene)
    if last is not None and state.calculation is not None and state.calculation.supposed:
        return start(state, last.id, scene)
    sum_ = fitting(state, scene) or last
    return start(state, sum_.id, scene) if sum_ else offer(state, scene)


def offer(state: DialogueState, scene: Scene) -> Turn:
    """What can be computed, to pick from."""
    return choose(_ready(state), scene)


def start(state: DialogueState, sum_id: str, scene: Scene) -> Turn:
    """Work out one sum; an unknown one (a button of older content) offers the list."""
    last = state.calculation
    asked = last.asked if last is not None and last.id == sum_id else ()
    begun = Calculation(id=sum_id, asked=asked)
    return proceed(_ready(state).changed(calculation=begun), scene)


def _ready(state: DialogueState) -> DialogueState:
    """The worker turned to us: no longer answering the mediator, nor whether to delete."""
    if state.stage == "erasing":
        state = state.changed(stage=state.before_erasing or "question", before_erasing=None)
    return sum_asking.at_rest(state).changed(mediator_waits=False)


def proceed(state: DialogueState, scene: Scene) -> Turn:
    """The next fact that is missing, or the result."""
    sum_ = current_sum(state, scene)
    if sum_ is None:
        return choose(state, scene)
    state = recalling.recalled(state, sum_.questions, scene)
    fact = unasked(state, sum_, scene)
    if fact is not None:
        return ask(state, fact, scene)
    try:
        results = work_out(state, sum_, scene)
    except BadValue as bad:
        again = ask(forget(state, bad.fact), bad.fact, scene)
        return again.after(Reply(bad.sentence))
    more = _missing(state, results, scene)
    return show(state, sum_, results, scene) if more is None else ask(state, more, scene)


def unasked(state: DialogueState, sum_: Sum, scene: Scene) -> str | None:
    """The first fact the sum asks for that is neither told nor passed over."""
    known = known_facts(state, scene.today).keys() | _skipped(state)
    return next((question.id for question in sum_.questions if question.id not in known), None)


def _missing(state: DialogueState, results: Results, scene: Scene) -> str | None:
    """A fact that would settle the sum and was not asked: only where the law makes it matter."""
    intents = scene.content.intents
    known = known_facts(state, scene.today).keys() | _skipped(state)
    missing = (intents.sums.told(key) for _, found in results for key in found.missing)
    return next((fact for fact in missing if fact in intents.questions and fact not in known), None)


def _skipped(state: DialogueState) -> frozenset[str]:
    never = estimating.NEVER if _unsigned(state) else frozenset()
    return never | frozenset(state.calculation.skipped if state.calculation else ())


def _unsigned(state: DialogueState) -> bool:
    """Whether who still works there told that no contract was signed: then none was later either."""
    facts = state.facts()
    kinds = facts.get("dispute_kinds")
    signed = facts.get(SIGNED)
    told = signed is False or (isinstance(kinds, tuple) and NO_CONTRACT in kinds and not signed)
    return told and facts.get("still_employed") is True


def hear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """An answer to the open question or a what-if; None where the words are for someone else."""
    if state.stage == "erasing" or (state.mediator_waits and state.case_status in REACHABLE):
        return None
    if not is_asking(state):
        return _what_if(state, text, scene)
    question = open_question(state, scene)
    if question is None:
        return _pick(state, text, scene)
    heard = hear_answer(state, question, text, scene, _WAYS)
    if heard is None:
        return _aside(state, text, scene)
    return echoing.heard(state, heard, question, is_asking(heard.state), scene)


def told_already(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """帮我算工伤十级: the wish itself answers the first question; None where it does not."""
    question = open_question(state, scene) if is_asking(state) else None
    if question is None or question.type != "number":
        return None
    read = understand(question, text, scene.today, scene.content.extractor)
    return (
        _take(state, question, read.value, read.said, scene)
        if isinstance(read, Understood)
        else None
    )


def put_down(state: DialogueState) -> DialogueState:
    """Something else goes before: nothing is asked for a sum any more; one that is shown stays."""
    return state.changed(calculation=None) if is_asking(state) else state


def put_list_away(state: DialogueState) -> DialogueState:
    """The list was not taken up: its numbers mean nothing any more."""
    calculation = state.calculation
    return state if calculation is None or calculation.id else state.changed(calculation=None)


def _pick(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    offered = scene.content.intents.sums.offered
    number = scene.content.intents.ordinal(text)
    if number is not None and number <= len(offered):
        return start(state, offered[number - 1].id, scene)
    named = (sum_.id for sum_ in offered if sum_.label == text.strip())
    picked = next(named, None)
    return start(state, picked, scene) if picked else None


def _take(state: DialogueState, question: Question, value: object, said: str, scene: Scene) -> Turn:
    sum_ = current_sum(state, scene)
    try:
        if sum_ is not None:
            check_value(sum_, question.id, plain(value), scene)
    except BadValue as bad:
        return ask(state, question.id, scene).after(Reply(bad.sentence))
    return proceed(_settled(keep(state, question.id, value, said)), scene)


def _settled(state: DialogueState) -> DialogueState:
    calculation = state.calculation or Calculation()
    return state.changed(calculation=calculation.changed(asking=None, misread=0))


def _aside(state: DialogueState, text: str, scene: Scene) -> Turn:
    """A question in between is answered, and the calculation goes on where it stood."""
    aside = meanwhile.answer_in_between(state, text, scene)
    return sum_asking.present(aside.state, scene).after(*aside.replies)


def _not_understood(state: DialogueState, question: Question, text: str, scene: Scene) -> Turn:
    calculation = state.calculation or Calculation()
    missed = calculation.changed(misread=calculation.misread + 1)
    if missed.misread > PATIENCE:
        return skip(state, scene).after(Reply(scene.say("let_go")))
    if noting.is_remark(question, text, scene):
        noted = noting.add(state.changed(calculation=missed), text)
        return echoing.led(ask(noted, question.id, scene), noting.line(text, scene))
    again = ask(state.changed(calculation=missed), question.id, scene)
    return Turn(again.state, (replace(again.replies[0], text=question.not_understood),))


def _what_if(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """A new value tried out after the result: computed at once, beside what was told."""
    sum_, calculation = current_sum(state, scene), state.calculation
    if sum_ is None or calculation is None:
        return _first_what_if(state, text, scene)
    supposed = suppositions(state, sum_, text, scene)
    if supposed is None:
        return None
    tried = calculation.changed(supposed={**calculation.supposed, **supposed})
    trying = state.changed(calculation=tried)
    try:
        for fact, value in supposed.items():
            check_value(sum_, fact, value, scene)
        results = work_out(trying, sum_, scene)
    except BadValue as bad:
        return Turn(state, (Reply(bad.sentence),))
    return show(trying, sum_, results, scene)


def _first_what_if(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """要是按6500算呢, before any sum was shown: where nothing else is missing for it."""
    sum_ = fitting(state, scene) if state.calculation is None else None
    if sum_ is None or state.handed_over or not state.facts():
        return None
    started = state.changed(calculation=Calculation(id=sum_.id))
    manners = scene.content.intents.manners
    asks = manners.may_be_question(text) or str(manners.move(text)).startswith("how_much")
    if not asks:
        return None
    if unasked(started, sum_, scene) is not None:
        supposed = suppositions(started, sum_, text, scene)
        return None if supposed is None else echoing.led(*_still_missing(started, scene))
    return _what_if(started, text, scene)


def _still_missing(started: DialogueState, scene: Scene) -> tuple[Turn, str]:
    """The first question for the sum, and what else it needs."""
    return proceed(started, scene), estimating.line(started, scene)


def take_choice(state: DialogueState, choice_id: str, scene: Scene) -> Turn | None:
    """A button answered the open question; None where it is no choice of it."""
    question = open_question(state, scene)
    for choice in question.choices if question else ():
        if question is not None and choice.id == choice_id:
            value: object = choice_id == "yes" if question.type == "yes_no" else choice_id
            return _take(state, question, value, choice.label, scene)
    return None


def take_region(state: DialogueState, adcode: str, scene: Scene) -> Turn:
    """The worker confirmed one of several regions."""
    name = scene.content.knowledge.places.full_name(adcode)
    return proceed(_settled(keep(state, "region", adcode, name)), scene)


def skip(state: DialogueState, scene: Scene) -> Turn:
    """Leave the open question; what is missing for it is said with the result."""
    calculation = state.calculation
    if calculation is None or calculation.asking is None:
        return leave(state, scene)
    skipped = (*calculation.skipped, calculation.asking)
    passed = calculation.changed(skipped=skipped, asking=None, misread=0)
    left = state.skipped if calculation.asking == "region" else (*state.skipped, calculation.asking)
    return proceed(state.changed(calculation=passed, skipped=left), scene)


def back(state: DialogueState, scene: Scene) -> Turn:
    """The question before this one; before the first, out of the calculation."""
    calculation = state.calculation or Calculation()
    earlier = tuple(fact for fact in calculation.asked if fact != calculation.asking)
    return _ask_anew(state, earlier, scene) if earlier else leave(state, scene)


def change(state: DialogueState, scene: Scene) -> Turn | None:
    """改答案: the last answer given for the sum; None where nothing was asked for one."""
    calculation = state.calculation
    if calculation is None:
        return None
    earlier = tuple(fact for fact in calculation.asked if fact != calculation.asking)
    return _ask_anew(state, earlier, scene) if earlier else None


def _ask_anew(state: DialogueState, asked: tuple[str, ...], scene: Scene) -> Turn:
    fact, calculation = asked[-1], state.calculation or Calculation()
    skipped = tuple(item for item in calculation.skipped if item != fact)
    anew = calculation.changed(asked=asked, skipped=skipped, misread=0, supposed={})
    return ask(forget(state, fact).changed(calculation=anew), fact, scene)


def why(state: DialogueState, scene: Scene) -> Turn:
    """Why the open question is asked."""
    again, question = sum_asking.present(state, scene), open_question(state, scene)
    if question is None:
        return again
    return again.after(Reply(scene.say("why", question=question)))


def leave(state: DialogueState, scene: Scene) -> Turn:
    """Out of the calculation, on where the conversation stood; what was told stays."""
    left = offering(state.changed(calculation=None))
    reply = Reply(scene.say("sum_left"))
    return present(left, scene).after(reply) if left.stage in GOES_ON else Turn(left, (reply,))


def _fill(state: DialogueState, _question: Question, _text: str, _scene: Scene) -> DialogueState:
    return state


_WAYS = Ways(skip, ask_region_among, proceed, _not_understood, _take, _fill)
