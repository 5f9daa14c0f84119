"""如果合同没到期他就把我赶走呢: another ending is supposed and worked out; 我就是问问 takes it back."""

from bot.dialogue.answers import meanwhile
from bot.dialogue.calculation.sum_asking import is_asking
from bot.dialogue.calculation.sum_result import GOES_ON, show
from bot.dialogue.calculation.summing import (
    FORCED,
    BadValue,
    calculated_lines,
    is_forced,
    known_facts,
    work_out,
)
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.state import Calculation, DialogueState, Plain
from bot.dialogue.told.facts import GATHERED, shown
from bot.dialogue.turn import Turn
from intents.sums import SupposedEvent

UNTIL = "employed_to"
"""Where no last day is told, the sum goes to today."""
LONGEST = 40
"""Characters: longer messages are stories."""
STANDS = ("employed_from", "event_date", "monthly_wage")
"""Facts said again when a supposition is taken back."""


def hear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The other ending worked out on a copy, or what stands again; None for all other words."""
    if state.dispute_kind is None or is_asking(state) or len(text) > LONGEST:
        return None
    folded = scene.content.extractor.script.fold(text)
    return _taken_back(state, folded, scene) or _supposed(state, folded, scene)


def _taken_back(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    calculation = state.calculation
    what_if = scene.content.intents.sums.what_if
    if calculation is None or not calculation.supposed or what_if.opens(text):
        return None
    if not what_if.takes_back(text):
        return None
    told = state.changed(calculation=None)
    facts = told.facts()
    stands = [shown(key, facts[key], scene) for key in STANDS if key in facts]
    names = [scene.label(f"fact.{key}") for key in STANDS if key in facts]
    lines = calculated_lines(told, scene, whole=False)
    reply = Reply(
        scene.say("supposition_off", items=list(zip(names, stands, strict=True)), lines=lines)
    )
    return present(told, scene).after(reply) if told.stage in GOES_ON else Turn(told, (reply,))


def _supposed(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The sum of the ending supposed, where a sum was shown or money is asked for."""
    sums = scene.content.intents.sums
    asks = scene.content.intents.manners.asks_amount(text)
    event = sums.what_if.event(text) if state.calculation or asks else None
    if event is None or (event.value == FORCED and not is_forced(state)):
        return None
    told = _beside(state, text, scene)
    turn = _worked_out(told, event, scene)
    return echoing.led(turn, echoing.line(told, echoing.news(state, told), scene)) if turn else None


def _beside(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with the facts told beside what is supposed, and no dispute that is only supposed."""
    told = meanwhile.overheard(state, text, scene)
    gathered = {key: answer for key, answer in state.answers.items() if key in GATHERED}
    new = {key: answer for key, answer in told.answers.items() if key not in GATHERED}
    return told.changed(answers={**gathered, **new})


def _worked_out(state: DialogueState, event: SupposedEvent, scene: Scene) -> Turn | None:
    sum_ = scene.content.intents.sums.by_id[event.sum]
    supposed: dict[str, Plain] = {event.fact: event.value}
    if UNTIL not in known_facts(state.changed(calculation=None), scene.today):
        supposed |= {UNTIL: scene.today.isoformat()}
    tried = state.changed(calculation=Calculation(id=sum_.id, supposed=supposed))
    known = known_facts(tried, scene.today)
    if any(question.id not in known for question in sum_.questions):
        return None
    try:
        return show(tried, sum_, work_out(tried, sum_, scene), scene)
    except BadValue:
        return None
