"""Several entries are on offer and the worker picks one, by button, number or words."""

from bot.dialogue import answering
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn


def hear(state: DialogueState, text: str, scene: Scene) -> Turn:
    """A number or a title picks; anything else is a new question."""
    picked = picked_entry(state, text, scene)
    if picked is not None:
        return answering.give(state, picked, scene)
    return answering.answer(state.changed(stage="question"), text, scene)


def picked_entry(state: DialogueState, text: str, scene: Scene) -> str | None:
    """The entry meant by 2, 第二个 or its title, the first by a plain yes; None for other words."""
    if scene.content.intents.agreement(text):
        return state.offered[0]
    number = scene.content.intents.ordinal(text)
    if number is not None:
        return state.offered[number - 1] if number <= len(state.offered) else None
    titles = {scene.content.knowledge.entries[i].title: i for i in state.offered}
    return titles.get(text.strip())


def present(state: DialogueState, scene: Scene) -> Turn:
    """Offer the same entries again."""
    return answering.choose(state, state.offered, scene)
