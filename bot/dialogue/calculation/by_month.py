"""What is owed where the pay of each month was told: all of it, or what fell short of the wage."""

from decimal import Decimal

from bot.dialogue.calculation import besides_pay, totals
from bot.dialogue.calculation.said_sums import clauses, yuan
from bot.dialogue.calculation.totals import product
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep
from knowledge.law.money import plain

TOTAL = "amount_claimed"
DEDUCTIONS = totals.DEDUCTIONS
SEVERAL = 2
MOST_PARTS = 6
MINUS = "－"
LEAST_OF_MONTH = Decimal(32)
"""Yuan: a smaller number behind a month is a day of it (五月二十六进的)."""


def each_month(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """九月六千一，十月五千四: both together, where as many months are owed as were told."""
    tally, folded = scene.content.intents.manners.tally, scene.content.extractor.script.fold(text)
    sums = [sum_ for said in tally.months_in(folded) if (sum_ := of_month(said, scene))]
    paid = any(tally.paid_in(clause) for clause in clauses(folded))
    owed = Decimal(str(state.facts().get("months_owed", len(sums))))
    besides = besides_pay.only(state, text, scene) if TOTAL in state.answers else None
    if (besides is None and _is_other_total(state, sums, text)) or len(sums) < SEVERAL:
        return state
    if tally.falls_short(folded, state.story):
        return state if tally.owes(folded) else _short_of_wage(state, sums[:MOST_PARTS], text)
    came = scene.content.intents.manners.pay_told.paid_by_month.tells_paid(folded)
    if came and not tally.owes(folded):
        return state
    known = TOTAL in state.answers and besides is None
    if known or paid or owed != len(sums) or state.dispute_kind in DEDUCTIONS:
        return state
    found = tuple((f"＋{plain(each)}", each) for each in sums[:MOST_PARTS])
    total = sum((each for _, each in found), Decimal(0))
    made = product(state)
    if made is not None and scene.content.intents.manners.pay_told.tells_other_debts(folded):
        said = tuple((working, str(each)) for working, each in found)
        return keep(state.changed(parts=said), TOTAL, made + total, text.strip())
    if besides is not None:
        return besides_pay.joined(state, found, total, besides, text)
    parts = tuple((said, str(each)) for said, each in found)
    return keep(state.changed(parts=parts), TOTAL, total, text.strip())


def of_month(said: str, scene: Scene) -> Decimal | None:
    """The pay of a month, in yuan; None where the number is a day."""
    sum_ = yuan(said, scene)
    return sum_ if sum_ is not None and sum_ >= LEAST_OF_MONTH else None


def _short_of_wage(state: DialogueState, came: list[Decimal], text: str) -> DialogueState:
    """7月3100，8月2700，本来8000: of the wage of each month, what did not come; nothing where no
    wage is known, or no more than came."""
    wage = state.answers.get("monthly_wage")
    each = Decimal(str(wage.value)) if wage is not None else Decimal(0)
    if each <= max(came):
        return state
    owed = f"＋{plain(each)}×{len(came)}"
    paid = tuple((f"{MINUS}{plain(sum_)}", str(-sum_)) for sum_ in came)
    parts = ((owed, str(each * len(came))), *paid)
    return keep(state.changed(parts=parts), TOTAL, each * len(came) - sum(came), text.strip())


def _is_other_total(state: DialogueState, sums: list[Decimal], text: str) -> bool:
    """Whether a total is known that is not just one of the sums of the months."""
    total = state.answers.get(TOTAL)
    if total is None:
        return False
    return total.said not in text or Decimal(str(total.value)) not in sums


def fined(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """加起来罚了1350: that sum; 差评扣400 拒单扣300: both together."""
    if state.dispute_kind not in DEDUCTIONS or state.parts:
        return state
    tally, folded = scene.content.intents.manners.tally, scene.content.extractor.script.fold(text)
    in_all = yuan(tally.all_fines_in(folded) or "", scene)
    if in_all is not None:
        return keep(state, TOTAL, in_all, text.strip())
    fines = [sum_ for said in tally.fines_in(folded) if (sum_ := yuan(said, scene))]
    if len(fines) < SEVERAL:
        return state
    parts = tuple((f"＋{plain(each)}", str(each)) for each in fines[:MOST_PARTS])
    return keep(state.changed(parts=parts), TOTAL, sum(fines[:MOST_PARTS]), text.strip())
