"""What came of the total, and what the words say is owed besides; how the total came about."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from bot.dialogue.calculation import by_days, two_debtors
from bot.dialogue.calculation.said_sums import clauses, yuan
from bot.dialogue.calculation.totals import TOTAL, besides_in_total, product, total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from intents.compiled import compiled
from knowledge.law.money import plain

OVERTIME, MONTHS, PEOPLE = "overtime_pay", "months_owed", "people_count"
SPAN, WHOLE = ("employed_from", "employed_to"), len("2026-09-03")
HALF, MONTH = Decimal("0.5"), 30


def working(state: DialogueState) -> str:
    """5600×4＋3500: how the total came about; empty where it was told as such."""
    if TOTAL not in state.answers:
        return ""
    rest = total_of(state) - besides_in_total(state)
    made = product(state)
    facts = state.facts()
    if made is not None and rest == made:
        first = f"{plain(Decimal(str(facts['monthly_wage'])))}×{plain(Decimal(str(facts['months_owed'])))}"
    elif not state.parts:
        return ""
    else:
        first = plain(rest) if rest else ""
    return (first + "".join(said for said, _ in state.parts)).removeprefix("＋")


def is_of_each(state: DialogueState) -> bool:
    """Whether the total is what months at one wage make for each of several people."""
    people = state.facts().get(PEOPLE)
    several = isinstance(people, int) and people > 1
    return several and TOTAL in state.answers and total_of(state) == product(state)


def told(
    state: DialogueState, text: str, scene: Scene, *, owed_besides: bool
) -> Iterator[tuple[str, Decimal]]:
    """What was paid of a total worked out here, and what is owed besides, as working and yuan."""
    tally = scene.content.intents.manners.tally
    folded = scene.content.extractor.script.fold(text)
    if owed_besides and (left := _rest(state, folded, scene)) is not None:
        if left < total_of(state):
            gone = total_of(state) - left
            yield f"－{plain(gone)}", -gone
        return
    times = _paid_times(folded, scene)
    yield from ((f"－{plain(sum_)}", -sum_) for sum_ in times if working(state))
    yield from _half_paid(state, folded, scene)
    for clause in () if times else clauses(folded):
        paid, besides = tally.paid_in(clause), tally.besides_in(clause)
        if (paid and by_days.is_of_other_month(clause, state, scene)) or two_debtors.is_of_other(
            clause, state, scene
        ):
            continue
        made = working(state) or (owed_besides and tally.is_paid_since(clause))
        since_first = tally.is_paid_in_all(clause) and _worked_longer(state)
        paid = None if since_first or _is_for_other(clause, state, scene) else paid
        if paid and made and (sum_ := yuan(paid, scene)):
            yield f"－{plain(sum_)}", -sum_
        elif besides and owed_besides and (sum_ := yuan(besides, scene)):
            if sum_ == total_of(state) and not state.parts:
                continue
            yield f"＋{plain(sum_)}", sum_


def _worked_longer(state: DialogueState) -> bool:
    """一个半月没给, of who was there for two and a half: whether what came in all paid other months."""
    facts = state.facts()
    owed, days = facts.get(MONTHS), [str(facts.get(key, "")) for key in SPAN]
    if owed is None or min(map(len, days)) < WHOLE:
        return False
    first, last = map(date.fromisoformat, days)
    return (last - first).days >= (Decimal(str(owed)) + HALF) * MONTH


def _is_for_other(clause: str, state: DialogueState, scene: Scene) -> bool:
    """给了200红包说是加班费, 她说只给八千: what came for something else than what is owed, or has not come."""
    if scene.content.intents.sums.asked.names("only_offered", clause):
        return True
    other = compiled(scene.content.intents.manners.tally.paid_for_other).search(clause)
    return other is not None and state.dispute_kind != OVERTIME


def _rest(state: DialogueState, text: str, scene: Scene) -> Decimal | None:
    """给了我2千 还差一万: what is left of the total told before, in yuan, where the words say it."""
    tally = scene.content.intents.manners.tally
    parts = [part for clause in clauses(text) for part in clause.split()]
    paid = any(tally.paid_in(part) for part in parts)
    said = (tally.rest_in(part, paid=paid) for part in parts)
    left = next((sum_ for each in said if each and (sum_ := yuan(each, scene))), None)
    return left if left is not None and left <= total_of(state) else None


def _paid_times(text: str, scene: Scene) -> list[Decimal]:
    """给了两次 一次1000一次500, 给过三回 每次800: what came each time, in yuan."""
    told = scene.content.intents.manners.tally.paid_times_in(text)
    if told is None:
        return []
    times, said, alike = told
    read, tally = scene.content.extractor.numerals.read, scene.content.intents.manners.tally
    count = int(read(times) or 0)
    groups = [(int(read(k) or 0), yuan(each, scene)) for k, each in tally.groups_paid(text)]
    if count and not tally.counts_in_order(text) and sum(often for often, _ in groups) == count:
        return [sum_ for often, sum_ in groups if sum_ for _ in range(often)]
    sums = [sum_ for each in said if (sum_ := yuan(each, scene)) is not None]
    if len(sums) == 1 and alike:
        return sums * count
    return sums if len(sums) == count else []


def _half_paid(state: DialogueState, text: str, scene: Scene) -> Iterator[tuple[str, Decimal]]:
    """其中一个月给了一半, of whole months at the wage."""
    wage = state.facts().get("monthly_wage")
    halves = scene.content.intents.manners.tally.halves_paid(text)
    if wage is not None and halves and not state.parts and total_of(state) == product(state):
        each = Decimal(str(wage))
        yield f"－{plain(each)}÷2", -(each / 2)


def is_paid(text: str, value: object, scene: Scene) -> bool:
    """给了我四千: whether the sum is what came, and nothing is said of being owed."""
    extractor, manners = scene.content.extractor, scene.content.intents.manners
    parts = clauses(extractor.script.fold(text))
    owed = manners.standpoint.tells_of_debt
    said = (manners.tally.paid_in(clause) for clause in parts if not owed(clause))
    return any(yuan(each, scene) == value for each in said if each)
