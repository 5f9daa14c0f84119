"""账单7860 扣了480 押金500也没退: what is owed in parts, each heard in its role, added up and said back."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from bot.dialogue.calculation import two_debtors
from bot.dialogue.calculation.said_sums import LEAST
from bot.dialogue.calculation.totals import DEDUCTIONS, TOTAL, product, total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import sides
from bot.dialogue.told.facts import forget, keep
from intents.ledger import ADVANCE, BILL, BONUS, DEPOSIT, MINE, OF_WORKER, PAID, PAY, TAKEN, THEIRS
from intents.ledger import TOTAL as IN_ALL
from intents.ledger import Entry
from knowledge.law.money import plain

MOST_PARTS, SEVERAL = 8, 2
ROUGH = Decimal("0.15")
"""How far a total told roughly may be from the parts told later that make it."""
ADDED = frozenset({DEPOSIT, TAKEN, BONUS, ADVANCE})
"""What is owed beside a total told before."""
WAGE, MONTHS, MOST_MONTHS = "monthly_wage", "months_owed", 60


def heard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with the total that the parts told make, or with a part added to it."""
    if (monthly := _each_month(state, text, scene)) is not None:
        return monthly
    entries = read(text, scene)
    if not entries or any(each.role == IN_ALL for each in entries):
        return state
    if (own := _own_figure(entries)) is not None:
        return keep(state.changed(parts=()), TOTAL, own, text.strip())
    if any(each.role == PAID for each in entries):
        return state
    owed = _owed(state, entries, scene)
    fits = all(each.month for each in owed) or _all_taken(state, entries)
    if state.dispute_kind in DEDUCTIONS and not fits:
        return _added(state, owed, text, scene) if len(state.parts) >= SEVERAL else state
    if _may_be_made(state, owed, text):
        return _made(state, owed, text)
    return _added(state, owed, text, scene)


def _all_taken(state: DialogueState, entries: Sequence[Entry]) -> bool:
    """扣了3500损失费 1200绩效: whether all sums told are what was taken, where just that was asked."""
    kinds = {each.role for each in entries}
    return state.asking == TOTAL and TAKEN in kinds <= {TAKEN, BONUS, DEPOSIT}


def _each_month(state: DialogueState, text: str, scene: Scene) -> DialogueState | None:
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
    part, made = (f"＋{plain(each)}×{plain(months)}", str(each * months)), each * months
    if part in state.parts:
        return None
    total = state.answers.get(TOTAL)
    if total is None or total_of(state) == each:
        return keep(state.changed(parts=(part,)), TOTAL, made, text.strip())
    return keep(state.changed(parts=(*state.parts, part)), TOTAL, total_of(state) + made, text.strip())


def without_guarantee(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """车是我自己的 说保底一万二: such a sum is no wage."""
    wage, ledger = state.answers.get(WAGE), scene.content.intents.manners.ledger
    if wage is None or wage.said not in text:
        return state
    said = ledger.guaranteed_in(scene.content.extractor.script.fold(text))
    sum_ = scene.content.extractor.money.bare(said) if said else None
    return forget(state, WAGE) if sum_ == Decimal(str(wage.value)) else state


def put_right(state: DialogueState, text: str, scene: Scene) -> DialogueState | None:
    """不对 押金是500 300是头盔那个: a part told anew takes the place of the one of its kind; else None."""
    if TOTAL not in state.answers or len(state.parts) < SEVERAL:
        return None
    told = [each for each in read(text, scene) if each.role in OF_WORKER]
    heard = (*state.story.splitlines(), state.answers[TOTAL].said)
    before = [each for line in dict.fromkeys(heard) for each in read(line, scene)]
    for role in ADDED:
        new = [each.sum for each in told if each.role == role]
        old = [each.sum for each in before if each.role == role]
        at = [n for n, (_, amount) in enumerate(state.parts) if Decimal(amount) in old]
        at = at if len(at) == 1 else _alike(state, told, before, role)
        if new and len(at) == 1 and set(new) != set(old):
            state = _deposit_anew(state, told, scene) if role == DEPOSIT else state
            return _exchanged(state, at[0], new, text)
    return None


def _alike(
    state: DialogueState, told: Sequence[Entry], before: Sequence[Entry], role: str
) -> list[int]:
    """饭卡是273: of several parts of a kind the place of the one told in like words."""
    words = {pair for each in told if each.role == role for pair in pairwise(each.around)}
    like = {e.sum for e in before if e.role == role and _letters(words & {*pairwise(e.around)})}
    return [n for n, (_, amount) in enumerate(state.parts) if Decimal(amount) in like]


def _letters(words: set[tuple[str, str]]) -> bool:
    """Whether any of the pairs is of letters and not of digits or blanks."""
    return any(a.isalpha() and b.isalpha() for a, b in words)


def _deposit_anew(state: DialogueState, told: Sequence[Entry], scene: Scene) -> DialogueState:
    """The deposit kept apart, as it is told now."""
    named = scene.content.intents.manners.tally.names_deposit
    new = [each.sum for each in told if each.role == DEPOSIT and named(each.around)]
    known = sides.DEPOSIT in state.answers and len(new) == 1
    return keep(state, sides.DEPOSIT, new[0], f"{plain(new[0])}") if known else state


def _exchanged(
    state: DialogueState, at: int, new: Sequence[Decimal], text: str
) -> DialogueState:
    anew = tuple((f"＋{plain(each)}", str(each)) for each in dict.fromkeys(new))
    made = total_of(state) - Decimal(state.parts[at][1]) + sum(dict.fromkeys(new))
    parts = (*state.parts[:at], *anew, *state.parts[at + 1 :])
    return keep(state.changed(parts=parts), TOTAL, made, text.strip())


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


def _own_figure(entries: Sequence[Entry]) -> Decimal | None:
    """自己算是41300 财务给的表是28900: what the worker reckons, beside what the other side admits."""
    mine = [each.sum for each in entries if each.role == MINE]
    theirs = [each.sum for each in entries if each.role == THEIRS]
    both = len(mine) == 1 == len(theirs) and mine[0] > theirs[0]
    return mine[0] if both and len(entries) == SEVERAL else None


def _owed(
    state: DialogueState, entries: Sequence[Entry], scene: Scene
) -> tuple[Entry, ...]:
    """The parts that are owed to the worker by whom the work was done for."""
    asked = state.asking == TOTAL
    is_of_treatment = scene.content.intents.manners.ledger.is_of_treatment
    return tuple(
        each
        for each in entries
        if each.role in OF_WORKER
        and not (each.role == DEPOSIT and two_debtors.is_of_other(each.around, state, scene))
        and each.sum >= LEAST
        and (each.unpaid or each.role == ADVANCE or (asked and each.role in (BILL, BONUS, DEPOSIT)) or (each.role == BILL and each.month))
        and not (each.role == PAY and not each.unpaid)
        and not (each.role == ADVANCE and is_of_treatment(each.around))
    )


def _may_be_made(state: DialogueState, owed: Sequence[Entry], text: str) -> bool:
    """Whether the parts are the total: none stands, or one read from these words, or about as much."""
    if not owed or not any(each.role not in (DEPOSIT, TAKEN) for each in owed):
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


def _added(
    state: DialogueState, owed: Sequence[Entry], text: str, scene: Scene
) -> DialogueState:
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
        if each.role == ADVANCE or (adds and each.role != TAKEN) or ledger.adds_to(each.around)
    ]
    known = {abs(Decimal(amount)) for _, amount in state.parts} | {total_of(state)}
    for each in owed:
        if each.role in ADDED and each.sum not in known and len(state.parts) < MOST_PARTS:
            part = (f"＋{plain(each.sum)}", str(each.sum))
            made = total_of(state) + each.sum
            state = keep(state.changed(parts=(*state.parts, part)), TOTAL, made, text.strip())
    return state
