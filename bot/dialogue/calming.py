"""Within the care frame: what the worker says was done (120打了, 在呼吸了) is never asked again, and the
next calm step follows."""

from bot.dialogue.content import Scene
from bot.dialogue.crisis import ALMOST_CALM
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The next calm step after what was done; None where nothing was, or a new danger is told."""
    if not state.care_turns or state.care_class is None or state.mediator_waits:
        return None
    intents = scene.content.intents
    step = intents.manners.done_in_danger(state.care_class, text)
    if step is None or scene.content.crisis.danger_in_pieces((text,)) is not None:
        return None
    calmer = state.changed(care_turns=max(ALMOST_CALM, state.care_turns - 1))
    return Turn(calmer, (Reply(scene.say(f"next_{step}"), urgent=True),))
