"""写错了是7票, after 一个扣200 扣了我9票: the message before, read again with the count that is right."""

from decimal import Decimal

from bot.dialogue.calculation.totals import TOTAL, besides_in_total, total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep, plain

LONGEST = 24
"""Characters of a message that does no more than tell a count anew."""


def put_right(state: DialogueState, text: str, scene: Scene) -> tuple[str, DialogueState] | None:
    """The fact that follows from the count, and the state with it as it is now; else None."""
    extractor = scene.content.extractor
    if len(text) > LONGEST or not extractor.corrections.may_count_anew(extractor.script.fold(text)):
        return None
    total = (state.answers[TOTAL].said,) if TOTAL in state.answers else ()
    for line in (*total, *reversed(state.story.splitlines())):
        if extractor.corrections.counts_anew(extractor.script.fold(f"{line} {text}")):
            return _read_with(state, line, text, scene)
    return None


def _read_with(
    state: DialogueState, line: str, text: str, scene: Scene
) -> tuple[str, DialogueState] | None:
    before = scene.content.extractor.read(line, scene.today)
    after = scene.content.extractor.read(f"{line} {text}", scene.today)
    for key in before.keys() & after.keys() & state.answers.keys():
        old, new = before[key].value, after[key].value
        if old == new:
            continue
        if key == TOTAL and isinstance(new, Decimal) and isinstance(old, Decimal):
            if total_of(state) - besides_in_total(state) == old:
                return key, keep(state, key, total_of(state) - old + new, text.strip())
        elif state.facts()[key] == plain(old):
            return key, keep(state, key, new, text.strip())
    return None
