"""扣了我一半工资: what was withheld, as a share of the wage."""

from decimal import Decimal

from bot.dialogue.calculation.by_month import DEDUCTIONS, TOTAL
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep
from knowledge.law.money import plain

CENT = Decimal("0.01")


def share_taken(text: str, scene: Scene) -> Decimal | None:
    """扣了我一半工资: the share of the wage that was withheld."""
    return scene.content.intents.manners.tally.share_in(scene.content.extractor.script.fold(text))


def of_wage(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """扣一半, 工资4800: what was withheld follows from the wage, said back with the next question."""
    wage = state.answers.get("monthly_wage")
    if state.dispute_kind not in DEDUCTIONS or TOTAL in state.answers or wage is None:
        return state
    share = share_taken(text, scene) or share_taken(state.story, scene)
    if share is None:
        return state
    each = Decimal(str(wage.value))
    part = (each * share).quantize(CENT)
    working = f"＋{plain(each)}×{plain(share.quantize(CENT))}"
    return keep(state.changed(parts=((working, str(part)),)), TOTAL, part, wage.said)


def anew(before: DialogueState, after: DialogueState) -> DialogueState:
    """A total that is a share of the wage, of the wage as it is told now."""
    old, new = before.facts().get("monthly_wage"), after.facts().get("monthly_wage")
    if old in (None, new) or new is None or len(after.parts) != 1 or before.parts != after.parts:
        return after
    if after.dispute_kind not in DEDUCTIONS or before.answers.get(TOTAL) != after.answers.get(
        TOTAL
    ):
        return after
    share = Decimal(after.parts[0][1]) / Decimal(str(old))
    part = (Decimal(str(new)) * share).quantize(CENT)
    working = f"＋{plain(Decimal(str(new)))}×{plain(share.quantize(CENT))}"
    return keep(after.changed(parts=((working, str(part)),)), TOTAL, part, str(new))
