"""从今年7月开始的, after a pay cut: since when something is so, and no first day of work."""

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState
from intents.compiled import compiled

FIRST, EVENT = "employed_from", "event_date"


def without(
    state: DialogueState, told: dict[str, Answer], text: str, scene: Scene
) -> dict[str, Answer]:
    """The facts told without a first day of work that only bare words of beginning tell, where that was
    not asked; a day within the month in which it happened is the day of that."""
    asked = state.calculation.asking if state.calculation else state.asking
    if FIRST not in told or asked == FIRST or not is_bare(text, scene):
        return told
    left = {key: answer for key, answer in told.items() if key != FIRST}
    happened = state.facts().get(EVENT)
    within = happened is not None and str(told[FIRST].value).startswith(f"{happened}-")
    return {EVENT: told[FIRST], **left} if within else left


def is_bare(text: str, scene: Scene) -> bool:
    """Whether a clause says since when, and nothing of what."""
    extractor = scene.content.extractor
    return (
        compiled(extractor.words.day_roles.bare_beginning).search(extractor.parted(text))
        is not None
    )
