"""返回, 改答案, 为什么问, 不算了: what may be said instead of an answer to the question of a sum."""

from bot.dialogue.calculation import sum_asking
from bot.dialogue.calculation.sum_asking import ask, open_question
from bot.dialogue.calculation.sum_result import GOES_ON
from bot.dialogue.content import Scene
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.state import Calculation, DialogueState
from bot.dialogue.told.facts import forget
from bot.dialogue.turn import Turn, offering


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
