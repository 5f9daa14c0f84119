"""A person in danger comes before consent, limits, stages and everything else."""

from bot.dialogue.content import Scene
from bot.dialogue.effects import CallHuman
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

CARE_TURNS = 3


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The fixed text for the most urgent danger in the words, or None where there is none.

    Stage and answers stay as they are; the next turns are answered within the care frame.
    """
    danger = scene.content.crisis.danger(text)
    if danger is None:
        return None
    caring = state.changed(care_class=danger, care_turns=CARE_TURNS)
    reply = Reply(scene.content.intents.crisis[danger].reply, urgent=True)
    return Turn(caring, (reply,), (CallHuman(danger),))


def keep_caring(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """Within the care frame short words are met with care; a real question is answered again."""
    if not state.care_turns or state.care_class is None or state.stage == "erasing":
        return None
    if state.mediator_waits or scene.content.matcher.recognize(text).outcome == "answer":
        return None
    calmer = state.changed(care_turns=state.care_turns - 1)
    care = scene.content.intents.crisis[state.care_class].care
    return Turn(calmer, (Reply(care, urgent=True),))


def leave_care(state: DialogueState) -> DialogueState:
    """The worker asks about the matter again."""
    return state.changed(care_class=None, care_turns=0) if state.care_turns else state


def accompanying(text: str, scene: Scene) -> tuple[Reply, ...]:
    """Words of support put before an answer when the matter is grave but nobody is in danger now."""
    alarms = scene.content.crisis.read(text)
    graves = [alarm.id for alarm in alarms if not alarm.before_everything]
    return tuple(Reply(scene.content.intents.crisis[alarm].reply) for alarm in graves[:1])
