"""帮我算算: asks only what is missing, shows the working, lets the worker try other values."""

from dataclasses import replace

from bot.dialogue.answers import nearest
from bot.dialogue.calculation import (
    daily_told,
    estimating,
    overtime_by_month,
    overtime_told,
    service_told,
    sum_asking,
    sum_steps,
)
from bot.dialogue.calculation.sum_asking import (
    ask,
    ask_region_among,
    choose,
    is_asking,
    open_question,
)
from bot.dialogue.calculation.sum_missing import settling, unasked
from bot.dialogue.calculation.sum_result import show
from bot.dialogue.calculation.summing import (
    BadValue,
    check_value,
    current_sum,
    fitting,
    work_out,
)
from bot.dialogue.calculation.supposing import suppositions
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.interview.hearing import PATIENCE, Ways, hear_answer
from bot.dialogue.messages import Reply
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import Calculation, DialogueState, Plain
from bot.dialogue.told import noting, recalling
from bot.dialogue.told.facts import forget, keep, plain
from bot.dialogue.turn import Turn
from intents.answers import Understood, understand
from intents.intake_form import Question


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
    if doubt := service_told.question(state, scene):
        return echoing.led(ask(service_told.reopened(state), service_told.FIRST, scene), doubt)
    try:
        results = work_out(state, sum_, scene)
    except BadValue as bad:
        again = ask(forget(state, bad.fact), bad.fact, scene)
        return again.after(Reply(bad.sentence))
    more = settling(state, results, scene)
    return show(state, sum_, results, scene) if more is None else ask(state, more, scene)


def hear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """An answer to the open question or a what-if; None where the words are for someone else."""
    if state.stage == "erasing" or (state.mediator_waits and state.case_status in REACHABLE):
        return None
    if not is_asking(state):
        return _what_if(state, text, scene)
    question = open_question(state, scene)
    if question is None:
        return _pick(state, text, scene)
    if (stands := service_told.stands(state, question.id, text, scene)) is not None:
        return proceed(_settled(stands), scene)
    if (counted := _by_the_day(state, question, text, scene)) is not None:
        return counted
    heard = hear_answer(state, question, text, scene, _WAYS)
    if heard is None:
        return _aside(state, text, scene)
    return echoing.heard(state, heard, question, is_asking(heard.state), scene)


def _by_the_day(state: DialogueState, question: Question, text: str, scene: Scene) -> Turn | None:
    """休息日也是干到九点半: hours asked for, told by the day; what they are worth, and the next question."""
    told = overtime_by_month.overheard(state, text, scene)
    if question.id not in overtime_by_month.HOURS & told.answers.keys():
        return None
    worth = overtime_told.worth(state, told, text, scene)
    return echoing.led(proceed(_settled(told), scene), worth)


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
    offered = sum_asking.open_to(state, scene)
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
    sum_ = current_sum(state, scene)
    tried = suppositions(state, sum_, text, scene) if sum_ else None
    if tried and (line := estimating.supposed(state, tried, scene)):
        return echoing.led(sum_asking.present(state, scene), line)
    aside = nearest.answer_in_between(state, text, scene)
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
    missing = unasked(started, sum_, scene) is not None
    if missing and not estimating.outcomes(started, scene):
        supposed = suppositions(started, sum_, text, scene)
        return None if supposed is None else _still_missing(started, supposed, scene)
    return _what_if(started, text, scene)


def _still_missing(started: DialogueState, supposed: dict[str, Plain], scene: Scene) -> Turn:
    """The first question for the sum; above it the estimate by what is supposed, or what it needs."""
    line = estimating.supposed(started, supposed, scene) or estimating.line(started, scene)
    return echoing.led(proceed(started, scene), line)


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
        return sum_steps.leave(state, scene)
    if (stands := service_told.restored(state, calculation.asking)) is not None:
        return proceed(_settled(stands), scene)
    skipped = (*calculation.skipped, calculation.asking)
    passed = calculation.changed(skipped=skipped, asking=None, misread=0)
    left = state.skipped if calculation.asking == "region" else (*state.skipped, calculation.asking)
    return proceed(state.changed(calculation=passed, skipped=left), scene)


def _fill(state: DialogueState, question: Question, text: str, scene: Scene) -> DialogueState:
    return daily_told.month(state, text, question, scene)


_WAYS = Ways(skip, ask_region_among, proceed, _not_understood, _take, _fill)
