"""Abuse met calmly, and messages without words."""

from bot.dialogue import offered
from bot.dialogue.content import Scene
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """A fixed calm reply to abuse, a patient one to signs; None for words that say something.

    Nothing is counted as an answer, and what is on offer stays on offer; in the middle of a matter
    the question stands once more where the money is named.
    """
    if scene.content.intents.manners.is_abuse(text):
        again = scene.say("calm_again" if state.misread else "calm")
        met = state.changed(misread=state.misread + 1)
        wants = scene.content.intents.urgency.names_pay(text)
        if wants and state.stage == "intake" and not state.misread:
            return present(met, scene).after(Reply(scene.say("calm_matter")))
        return Turn(met, (Reply(again, offered.buttons(state)),))
    if scene.content.intents.manners.is_wordless(text):
        return Turn(state, (Reply(scene.say("wordless"), offered.buttons(state)),))
    return None
