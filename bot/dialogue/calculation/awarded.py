"""裁决一共38600 里面工资23600 补偿15000: what was awarded and is not paid, and its parts, none of which is a wage."""

from decimal import Decimal

from bot.dialogue.calculation.said_sums import yuan
from bot.dialogue.calculation.totals import TOTAL
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import forget, keep
from knowledge.law.money import plain

ENFORCEMENT, WAGE = "enforcement", "monthly_wage"
SEVERAL = 2


def heard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with what the award holds in all, told as such or by its parts; a part is no monthly pay."""
    folded = scene.content.extractor.script.fold(text)
    ledger = scene.content.intents.manners.ledger
    parts = [sum_ for n in ledger.awarded_parts_in(folded) if (sum_ := yuan(n, scene)) is not None]
    wage = state.answers.get(WAGE)
    if wage is not None and wage.said in text and Decimal(str(wage.value)) in parts:
        state = forget(state, WAGE)
    said = ledger.awarded_in(folded)
    total = yuan(said, scene) if said else None
    stands = state.answers.get(TOTAL)
    if stands is not None and stands.said not in text:
        return state
    if total is not None and (not parts or total >= max(parts)):
        return keep(state.changed(parts=()), TOTAL, total, text.strip())
    if len(parts) < SEVERAL:
        return state
    made = tuple((f"＋{plain(each)}", str(each)) for each in parts)
    return keep(state.changed(parts=made), TOTAL, sum(parts, Decimal(0)), text.strip())
