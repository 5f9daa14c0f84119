"""裁决一共38600 里面工资23600 补偿15000: what was awarded and is not paid, and its parts, none of which is a wage."""

from decimal import Decimal

from bot.dialogue.calculation.said_sums import clauses, yuan
from bot.dialogue.calculation.totals import TOTAL, total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.told.facts import forget, keep
from intents.compiled import compiled
from knowledge.law.money import plain

ENFORCEMENT, WAGE = "enforcement", "monthly_wage"
SEVERAL, MOST_PARTS = 2, 8


def heard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with what the award holds in all, told as such or by its parts; a part is no monthly pay."""
    folded = scene.content.extractor.script.fold(text)
    if compiled(scene.content.extractor.words.day_roles.award.within).search(folded):
        state = noting.add(state, text)  # 生效后10天内付清
    ledger = scene.content.intents.manners.ledger
    parts = [sum_ for n in ledger.awarded_parts_in(folded) if (sum_ := yuan(n, scene)) is not None]
    wage = state.answers.get(WAGE)
    if wage is not None and wage.said in text and Decimal(str(wage.value)) in parts:
        state = forget(state, WAGE)
    said = ledger.awarded_in(folded)
    total = yuan(said, scene) if said else None
    stands = state.answers.get(TOTAL)
    if stands is not None and stands.said not in text:
        return _less_paid(state, text, scene)
    if total is not None and (not parts or total >= max(parts)):
        return keep(state.changed(parts=()), TOTAL, total, text.strip())
    if len(parts) < SEVERAL:
        return state
    made = tuple((f"＋{plain(each)}", str(each)) for each in parts)
    return keep(state.changed(parts=made), TOTAL, sum(parts, Decimal(0)), text.strip())


def _less_paid(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """会计前天给我转了5000: what is left of the award once a payment came."""
    tally, fold = scene.content.intents.manners.tally, scene.content.extractor.script.fold
    said = (tally.paid_in(clause) for clause in clauses(fold(text)))
    paid = [sum_ for each in said if each and (sum_ := yuan(each, scene)) is not None]
    if len(paid) != 1 or paid[0] >= total_of(state) or len(state.parts) >= MOST_PARTS:
        return state
    part = (f"－{plain(paid[0])}", str(-paid[0]))
    left = total_of(state) - paid[0]
    return keep(state.changed(parts=(*state.parts, part)), TOTAL, left, text.strip())
