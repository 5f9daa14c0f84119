"""Several entries are on offer and the worker picks one, by button, number or words."""

from bot.dialogue.answers import answering, open_talk
from bot.dialogue.content import Scene
from bot.dialogue.interview import hearing, intake
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

LIKELY = 0.65
SHORTEST = 2
"""Characters: shorter words tell nothing."""


def hear(state: DialogueState, text: str, scene: Scene) -> Turn:
    """A number or a title picks; anything else is a new question."""
    picked = picked_entry(state, text, scene)
    if picked is not None:
        return answering.give(state, picked, scene)
    agreed = scene.content.intents.agreement(text)
    if agreed and state.dispute_kind is not None:
        return intake.begin(state, state.dispute_kind, scene)
    if agreed is not None:
        return present(state, scene) if agreed else answering.not_this(state, scene)
    return open_talk.answer(_about_first(state, text, scene), text, scene)


def _about_first(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """Who goes on telling instead of choosing (欠一年多了) speaks of what was offered first."""
    waiting = state.changed(stage="question")
    tells = len(text.strip()) >= SHORTEST and not hearing.asks(text, scene)
    if state.dispute_kind is not None or not state.offered or not tells:
        return waiting
    if not _of_field(state, scene) and not _was_likely(state, scene):
        return waiting
    first = scene.content.knowledge.entries.get(state.offered[0])
    return waiting.changed(dispute_kind=first.dispute_kind if first else None)


def _of_field(state: DialogueState, scene: Scene) -> bool:
    """Whether a field was named, and its entries are on offer."""
    return any(area.entries == state.offered for area in scene.content.intents.areas.values())


def _was_likely(state: DialogueState, scene: Scene) -> bool:
    """Whether the first entry on offer was likely what was meant."""
    if not state.question:
        return False
    found = scene.content.matcher.recognize(state.question)
    first = found.matches[0] if found.matches else None
    return first is not None and first.entry_id == state.offered[0] and first.score >= LIKELY


def picked_entry(state: DialogueState, text: str, scene: Scene) -> str | None:
    """The entry meant by 2, 第二个 or its title; None for other words."""
    number = scene.content.intents.ordinal(text)
    if number is not None:
        return state.offered[number - 1] if number <= len(state.offered) else None
    titles = {scene.content.knowledge.entries[i].title: i for i in state.offered}
    return titles.get(text.strip())


def present(state: DialogueState, scene: Scene) -> Turn:
    """Offer the same entries again."""
    return answering.choose(state, state.offered, scene)
