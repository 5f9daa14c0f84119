"""应发6200 到手3900, 流水7400 到手5600 扣的1800: the wage is what it was before the very deduction in dispute."""

from decimal import Decimal

from bot.dialogue.calculation.by_month import DEDUCTIONS
from bot.dialogue.calculation.said_sums import yuan
from bot.dialogue.calculation.totals import TOTAL, total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import forget, keep
from knowledge.law.money import plain

WAGE, WAGES = "monthly_wage", "wage_arrears"


def heard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with the wage before the deduction, and what was taken off where that was not told."""
    folded = scene.content.extractor.script.fold(text)
    tally = scene.content.intents.manners.tally
    taken = scene.content.intents.manners.pay_told.speaks_of_taking(folded)
    fits = state.dispute_kind in DEDUCTIONS or (state.dispute_kind == WAGES and taken)
    if not fits or not tally.sums_in(folded):
        return state
    told = scene.content.intents.manners.pay_told.due_and_came(folded)
    due, came = (yuan(each, scene) for each in told) if told else (None, None)
    if due is not None and came is not None and came < due:
        return _taken(_with_wage(state, due, text), due, came, text)
    if (fines := _making_up(state, folded, scene)) and not state.parts:
        parts = tuple((f"＋{plain(each)}", str(each)) for each in fines)
        return keep(state.changed(parts=parts), TOTAL, sum(fines), text.strip())
    return _of_remainder(state, f"{state.story}\n{text}", text, scene)


def _making_up(state: DialogueState, text: str, scene: Scene) -> tuple[Decimal, ...]:
    """旷工600 罚款200 到手3900 本来4700: the sums that make up just what is lacking of the wage."""
    wage, said = state.answers.get(WAGE), scene.content.intents.manners.pay_told.in_hand(text)
    came = yuan(said, scene) if said else None
    if wage is None or came is None or came >= Decimal(str(wage.value)):
        return ()
    due = Decimal(str(wage.value))
    sums = [yuan(each, scene) for each in scene.content.intents.manners.tally.sums_in(text)]
    rest = tuple(each for each in sums if each is not None and each not in (due, came))
    return rest if len(rest) > 1 and sum(rest) == due - came else ()


def _taken(state: DialogueState, due: Decimal, came: Decimal, text: str) -> DialogueState:
    """What was taken off, unless another sum was told for that."""
    total = state.answers.get(TOTAL)
    if total is not None and not (total.said in text and total_of(state) in (due, came)):
        return state
    part = (f"＋{plain(due)}－{plain(came)}", str(due - came))
    return keep(state.changed(parts=(part,)), TOTAL, due - came, text.strip())


def _of_remainder(state: DialogueState, story: str, text: str, scene: Scene) -> DialogueState:
    """5500, 罚3400, 扣完剩2100: what is left was no wage; what it was before is, where it was told."""
    wage, total = state.answers.get(WAGE), state.answers.get(TOTAL)
    if wage is None or total is None:
        return state
    tally, fold = scene.content.intents.manners.tally, scene.content.extractor.script.fold
    left = scene.content.intents.manners.pay_told.left_in(fold(text))
    came = yuan(left, scene) if left else None
    sums = {yuan(said, scene) for said in tally.sums_in(fold(story))}
    for rest in (came, Decimal(str(wage.value))):
        if rest is not None and rest + total_of(state) in sums:
            return _with_wage(state, rest + total_of(state), text)
    return forget(state, WAGE) if left and yuan(left, scene) == Decimal(str(wage.value)) else state


def _with_wage(state: DialogueState, wage: Decimal, text: str) -> DialogueState:
    return keep(state, WAGE, wage, text.strip())
