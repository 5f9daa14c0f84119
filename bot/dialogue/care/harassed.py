"""Who was harassed and asks where to go: the police, the employer's duty, the union and 12338, not the ways of wages."""

from bot.dialogue.care import crisis
from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

WHERE = "where_harassed"
"""The reply, kept with what was pressing once it was said."""


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """去哪告他, 报警有用吗: where such a thing is taken to, once; None for all else."""
    of_it = crisis.HARASSMENT in (state.care_class, state.near_danger, state.dispute_kind)
    if not of_it or WHERE in state.pressing or state.handed_over or state.mediator_waits:
        return None
    if not scene.content.intents.caring.asks_where_harassed(text):
        return None
    if scene.content.crisis.danger(text) not in (None, crisis.HARASSMENT):
        return None
    calmer = max(crisis.ALMOST_CALM, state.care_turns - 1) if state.care_turns else 0
    told = state.changed(pressing=(*state.pressing, WHERE), care_turns=calmer, care_said=WHERE)
    if told.stage == "welcome":
        told = told.changed(stage="question")
    return Turn(told, (Reply(scene.say(WHERE)),))
