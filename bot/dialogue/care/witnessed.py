"""Who saw a colleague die or be hurt badly: a word for the one who writes; a danger told beside it goes first."""

from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.told.relating import SPEAKS_FOR
from bot.dialogue.turn import Turn

SAW, INJURY = "saw_it", "injury_now"
"""The reply, kept with what was pressing once it was said."""


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """昨天我旁边的工友掉下来 当场就没了 我亲眼看着的; None for all else, and for who tells of a relative."""
    if SAW in state.pressing or state.care_turns or state.handed_over or state.mediator_waits:
        return None
    if SPEAKS_FOR in state.answers or not scene.content.intents.caring.saw_it(text):
        return None
    if _is_danger(text, scene):
        return None
    told = noting.add(state.changed(pressing=(*state.pressing, SAW)), text)
    if told.stage == "welcome":
        told = told.changed(stage="question")
    return Turn(told, (Reply(scene.say(SAW)),))


def _is_danger(text: str, scene: Scene) -> bool:
    """Whether a danger goes first: any but an injury, and an injury that is not of a day before."""
    danger = scene.content.crisis.danger(text)
    if danger == INJURY:
        return scene.content.intents.caring.is_just_seen(text)
    return danger is not None
