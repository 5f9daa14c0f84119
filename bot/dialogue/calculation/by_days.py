"""三百二一天，做了一百四十个工: the days at their rate, and what came of it."""

from decimal import Decimal

from bot.dialogue.calculation.by_month import MINUS
from bot.dialogue.calculation.said_sums import clauses, yuan
from bot.dialogue.calculation.totals import TOTAL, total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import sides
from bot.dialogue.told.facts import forget, keep
from knowledge.law.money import plain

HALF = Decimal("0.5")
MOST_ABOVE = Decimal("1.25")
"""How much more than a sum told with 多 there may be."""


def heard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """三百二一天，做了一百四十个工: the days at their rate, told together or one after the other."""
    tally, folded = scene.content.intents.manners.tally, scene.content.extractor.script.fold(text)
    rate, days = tally.rate_in(folded), tally.days_in(folded)
    days = days or (tally.days_with_rate(folded) if rate else None)
    days = days or scene.content.intents.sums.asked.said("days_counted", folded)
    if state.parts and rate and not days:
        return _at_rate(state, yuan(rate, scene), text)
    of_months = _of_months(folded, scene)
    if state.parts or not (days or of_months):
        return state
    each = yuan(rate, scene) if rate else sides.daily_wage(state, scene)
    number = of_months or _count(days or "", scene)
    if each is None or number is None or number <= 0:
        return state
    made, told = each * number, state.answers.get(TOTAL)
    less = (made, made - _paid_in(folded, scene))
    in_part = _of_months(folded, scene) is not None
    if told is not None and told.said not in text and not _is_about(state, less, scene):
        return state
    if (
        told is not None
        and told.said in text
        and Decimal(str(told.value)) not in (*less, each)
        and not in_part
    ):
        return state
    part = (f"＋{plain(each)}×{plain(number)}", str(made))
    return less_paid(keep(state.changed(parts=(part,)), TOTAL, made, text.strip()), text, scene)


def _is_about(state: DialogueState, made: tuple[Decimal, Decimal], scene: Scene) -> bool:
    """一天360 干了128天 给了六千, after 欠四万多: whether the days make what was only told as so much or more."""
    said, total = state.answers[TOTAL].said, total_of(state)
    rough = scene.content.intents.manners.tally.is_rough(state.story, said)
    return rough and any(total <= sum_ <= total * MOST_ABOVE for sum_ in made)


def with_working(state: DialogueState, scene: Scene) -> DialogueState:
    """一天180 干了23天, the first words of all: the days and the rate that made the total, kept with it."""
    if state.parts or TOTAL not in state.answers or sides.DAILY not in state.answers:
        return state
    each, total = Decimal(str(state.answers[sides.DAILY].value)), total_of(state)
    days = (total / each).normalize() if each else Decimal(0)
    told = scene.content.extractor.script.fold(state.story)
    counted = scene.content.intents.sums.asked.numbers("days_or_shifts", told)
    if days <= 1 or days not in {_count(said, scene) for said in counted}:
        return state
    return state.changed(parts=((f"＋{plain(each)}×{plain(days)}", str(total)),))


def _at_rate(state: DialogueState, each: Decimal | None, text: str) -> DialogueState:
    """一天是190: the days already told, at the rate as it is told now."""
    first, times, days = state.parts[0][0].removeprefix("＋").partition("×")
    plain_rate = times and first.isdigit() and days.replace(".", "").isdigit()
    if each is None or not plain_rate or Decimal(first) == each or TOTAL not in state.answers:
        return state
    made, before = each * Decimal(days), Decimal(state.parts[0][1])
    part = (f"＋{plain(each)}×{days}", str(made))
    kept = state.changed(parts=(part, *state.parts[1:]))
    return keep(kept, TOTAL, total_of(state) - before + made, text.strip())


def _of_months(text: str, scene: Scene) -> Decimal | None:
    """The days of several months together (9月干了24天 10月干了21天); None where fewer are told."""
    said = scene.content.intents.manners.tally.days_of_months_in(text)
    read = [_count(each, scene) for each in said]
    counts = [each for each in read if each is not None]
    return sum(counts, Decimal(0)) if len(said) > 1 and len(counts) == len(said) else None


def _count(said: str, scene: Scene) -> Decimal | None:
    """The number of days, as said: 四十一, 四十一个半."""
    half = scene.content.intents.manners.tally.half_more
    number = scene.content.extractor.numerals.read(said.removesuffix(half))
    return number + HALF if number is not None and said.endswith(half) else number


def _paid_in(text: str, scene: Scene) -> Decimal:
    """What came by the words, in yuan."""
    said = (scene.content.intents.manners.tally.paid_in(clause) for clause in clauses(text))
    return sum((yuan(each, scene) or Decimal(0) for each in said if each), Decimal(0))


def less_paid(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The total less the one payment the story told before it (平时给了一万二生活费)."""
    before = [each for each in state.story.splitlines() if each.strip() not in text]
    parts = clauses(scene.content.extractor.script.fold("\n".join(before)))
    own = [clause for clause in parts if not is_of_other_month(clause, state, scene)]
    said = (scene.content.intents.manners.tally.paid_in(clause) for clause in own)
    paid = {sum_ for each in said if each and (sum_ := yuan(each, scene)) is not None}
    sum_ = paid.pop() if len(paid) == 1 else None
    if sum_ is None or sum_ >= total_of(state):
        return state
    part = (f"{MINUS}{plain(sum_)}", str(-sum_))
    return keep(
        state.changed(parts=(*state.parts, part)), TOTAL, total_of(state) - sum_, text.strip()
    )


def is_of_other_month(clause: str, state: DialogueState, scene: Scene) -> bool:
    """10月发了2000, where 8月 and 9月 are owed: a payment of a month that no other words name."""
    rest = scene.content.extractor.script.fold(state.story).replace(clause, " ")
    listed = scene.content.extractor.dates.month_numbers
    own, others = _months_named(clause, scene) & set(listed(clause)), _months_named(rest, scene)
    return bool(own and others) and not own & others


def _months_named(text: str, scene: Scene) -> set[int]:
    found = scene.content.extractor.dates.find(text, scene.today)
    return {each.value.month for each in found if each.value.month and not each.value.day}


def without_advance(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """不对借支是13500: what was drawn is no debt."""
    total, folded = state.answers.get(TOTAL), scene.content.extractor.script.fold(text)
    said = scene.content.intents.sums.asked.said("advance", folded)
    drawn = yuan(said, scene) if said else None
    if total is None or drawn is None or total.said not in text or total_of(state) != drawn:
        return state
    return forget(state, TOTAL)


def less_advance(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """借支了9000, 不对 借支是11000: the days at their rate less what was drawn before, as it is told last. Several
    that neither add up nor put one another right are left alone."""
    asked = scene.content.intents.sums.asked
    told = scene.content.extractor.script.fold(f"{state.story}\n{text}")
    sums = [each for n in asked.numbers("advance", told) if (each := yuan(n, scene)) is not None]
    again = len(sums) > 1 and asked.found("advance_again", told) is not None
    last = (sum(sums, Decimal(0)) if again else sums[-1]) if sums else None
    drawn = [part for part in state.parts if part[0].startswith(MINUS)]
    rest = tuple(part for part in state.parts if part not in drawn)
    if last is None or TOTAL not in state.answers or not rest or "×" not in rest[0][0]:
        return state
    if len(set(sums)) > 1 and not again and asked.found("advance_in_all", told) is None:
        return state
    if len(drawn) > 1 or any(-Decimal(amount) not in (*sums, last) for _, amount in drawn):
        return state
    part = (f"{MINUS}{plain(last)}", str(-last))
    whole = sum((Decimal(amount) for _, amount in rest), Decimal(0))
    if drawn == [part] or last >= whole:
        return state
    return keep(state.changed(parts=(*rest, part)), TOTAL, whole - last, text.strip())
