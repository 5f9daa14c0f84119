"""账单7860 扣了480 押金500也没退: what is owed in parts, each heard in its role, added up and said back."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import zip_longest

from bot.dialogue.calculation import each_told, two_debtors
from bot.dialogue.calculation.said_sums import LEAST
from bot.dialogue.calculation.totals import DEDUCTIONS, TOTAL, product, total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import sides
from bot.dialogue.told.facts import forget, keep
from intents.ledger import (
    ADVANCE,
    BILL,
    BONUS,
    DEPOSIT,
    MINE,
    OF_WORKER,
    OTHER,
    PAID,
    PAY,
    TAKEN,
    THEIRS,
    Entry,
)
from intents.ledger import TOTAL as IN_ALL
from knowledge.law.money import plain

MOST_PARTS, SEVERAL = 8, 2
ROUGH = Decimal("0.15")  # how far a rough total may be from the parts that make it
ADDED = frozenset({DEPOSIT, TAKEN, BONUS, ADVANCE})
"""What is owed beside a total told before."""
WAGE, MONTHS = "monthly_wage", "months_owed"
YEAR, LEAST_YEAR = 12, Decimal(10_000)


def heard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with the total that the parts told make, or with a part added to it."""
    each = each_told.of_months(state, text, scene) or each_told.of_times(state, text, scene)
    if each is not None:
        return each
    entries = read(text, scene)
    if (each := _of_year(state, entries, text, scene)) is not None:
        return each
    if not entries or any(each.role == IN_ALL for each in entries):
        return state
    if (own := _own_figure(entries)) is not None:
        return keep(state.changed(parts=()), TOTAL, own, text.strip())
    if any(each.role == PAID for each in entries):
        return _of_pairs(state, entries, text)
    owed = _owed(state, _without_wage(entries, text, scene), scene)
    fits = all(each.month for each in owed) or _all_taken(state, entries)
    fits = fits or _is_pay_owed(state, owed) or _only_withheld(state, owed)
    if state.dispute_kind in DEDUCTIONS and not fits:
        adds = any(scene.content.intents.manners.ledger.adds_to(each.around) for each in owed)
        return _added(state, owed, text, scene) if adds or len(state.parts) >= SEVERAL else state
    if _may_be_made(state, owed, text):
        return _made(state, owed, text)
    return _added(state, owed, text, scene)


def _is_pay_owed(state: DialogueState, owed: Sequence[Entry]) -> bool:
    """10月跑了6430 差评罚了我800, of who told that the last month did not come, too."""
    return MONTHS in state.answers and any(each.role == BILL and each.month for each in owed)


def _only_withheld(state: DialogueState, owed: Sequence[Entry]) -> bool:
    """押金500不退 还罚了我1000: whether a deposit and a deduction, two sums, are all that is told as owed."""
    sums = {each.sum for each in owed}
    two = {each.role for each in owed} == {DEPOSIT, TAKEN} and len(sums) == len(owed)
    return two and TOTAL not in state.answers and state.dispute_kind in DEDUCTIONS


def _all_taken(state: DialogueState, entries: Sequence[Entry]) -> bool:
    """扣了3500损失费 1200绩效: whether all sums told are what was taken, where just that was asked."""
    kinds = {each.role for each in entries}
    return state.asking == TOTAL and TAKEN in kinds <= {TAKEN, BONUS, DEPOSIT}


def without_guarantee(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """车是我自己的 说保底一万二: such a sum is no wage."""
    wage, ledger = state.answers.get(WAGE), scene.content.intents.manners.ledger
    if wage is None or wage.said not in text:
        return state
    said = ledger.guaranteed_in(scene.content.extractor.script.fold(text))
    sum_ = scene.content.extractor.money.bare(said) if said else None
    return forget(state, WAGE) if sum_ == Decimal(str(wage.value)) else state


def besides(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The total with what is told beside something put right (还有300押金也没退)."""
    return _added(state, _owed(state, read(text, scene), scene), text, scene)


def read(text: str, scene: Scene) -> tuple[Entry, ...]:
    """The sums of the words with what they are; none where one is said to hold another."""
    extractor, ledger = scene.content.extractor, scene.content.intents.manners.ledger
    folded = extractor.script.fold(text)
    if not ledger.speaks_of_money(folded) or ledger.is_within(folded):
        return ()
    found = extractor.money.find(folded)
    return ledger.entries(folded, found) if found else ()


def word(after: DialogueState, text: str, scene: Scene) -> str:
    """What is said of a figure of the other side's that is less than one's own, where that was just told."""
    own = _own_figure(entries := read(text, scene))
    if own is None or TOTAL not in after.answers or total_of(after) != own:
        return ""
    theirs = next(each.sum for each in entries if each.role == THEIRS)
    return scene.say(
        "figures_differ", ours=plain(own), theirs=plain(theirs), gap=plain(own - theirs)
    )


def _of_year(
    state: DialogueState, entries: Sequence[Entry], text: str, scene: Scene
) -> DialogueState | None:
    """说好一年六万 干了八个月 只给了两万: the months worked at a twelfth, less what came; else None."""
    extractor, total = scene.content.extractor, state.answers.get(TOTAL)
    told = scene.content.intents.manners.ledger.part_of_year_in(extractor.script.fold(text))
    pay = extractor.money.bare(told[0]) if told else None
    months = extractor.numerals.read(told[1]) if told else None
    stands = total is not None and total.said not in text
    if pay is None or months is None or stands or not 0 < months < YEAR or pay < LEAST_YEAR:
        return None
    made = (pay / YEAR * months).quantize(Decimal(1))
    paid = [each.sum for each in entries if each.role == PAID and each.sum < made]
    parts = [(f"＋{plain(pay)}÷{YEAR}×{plain(months)}", str(made))]
    parts += [(f"－{plain(each)}", str(-each)) for each in paid[:1]]
    left = made - sum(paid[:1])
    return keep(state.changed(parts=tuple(parts)), TOTAL, left, text.strip())


def _of_pairs(state: DialogueState, entries: Sequence[Entry], text: str) -> DialogueState:
    """8月该有4300 只发了2900 9月该3900 只发了2600: what is lacking of each, where each has its pair."""
    entries = [each for each in entries if each.role != PAY or each.unpaid]
    due, came = entries[::2], entries[1::2]
    apart = len(due) == len(came) and all(each.role == PAID for each in came)
    fits = apart and all(
        d.role in (BILL, BONUS) and d.sum > c.sum for d, c in zip(due, came, strict=True)
    )
    if not fits or len(due) < SEVERAL or TOTAL in state.answers or len(due) > MOST_PARTS:
        return state
    lacking = [d.sum - c.sum for d, c in zip(due, came, strict=True)]
    parts = tuple(
        (f"＋（{plain(d.sum)}－{plain(c.sum)}）", str(d.sum - c.sum))
        for d, c in zip(due, came, strict=True)
    )
    return keep(state.changed(parts=parts), TOTAL, sum(lacking, Decimal(0)), text.strip())


def _own_figure(entries: Sequence[Entry]) -> Decimal | None:
    """自己算是41300 财务给的表是28900: what the worker reckons, beside what the other side admits."""
    mine = [each.sum for each in entries if each.role == MINE]
    theirs = [each.sum for each in entries if each.role == THEIRS]
    both = len(mine) == 1 == len(theirs) and mine[0] > theirs[0]
    return mine[0] if both and len(entries) == SEVERAL else None


def _owed(state: DialogueState, entries: Sequence[Entry], scene: Scene) -> tuple[Entry, ...]:
    """The parts that are owed to the worker by whom the work was done for."""
    asked, mixed = state.asking == TOTAL, any(each.role == OTHER for each in entries)
    told_alone = (BILL, BONUS) if mixed else (BILL, BONUS, DEPOSIT)
    entries = _without_results(entries, scene)
    words = scene.content.intents.manners.ledger
    is_of_treatment, is_besides = words.is_of_treatment, words.adds_to
    return tuple(
        each
        for each in entries
        if each.role in OF_WORKER
        and not (each.role == DEPOSIT and two_debtors.is_of_other(each.around, state, scene))
        and each.sum >= LEAST
        and (
            each.unpaid
            or each.role == ADVANCE
            or (each.role == DEPOSIT and is_besides(each.around))
            or (asked and each.role in told_alone)
            or (each.role == BILL and each.month)
        )
        and not (each.role == PAY and not each.unpaid)
        and not (each.role == ADVANCE and is_of_treatment(each.around))
    )


def _without_wage(entries: Sequence[Entry], text: str, scene: Scene) -> list[Entry]:
    """月工资5300 到现在没发: what is told as the pay of a month is no sum owed in all."""
    read = scene.content.extractor.read(text, scene.today)
    wage = read[WAGE].value if WAGE in read and TOTAL not in read else None
    return [each for each in entries if each.sum != wage or each.month]


def _is_of_new_month(state: DialogueState, entry: Entry, scene: Scene) -> bool:
    """10月的4150全没发, beside what other months or a deposit made: whether the month was not told yet."""
    if entry.role != BILL or not (state.parts or state.dispute_kind in sides.DEPOSITS):
        return False
    heard = scene.content.extractor.script.fold(f"{state.story}\n{state.answers[TOTAL].said}")
    read = scene.content.intents.manners.ledger.months_in
    return entry.month is not None and entry.unpaid and entry.month not in read(heard)


def _without_results(entries: Sequence[Entry], scene: Scene) -> list[Entry]:
    """应发7230 扣60 应为7170: what is reckoned with one's own sums stands for them, or they for it."""
    nets = scene.content.intents.manners.ledger.is_net
    kept = [
        each
        for each, after in zip_longest(entries, entries[1:])
        if after is None or not nets(after.around)
    ]
    for first, second, third in zip(entries, entries[1:], entries[2:], strict=False):
        if first.sum - second.sum == third.sum:
            kept = [each for each in kept if each not in (first, second)]
    for each in kept:
        rest = sum((other.sum for other in kept if other is not each), Decimal(0))
        if each.month is None and len(kept) > SEVERAL and rest == each.sum:
            return [other for other in kept if other is not each]
    return kept


def _may_be_made(state: DialogueState, owed: Sequence[Entry], text: str) -> bool:
    """Whether the parts are the total: none stands, or one read from these words, or about as much."""
    if not owed or not (_only_withheld(state, owed) or {e.role for e in owed} - {DEPOSIT, TAKEN}):
        return False
    total = state.answers.get(TOTAL)
    if total is None:
        return len(owed) >= SEVERAL or state.asking == TOTAL
    if len(owed) < SEVERAL or state.parts:
        return False
    made, told = sum(each.sum for each in owed), total_of(state)
    if total.said in text:
        return told in [each.sum for each in owed]
    as_many = all(each.month for each in owed) and told != product(state)
    deposit = state.facts().get(sides.DEPOSIT)
    alone = deposit is not None and Decimal(str(deposit)) == told
    return alone or (as_many and abs(made - told) <= told * ROUGH)


def _made(state: DialogueState, owed: Sequence[Entry], text: str) -> DialogueState:
    kept = owed[:MOST_PARTS]
    total = sum((each.sum for each in kept), Decimal(0))
    parts = tuple((f"＋{plain(each.sum)}", str(each.sum)) for each in kept)
    parts = parts if len(parts) >= SEVERAL else ()
    return keep(state.changed(parts=parts), TOTAL, total, text.strip())


def _added(state: DialogueState, owed: Sequence[Entry], text: str, scene: Scene) -> DialogueState:
    """还有300块装备押金也没退: what comes to a total told before."""
    total, ledger = state.answers.get(TOTAL), scene.content.intents.manners.ledger
    if total is None:
        return state
    of_wage = total_of(state) == product(state)
    if total.said in text and len(state.parts) < SEVERAL and not of_wage:
        return state
    adds = ledger.adds_to(scene.content.extractor.script.fold(text)) or of_wage
    owed = [
        each
        for each in owed
        if each.role == ADVANCE
        or (adds and each.role != TAKEN)
        or ledger.adds_to(each.around)
        or (each.month and state.parts)
    ]
    owed = [each for each in owed if each.role in ADDED or _is_of_new_month(state, each, scene)]
    known = {abs(Decimal(amount)) for _, amount in state.parts} | {total_of(state)}
    for each in owed:
        if each.sum not in known and len(state.parts) < MOST_PARTS:
            part = (f"＋{plain(each.sum)}", str(each.sum))
            made = total_of(state) + each.sum
            state = keep(state.changed(parts=(*state.parts, part)), TOTAL, made, text.strip())
    return state
