"""不是六月 是五月二十六进的 九月二十八走的: both days of a correction, the first day and the last."""

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep

FIRST, LAST, EVENT = "employed_from", "employed_to", "event_date"


def told(state: DialogueState, words: str, scene: Scene) -> DialogueState:
    """The state with the first day and the last as the words state them, and the day it happened where
    that was the last day; unchanged where the words name only one of the two."""
    read = scene.content.extractor.read(words, scene.today)
    if not {FIRST, LAST} <= read.keys():
        return state
    last = state.facts().get(LAST)
    if last is not None and state.facts().get(EVENT) == last:
        state = keep(state, EVENT, read[LAST].value, read[LAST].said)
    for key in (FIRST, LAST):
        state = keep(state, key, read[key].value, read[key].said)
    return state
