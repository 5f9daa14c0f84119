"""A sum that is worked out unasked: where a story asks how much and tells enough, and where the last that was missing
for the sum of the matter is told."""

from dataclasses import replace

from bot.dialogue.answers import nearest
from bot.dialogue.calculation import (
    deduction_told,
    estimating,
    overtime_told,
    service_length,
    service_told,
    sum_missing,
    treated_pay,
)
from bot.dialogue.calculation.asked import door, overtime_rate
from bot.dialogue.calculation.summing import fitting
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.state import Calculation, DialogueState
from bot.dialogue.told import noting
from bot.dialogue.turn import Turn
from intents.sums import Sum

_PARAGRAPH = "\n\n"
BOND = "training_bond"
"""What may be claimed of the worker; it is worked out unasked, too."""
FIRST, LAST = "employed_from", "employed_to"


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
