"""Signs for and against an employment relationship told so far (打卡, 站长排班, 自己的车), and who gave them."""

from bot.dialogue.answers import asking
from bot.dialogue.calculation import worked_out
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState

CONTROL = "work_control"
OWN_CHOICE, SCHEDULED = "own_choice", "scheduled_by_station"
"""Choices of the fact `work_control` that are signs in themselves."""


def only_told(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the words tell such a sign where it matters, and ask nothing."""
    status, folded = scene.content.intents.status, _folded(text, scene)
    weighs = status.weighs(state.dispute_kind, f"{_folded(state.story, scene)}\n{folded}")
    if not weighs or not any(status.signs(folded)):
        return False
    return not any(map(status.surely_asks, asking.clauses(folded, scene)))


def worth(text: str, scene: Scene) -> str:
    """What the signs in the words alone speak for."""
    managed, free = scene.content.intents.status.signs(_folded(text, scene))
    return scene.say("status_signs", managed=managed, free=free)


def all_told(state: DialogueState, text: str, scene: Scene) -> dict[str, object]:
    """The names of the signs told so far (`managed`, `free`), and the circumstances told."""
    status = scene.content.intents.status
    told = _folded("\n".join((state.story, *state.said_lately, text)), scene)
    managed, free = status.signs(told)
    control = state.facts().get(CONTROL)
    chosen = _label(control, scene)
    return {
        "managed": managed
        or _elements(state, scene)
        or ((chosen,) if control == SCHEDULED else ()),
        "free": free or ((chosen,) if control == OWN_CHOICE else ()),
        **status.set_in(told),
    }


def _elements(state: DialogueState, scene: Scene) -> tuple[str, ...]:
    """The elements of control that follow from the facts told, by name."""
    found = worked_out.control(state, scene)
    return tuple(scene.label(f"control.{element}") for element in found.told)


def _label(control: object, scene: Scene) -> str:
    """How the button of that choice is called; empty for none."""
    choices = scene.content.intents.questions[CONTROL].choices
    return next((choice.label for choice in choices if choice.id == control), "")


def _folded(text: str, scene: Scene) -> str:
    return scene.content.extractor.script.fold(text)
