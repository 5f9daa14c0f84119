"""Putting the open question of a calculation; the stage stays where it is."""

from bot.dialogue.calculation import daily_told, service_length
from bot.dialogue.calculation.summing import current_sum, is_barred
from bot.dialogue.content import Scene
from bot.dialogue.interview.asking import choice_buttons
from bot.dialogue.messages import Reply
from bot.dialogue.state import Calculation, DialogueState
from bot.dialogue.turn import Turn, button, offering
from intents.intake_form import Question
from intents.sums import Sum

RESTS = frozenset({"welcome", "choosing_answer", "erased"})
"""Stages that wait for nothing that would have to be taken up again."""


def is_asking(state: DialogueState) -> bool:
    """Whether the next message belongs to a calculation."""
    return state.calculation is not None and state.calculation.is_open and state.stage != "erasing"


def open_question(state: DialogueState, scene: Scene) -> Question | None:
    """The question being asked; None while the worker picks what to compute."""
    calculation = state.calculation
    if calculation is None or calculation.asking is None:
        return None
    return question_for(state, calculation.asking, scene)


def question_for(state: DialogueState, fact: str, scene: Scene) -> Question:
    """The question that asks for a fact: as the sum puts it, else as any form does."""
    sum_ = current_sum(state, scene)
    question = sum_.question(fact) if sum_ else None
    if question is not None:
        return question
    return scene.content.intents.questions[fact].model_copy(update={"optional": True})


def ask(state: DialogueState, fact: str, scene: Scene) -> Turn:
    """Ask one question of the sum."""
    calculation = state.calculation or Calculation()
    asked = tuple(item for item in calculation.asked if item != fact)
    calculation = calculation.changed(asking=fact, asked=(*asked, fact))
    asking = offering(at_rest(state).changed(calculation=calculation))
    question = question_for(asking, fact, scene)
    reply = Reply(
        scene.say("question", question=_put(asking, question, scene)),
        choice_buttons(asking, question, scene, "sum_"),
        asks_place=question.type == "place",
    )
    return Turn(asking, (reply,))


def _put(state: DialogueState, question: Question, scene: Scene) -> Question:
    return daily_told.put(state, service_length.put(state, question, scene), scene)


def ask_region_among(state: DialogueState, adcodes: tuple[str, ...], scene: Scene) -> Turn:
    """Several regions fit: the worker confirms one, or passes."""
    asking = offering(state, *adcodes)
    places = scene.content.knowledge.places
    regions = [button(asking, f"sum_region:{code}", places.full_name(code)) for code in adcodes]
    skip = button(asking, "sum_skip", scene.label("skip"))
    return Turn(asking, (Reply(scene.say("which_region"), (*regions, skip)),))


def choose(state: DialogueState, scene: Scene) -> Turn:
    """What can be computed, where nothing was talked about; of who is owed it alone."""
    choosing = offering(at_rest(state).changed(calculation=Calculation()))
    offered = open_to(state, scene)
    choices = tuple(button(choosing, f"sum:{sum_.id}", sum_.label) for sum_ in offered)
    return Turn(choosing, (Reply(scene.say("choose_sum"), choices),))


def open_to(state: DialogueState, scene: Scene) -> tuple[Sum, ...]:
    """The sums to choose from that this worker may be owed."""
    offered = scene.content.intents.sums.offered
    return tuple(each for each in offered if not is_barred(each, state, scene))


def present(state: DialogueState, scene: Scene) -> Turn:
    """The open question again."""
    calculation = state.calculation
    if calculation is None or calculation.asking is None or current_sum(state, scene) is None:
        return choose(state, scene)
    return ask(state, calculation.asking, scene)


def at_rest(state: DialogueState) -> DialogueState:
    """Where the conversation goes on afterwards."""
    return state.changed(stage="question") if state.stage in RESTS else state
