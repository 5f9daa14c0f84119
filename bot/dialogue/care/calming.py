"""Within the care frame: what the worker says was done (120打了, 发了, 老婆回来了) is never asked again, and
the next calm step follows."""

from bot.dialogue.care import crisis
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

ENDS_IT = frozenset({"hospital", "taken"})
"""What ends the care: others look after the person now."""
HELPED = ENDS_IT | {"ambulance", "breathing", "called"}
"""What words of the same danger tell, too: help is there, or on its way."""


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The next calm step after what was done; None where nothing was, or a new danger is told."""
    if not state.care_turns or state.care_class is None or state.mediator_waits:
        return None
    step = scene.content.intents.caring.done_in_danger(state.care_class, text)
    if step is None:
        return None
    danger = scene.content.crisis.danger_in_pieces((text,))
    if danger is not None and (step not in HELPED or danger != state.care_class):
        return None
    if step in ENDS_IT:
        calm = crisis.leave_care(state).changed(near_danger=state.care_class)
        return crisis.caring(calm, f"next_{step}", scene)
    calmer = state.changed(care_turns=max(crisis.ALMOST_CALM, state.care_turns - 1))
    return crisis.caring(calmer, f"next_{step}", scene)
