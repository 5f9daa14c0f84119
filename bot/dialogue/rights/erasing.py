"""删除: one confirmation, then everything is gone."""

from bot.dialogue.content import Scene
from bot.dialogue.effects import EraseEverything
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn, button, offering


def ask(state: DialogueState, scene: Scene) -> Turn:
    """Ask once, naming what goes and what it means for a case at an organization."""
    before = state.before_erasing if state.stage == "erasing" else state.stage
    asking = offering(state.changed(stage="erasing", before_erasing=before))
    choices = (
        button(asking, "erase", scene.label("erase")),
        button(asking, "keep", scene.label("keep")),
    )
    return Turn(asking, (Reply(scene.say("erase_confirm", number=state.case_number), choices),))


def hear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """Only a plain yes erases; None where the words speak of something else."""
    intents = scene.content.intents
    agreed = intents.agreement(text)
    insists = intents.manners.move(scene.content.extractor.script.fold(text)) == "erase"
    if agreed or insists:
        return erase(state, scene)
    if agreed is False:
        return keep(state, scene)
    return None


def erase(_state: DialogueState, scene: Scene) -> Turn:
    """Nothing of the conversation is carried over into the new state."""
    return Turn(DialogueState(stage="erased"), (Reply(scene.say("erased")),), (EraseEverything(),))


def keep(state: DialogueState, scene: Scene) -> Turn:
    """Changed their mind: on where we stood."""
    kept = offering(state.changed(stage=state.before_erasing or "question", before_erasing=None))
    return Turn(kept, (Reply(scene.say("not_erased")),))
