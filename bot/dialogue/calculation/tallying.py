"""What is owed in all, kept up with what is told: months at a wage or days at a rate, what is owed
besides, less what was paid. A total that the worker told stands as it is."""

import re
from decimal import Decimal

from bot.dialogue.calculation import (
    awarded,
    before_deduction,
    besides_pay,
    by_days,
    by_month,
    every_day,
    ledger,
    months_and_days,
    paid_by_month,
    pay_worked_out,
    payments,
    running_month,
    said_again,
    share_withheld,
    two_debtors,
)
from bot.dialogue.calculation.said_sums import clauses, yuan
from bot.dialogue.calculation.totals import besides_in_total, product, total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import leased, noting, recalling, relating, roles, sides
from bot.dialogue.told.facts import forget, keep
from knowledge.law.money import plain

DEDUCTIONS, MOST_PARTS = by_month.DEDUCTIONS, by_month.MOST_PARTS
MINUS, TOTAL = by_month.MINUS, by_month.TOTAL
ARREARS = frozenset({"wage_arrears", "construction_wage_arrears", "service_contract"})
"""Forms whose sum owed is whole months of the wage, where nothing else was told."""
WORKED_OUT = ARREARS | {"intern_or_student", "over_retirement_age", "wage_deduction"}
"""Forms whose sum owed follows from the pay agreed, where enough of it is told."""
INJURIES = frozenset({"work_injury_determination", "work_injury_benefits", "death_benefit"})
"""Matters in which days worked and the pay of a day tell the wage, and nothing owed."""
HURT = sides.INJURIES - {"over_retirement_age"}
"""Matters in which the pay of months is what was earned, and nothing owed."""
_NUMBERS = re.compile(r"[0-9.]+")
WAGE, ONE_MONTH = "monthly_wage", 1
"""A single month may be one of several debts (最后一个月工资和提成)."""


def heard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with the total that follows from the words, and what they tell for another sum."""
    if state.dispute_kind == awarded.ENFORCEMENT:
        return awarded.heard(state, text, scene)
    if (drawn := by_days.without_advance(state, text, scene)) != state:
        return by_story(drawn, scene)
    state, text = two_debtors.without_agency(by_days.with_working(state, scene), text, scene)
    if _is_kept(state, text, scene):
        state = noting.add(state, text)
    if said_again.is_total(state, text, scene):
        return state
    plainly = running_month.heard(told_plainly(state, text, scene), text, scene)
    plainly = by_days.less_advance(plainly, text, scene)
    made = two_debtors.lent(plainly, text, scene)
    if leased.is_lessor(made, text, scene):
        return made  # what who let the car wants to keep is no further debt
    if made.dispute_kind in HURT or not (WORKED_OUT | DEDUCTIONS) & _kinds(made):
        return made
    if made.answers.get(TOTAL) == state.answers.get(TOTAL) and made.parts == state.parts:
        return ledger.heard(made, text, scene)
    of_sums = len(made.parts) >= ledger.SEVERAL and not any(map(is_reckoned, made.parts))
    of_wage = not made.parts and total_of(made) == product(made) if TOTAL in made.answers else False
    more = _only_adds(state, made)
    return ledger.besides(made, text, scene) if of_sums or of_wage or more else made


def _is_kept(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the words tell what other sums want: the pay of one month, or on the whole, where no wage is told."""
    folded, asked = scene.content.extractor.script.fold(text), scene.content.intents.sums.asked
    month = WAGE not in state.answers and asked.names("month_wage", folded)
    return month or asked.names("in_hand", folded)


def _only_adds(before: DialogueState, after: DialogueState) -> bool:
    """还有差评扣了1100 押金500也不退: whether a part came to the total told before, to which more may come."""
    new = after.parts[len(before.parts) :]
    stood = TOTAL in before.answers and after.parts[: len(before.parts)] == before.parts
    return stood and bool(new) and not any(MINUS in working for working, _ in new)


def is_reckoned(part: tuple[str, str]) -> bool:
    """Whether a part is more than a sum told (3800×2, 7800÷30×19, a payment)."""
    return not part[0].removeprefix("＋").replace(".", "").isdigit()


def told_plainly(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The same without what only the role of each sum tells."""
    state = ledger.without_guarantee(state, text, scene)
    state = recalling.overheard(state, relating.own(state, text, scene), scene)
    state = before_deduction.heard(
        by_month.fined(_owed(state, text, scene), text, scene), text, scene
    )
    state = share_withheld.of_wage(state, text, scene)
    told_before = TOTAL in state.answers and state.answers[TOTAL].said not in text
    state, is_whole = _made_up(state, text, scene)
    if is_whole:
        return state
    state = _debt_told(state, text, scene)
    state = _told_anew(state, text, scene)
    if TOTAL not in state.answers:
        return state
    return _added(state, text, scene, owed_besides=told_before)


def _added(state: DialogueState, text: str, scene: Scene, *, owed_besides: bool) -> DialogueState:
    """The total less what the words say was paid of it, and with what they say is owed besides."""
    for working, amount in payments.told(state, text, scene, owed_besides=owed_besides):
        if len(state.parts) < MOST_PARTS and total_of(state) + amount > 0:
            total = total_of(state) + amount
            state = state.changed(parts=(*state.parts, (working, str(amount))))
            state = keep(state, TOTAL, total, state.answers[TOTAL].said)
    return state


def _made_up(state: DialogueState, text: str, scene: Scene) -> tuple[DialogueState, bool]:
    """The total made up of what was told, and whether nothing is to be added or taken off any more."""
    kinds = _kinds(state)
    if state.dispute_kind not in INJURIES:
        lacking = paid_by_month.heard(state, text, scene)
        if lacking != state:
            return lacking, True
    if WORKED_OUT & kinds:
        state, whole = _worked_out(state, text, scene)
        if whole:
            return state, True
    if (ARREARS | DEDUCTIONS) & kinds:
        each = by_month.each_month(state, text, scene)
        if each != state:
            return each, True
    return (_of_arrears(state, text, scene) if ARREARS & kinds else state), False


def _of_arrears(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """What all are owed, the days at their rate, or whole months of the wage."""
    state = _of_all(state, text, scene)
    if state.dispute_kind not in INJURIES:
        state = every_day.heard(by_days.heard(state, text, scene), text, scene)
    return _first_total(state, text, scene)


def _debt_told(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """欠我工资23000 打了欠条 上个礼拜给了8000: the debt, though a payment is told beside it."""
    said = scene.content.intents.manners.tally.owed_in(scene.content.extractor.script.fold(text))
    debt = yuan(said, scene) if said and ARREARS & _kinds(state) else None
    alone = debt is not None and TOTAL not in state.answers and "people_count" not in state.answers
    return keep(state, TOTAL, debt, said) if alone and said else state


def _told_anew(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """加起来七千三, and nothing else: the total, whatever it was before."""
    folded = scene.content.extractor.script.fold(text.strip())
    said = scene.content.intents.manners.tally.all_told_in(folded)
    total = yuan(said, scene) if said else None
    if total is None or TOTAL not in state.answers or total_of(state) == total:
        return state
    return keep(state.changed(parts=()), TOTAL, total, text.strip())


def by_story(state: DialogueState, scene: Scene) -> DialogueState:
    """The total that the messages before the matter was clear tell, each by itself (三百二一天 / 干了76个工)."""
    if TOTAL in state.answers or state.dispute_kind not in ARREARS:
        return state
    for line in state.story.splitlines():
        made = by_days.heard(state, line, scene)
        state = _added(made, line, scene, owed_besides=False) if made != state else made
    return by_days.less_advance(state, "", scene)


def _of_all(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """总共差不多38万 我自己是14200, of a group: the whole sum."""
    folded = scene.content.extractor.script.fold(text)
    said = scene.content.intents.manners.tally.total_in(folded)
    total = yuan(said, scene) if said else None
    if total is None or TOTAL in state.answers or "people_count" not in state.answers:
        return state
    return keep(state, TOTAL, total, text.strip())


def _owed(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """差评一个扣200: such a sum is no debt."""
    total = state.answers.get(TOTAL)
    if total is None:
        held = leased.balance(state, text, scene) if leased.is_told(state, text, scene) else None
        return state if held is None else keep(state, TOTAL, held, text.strip())
    if total.said not in text:
        return state
    if _is_rate(total.value, text, scene):
        return forget(state, TOTAL)
    if state.dispute_kind in INJURIES and not two_debtors.is_said(total.value, text, scene):
        return forget(state, TOTAL)
    state = two_debtors.of_one(state, text, scene)
    total = state.answers[TOTAL]
    if roles.of_matter(state, {TOTAL: total}, text, scene):
        return state
    apart = leased.deposit(text, scene) if leased.is_told(state, text, scene) else None
    left = forget(state, TOTAL)
    return left if apart is None else keep(left, sides.DEPOSIT, apart, total.said)


def _is_rate(value: object, text: str, scene: Scene) -> bool:
    """说好400一天, 一车220: whether the sum is the pay of one day or piece, and no number of them is told."""
    manners, folded = scene.content.intents.manners, scene.content.extractor.script.fold(text)
    daily = None if manners.tally.days_in(folded) else manners.tally.rate_in(folded)
    pieces = manners.pay_told
    rate = daily or (None if pieces.pieces_in(folded) else pieces.rate_in(folded))
    each = yuan(rate, scene) if rate else None
    return each is not None and value == f"{each:.2f}"


def settled(before: DialogueState, after: DialogueState) -> DialogueState:
    """The total follows the months and the wage where it was made of them and was not told anew."""
    after = share_withheld.anew(before, after)
    old, new = product(before), product(after)
    if TOTAL not in before.answers or TOTAL not in after.answers:
        return after
    if after.answers[TOTAL] != before.answers[TOTAL]:
        return after.changed(parts=()) if after.parts == before.parts else after
    if old is None or new is None or old == new:
        return after
    if total_of(before) != old + besides_in_total(before):
        return after
    return keep(after, TOTAL, new + besides_in_total(after), before.answers[TOTAL].said)


def standing(before: DialogueState, told: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The facts just told, but what is owed besides (提成还欠3500) does not replace the total."""
    total = before.answers.get(TOTAL)
    if total is None or told.answers.get(TOTAL) == total:
        return told
    besides = any(scene.content.intents.manners.tally.besides_in(part) for part in clauses(text))
    return told.changed(answers={**told.answers, TOTAL: total}) if besides else told


def _is_within(state: DialogueState, found: tuple[months_and_days.Part, ...], text: str) -> bool:
    """应给7200 他给5000: whether what counts as the total is only a number that it is worked out of."""
    within = found and plain(total_of(state)) in _NUMBERS.findall(found[0][0])
    shared = bool(within) and "÷" in found[0][0]  # 26天12800 做了15天
    return bool(within) and (shared or state.answers[TOTAL].said in text)


def _kinds(state: DialogueState) -> frozenset[str | None]:
    """The matter that is talked about, and those told."""
    named = state.facts().get("dispute_kinds")
    return frozenset({state.dispute_kind, *(named if isinstance(named, tuple) else ())})


def _first_total(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """So many months at so much: what is owed is not asked again, but said back."""
    made = product(state)
    if made is None:
        return state
    manners, told = scene.content.intents.manners, f"{state.story}\n{text}"
    folded = scene.content.extractor.script.fold(told)
    single = Decimal(str(state.facts()["months_owed"])) <= ONE_MONTH
    if manners.ledger.is_no_whole_wage(folded, single=single):
        return state
    if TOTAL in state.answers:
        besides = besides_pay.only(state, text, scene)
        return besides_pay.joined(state, (), made, besides, text) if besides else state
    if single and manners.pay_told.tells_other_debts(told):
        return state
    whole = keep(state, TOTAL, made, state.answers["monthly_wage"].said)
    return by_days.less_paid(whole, text, scene)


def _worked_out(state: DialogueState, text: str, scene: Scene) -> tuple[DialogueState, bool]:
    """The total that the pay agreed brings about, and whether what came is taken off already."""
    found = () if state.parts else pay_worked_out.parts(state, text, scene)
    total = sum((amount for _, amount in found), Decimal(0))
    told = TOTAL in state.answers and total_of(state) not in (product(state), total)
    if found and told and (besides := besides_pay.only(state, text, scene)):
        return besides_pay.joined(state, found, total, besides, text), MINUS in found[0][0]
    told = told and not _is_within(state, found, text)
    if not found or (told and not pay_worked_out.is_of_piece(state, text, scene)):
        return state, False
    said = tuple((working, str(amount)) for working, amount in found)
    made = keep(state.changed(parts=said), TOTAL, total, text.strip())
    if MINUS in said[0][0]:
        return made, True
    return by_days.less_paid(made, text, scene), False
