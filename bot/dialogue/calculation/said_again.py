"""What is owed, told once more: 1600×3, then 还欠我四千八, is the same debt and no further one."""

from decimal import Decimal

from bot.dialogue.calculation.totals import total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from intents.compiled import compiled

TOTAL = "amount_claimed"


def is_total(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the words tell nothing but the sum that is owed in all already."""
    if TOTAL not in state.answers:
        return False
    sums = _sums(text, scene)
    if sums != {total_of(state)}:
        return False
    said_again = compiled(scene.content.intents.manners.tally.said_again)
    return bool(said_again.search(scene.content.extractor.script.fold(text)))


def _sums(text: str, scene: Scene) -> set[Decimal]:
    extractor = scene.content.extractor
    return {each.value for each in extractor.money.find(extractor.plain(text), [])}
