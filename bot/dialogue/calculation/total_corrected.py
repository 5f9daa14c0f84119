"""What the total is made of, put right in any wording: a deposit, a month, a number, a payment."""

from collections.abc import Iterator
from decimal import Decimal

from bot.dialogue.calculation import (
    ledger,
    months_and_days,
    owed_told,
    part_corrected,
    pay_worked_out,
    tally_corrected,
    tallying,
)
from bot.dialogue.calculation.totals import besides_in_total, product, total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep
from intents.taking_back import Correction
from knowledge.law.money import plain

MONTHS, WAGE, DAYS_OF_MONTH = "months_owed", "monthly_wage", 30
DAYS = ("employed_from", "employed_to")


def put_right(
    state: DialogueState, meant: Correction, text: str, scene: Scene
) -> DialogueState | None:
    """The total as it is now, where the words put right what it is made of; else None."""
    found = (right for right in _ways(state, meant, text, scene) if right is not None)
    if (right := next(found, None)) is not None:
        return right
    state = tally_corrected.debt_anew(state, meant.new, scene)
    before = tally_corrected.unpaid(state, meant.new, scene)
    paid = tallying.told_plainly(before, meant.new, scene)
    return paid if paid.parts != before.parts else None


def _ways(
    state: DialogueState, meant: Correction, text: str, scene: Scene
) -> Iterator[DialogueState | None]:
    """What may be put right, the likeliest first."""
    yield part_corrected.of_kind(state, text, scene)
    yield owed_told.deposit_anew(state, meant.name, meant.new, scene)
    yield _months_and_days(state, meant.new, scene)
    yield tally_corrected.of_month(state, text, scene)
    if meant.old:
        yield tally_corrected.put_right(state, meant.old, meant.new, scene)
    yield tally_corrected.one_for_other(state, text, scene)
    if not meant.old:
        yield part_corrected.put_right(state, text, meant.new, scene)
    if not meant.old and not meant.name:
        yield tally_corrected.said_before(state, meant.new, scene)


def is_of_no(key: str, state: DialogueState, new: str, text: str, scene: Scene) -> bool:
    """Whether a number that is put right is surely not that fact: a count of things are no months (是46节),
    what comes to the total (还有300押金没退) is not all of it."""
    if key == MONTHS:
        return tally_corrected.counts_things(new, scene)
    return key == tallying.TOTAL and adds(state, text, scene)


def adds(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the words tell something that comes to the total."""
    words = scene.content.extractor.script.fold(text)
    if tallying.TOTAL not in state.answers:
        return False
    marked = scene.content.intents.manners.ledger.adds_to(words)
    return marked and ledger.besides(state, text, scene) != state


def beside(state: DialogueState, key: str, text: str, scene: Scene) -> DialogueState:
    """The total as the words that put a fact right leave it: what is left of it, or what comes to it."""
    if key == tallying.TOTAL:
        return tally_corrected.left_over(state, text, scene)
    return ledger.besides(state, text, scene) if adds(state, text, scene) else state


def _months_and_days(state: DialogueState, words: str, scene: Scene) -> DialogueState | None:
    """是两个月零十天: the whole months owed as they are now, and the days beside them."""
    told = scene.content.intents.manners.pay_told.months_and_days_in(
        scene.content.extractor.script.fold(words)
    )
    read = scene.content.extractor.numerals.read
    months, days = (read(each) for each in told) if told else (None, None)
    facts = state.facts()
    if months is None or days is None or not {MONTHS, WAGE, tallying.TOTAL} <= facts.keys():
        return None
    wage = Decimal(str(facts[WAGE]))
    odd = (wage / DAYS_OF_MONTH * days).quantize(Decimal(1))
    part = (f"＋{plain(wage)}÷{DAYS_OF_MONTH}×{plain(days)}", str(odd))
    counted = keep(state.changed(parts=(part,)), MONTHS, int(months), words)
    return keep(counted, tallying.TOTAL, wage * months + odd, words)


def settled(before: DialogueState, after: DialogueState, scene: Scene) -> DialogueState:
    """The total as it follows from the wage, the months and the days that were put right."""
    return tallying.settled(before, _followed(before, after, scene))


def _followed(before: DialogueState, after: DialogueState, scene: Scene) -> DialogueState:
    """The parts worked out of the wage, or of the days at work, worked out anew."""
    if not before.parts or after.parts != before.parts or tallying.TOTAL not in after.answers:
        return after
    if after.answers[tallying.TOTAL] != before.answers.get(tallying.TOTAL):
        return after
    old, new = before.facts().get(WAGE), after.facts().get(WAGE)
    if old is not None and new is not None and old != new:
        wages = plain(Decimal(str(old))), plain(Decimal(str(new)))
        return _with_parts(before, after, pay_worked_out.with_number(before, *wages))
    if all(before.facts().get(day) == after.facts().get(day) for day in DAYS):
        return after
    made = pay_worked_out.parts(before.changed(parts=()), "", scene)
    said = tuple((working, str(amount)) for working, amount in made)
    if not said or before.parts[: len(said)] != said:
        return after
    anew = pay_worked_out.parts(after.changed(parts=()), "", scene)
    rest = tuple((working, Decimal(amount)) for working, amount in before.parts[len(said) :])
    return _with_parts(before, after, (*anew, *rest)) if anew else after


def _with_parts(
    before: DialogueState, after: DialogueState, parts: tuple[months_and_days.Part, ...]
) -> DialogueState:
    """The total made of these parts, and of the months at the wage where it held them."""
    whole = total_of(before) - besides_in_total(before)
    months = product(after)
    rest = months if months is not None and whole == product(before) else whole
    said = tuple((working, str(amount)) for working, amount in parts)
    if said == before.parts:
        return after
    total = rest + sum((amount for _, amount in parts), Decimal(0))
    return keep(after.changed(parts=said), tallying.TOTAL, total, after.answers[WAGE].said)
