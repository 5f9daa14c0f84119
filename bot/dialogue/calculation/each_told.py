"""每月扣200 扣了八个月, 多交200 交过两次: so much for each month or time, and how often."""

from decimal import Decimal

from bot.dialogue.calculation.said_sums import LEAST
from bot.dialogue.calculation.totals import TOTAL, total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import forget, keep
from knowledge.law.money import plain

WAGE, MONTHS = "monthly_wage", "months_owed"
MOST_MONTHS = 60


def of_months(state: DialogueState, text: str, scene: Scene) -> DialogueState | None:
    """一个月给800补贴 7月到10月都没发; 每月扣200 扣了八个月: so much for each of the months; else None."""
    extractor, ledger = scene.content.extractor, scene.content.intents.manners.ledger
    told = ledger.each_month_in(extractor.script.fold(text))
    each = extractor.money.bare(told[0]) if told else None
    if told is None or each is None or each < LEAST:
        return None
    owed = state.answers.get(MONTHS)
    months = extractor.numerals.read(told[1]) if told[1] else None
    if months is None and owed is not None and owed.said in text and WAGE not in state.answers:
        months = Decimal(str(owed.value))
    if months is None or not 1 < months <= MOST_MONTHS:
        return None
    if told[1] and owed is not None and owed.said in text and owed.value == int(months):
        state, owed = forget(state, MONTHS), None  # 交了六个月 are no months of pay
    part, made = (f"＋{plain(each)}×{plain(months)}", str(each * months)), each * months
    if part in state.parts:
        return None
    total = state.answers.get(TOTAL)
    if total is None and told[1] and owed is not None:
        return None
    if total is None or total_of(state) == each:
        return keep(state.changed(parts=(part,)), TOTAL, made, text.strip())
    return keep(
        state.changed(parts=(*state.parts, part)), TOTAL, total_of(state) + made, text.strip()
    )


def of_times(state: DialogueState, text: str, scene: Scene) -> DialogueState | None:
    """流水不够多交200管理费 交过两次: so much for each time, told together, alone or beside a total; else None."""
    extractor, total = scene.content.extractor, state.answers.get(TOTAL)
    folded = extractor.script.fold(text)
    told = scene.content.intents.manners.ledger.each_time_in(folded)
    times = extractor.numerals.read(told[1]) if told else None
    each = extractor.money.bare(told[0]) if told and told[0] else None
    if times is None or each is None or times <= 1 or each < LEAST:
        return None
    made, part = each * times, (f"＋{plain(each)}×{plain(times)}", str(each * times))
    if total is None or (total_of(state) == each and not state.parts):
        return keep(state.changed(parts=(part,)), TOTAL, made, text.strip())
    adds = scene.content.intents.manners.ledger.adds_to(folded)
    if not adds or part in state.parts or total.said in text:
        return None
    return keep(
        state.changed(parts=(*state.parts, part)), TOTAL, total_of(state) + made, text.strip()
    )
