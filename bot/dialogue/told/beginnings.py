"""从今年7月开始的, after a pay cut: since when something is so, and no first day of work."""

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState
from intents.compiled import compiled

FIRST = "employed_from"


def without(
    state: DialogueState, told: dict[str, Answer], text: str, scene: Scene
) -> dict[str, Answer]:
    """The facts told without a first day of work that only bare words of beginning tell, where that was
    not asked."""
    asked = state.calculation.asking if state.calculation else state.asking
    if FIRST not in told or asked == FIRST or not is_bare(text, scene):
        return told
    return {key: answer for key, answer in told.items() if key != FIRST}


def is_bare(text: str, scene: Scene) -> bool:
    """Whether a clause says since when, and nothing of what."""
    extractor = scene.content.extractor
    return compiled(extractor.words.day_roles.bare_beginning).search(extractor.parted(text)) is not None
