"""一天一百二, 一个月干二十六天: pay by the day, its month, and both put right (是一百三一天, 是七十八个工)."""

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.dialogue.calculation import tally_corrected
from bot.dialogue.calculation.by_days import HALF
from bot.dialogue.calculation.said_sums import clauses
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting, sides
from bot.dialogue.told.facts import keep
from intents.intake_form import Question

WAGE, TOTAL = "monthly_wage", "amount_claimed"
MOST_DAYS = 31
NO_AVERAGE = frozenset(
    {"wage_arrears", "construction_wage_arrears", "wage_deduction", "platform_deduction"}
)
"""Matters in which what the pay came to in all is not what was agreed for each month."""
OF_LEAVING = frozenset({"unlawful_dismissal", "economic_compensation", "collective_redundancy"})
LEAST_MONTHLY, MOST_MONTHLY = Decimal(1500), Decimal(100_000)
LEAST_OF_OLD, MOST_OF_OLD = Decimal("0.5"), 4
"""How far a wage told anew may be from the one before."""
NEAR = Decimal("0.5"), Decimal("1.5")
"""How far a count put right may be from the one before; another number beside it is none."""
PLUS, TIMES = "＋", "×"
_PRODUCT = re.compile(r"＋([0-9]+(?:\.[0-9]+)?)×([0-9]+(?:\.[0-9]+)?)")


def month(state: DialogueState, text: str, asked: Question | None, scene: Scene) -> DialogueState:
    """The state with the pay of a month: the pay of a day, and the days of a month just told. Days
    worked are kept in the worker's own words."""
    folded = scene.content.extractor.script.fold(text)
    tally = scene.content.intents.manners.tally
    if tally.days_in(folded) is not None:
        state = noting.add(state, text)
    daily = sides.daily_wage(state, scene)
    if daily is None or WAGE in state.answers:
        return state
    said = tally.month_days_in(folded)
    if said is None and asked is not None and asked.id == WAGE:
        said = tally.bare_days_in(folded)
    days = scene.content.extractor.numerals.read(said) if said else None
    if days is None or not 0 < days <= MOST_DAYS:
        return state
    return keep(state, WAGE, daily * days, text.strip())


def put(state: DialogueState, question: Question, scene: Scene) -> Question:
    """The wage as it is asked of somebody paid by the day."""
    daily = sides.daily_wage(state, scene) if question.id == WAGE else None
    if daily is None:
        return question
    ask = scene.say("wage_by_day", daily=_plain(daily))
    return question.model_copy(update={"ask": ask, "examples": ()})


def put_right(
    state: DialogueState, words: str, text: str, scene: Scene
) -> tuple[str, DialogueState] | None:
    """The fact changed and the state: another pay of a day, or other days; None where neither is told."""
    if tally_corrected.is_one_of_several(state, text, scene):
        return None
    folded = scene.content.extractor.script.fold(words)
    tally, extractor = scene.content.intents.manners.tally, scene.content.extractor
    rate, days = tally.rate_in(folded), tally.bare_days_in(folded)
    if rate and sides.DAILY in state.answers and (each := extractor.money.bare(rate)):
        return sides.DAILY, _at_rate(state, each, words)
    pay_told, factors = scene.content.intents.manners.pay_told, _factors(state)
    of_piece = pay_told.rate_in(folded)
    if of_piece and factors and (piece := extractor.money.bare(of_piece)):
        return TOTAL, _made_anew(state, piece, factors[1], words)
    count = days or pay_told.count_in(folded)
    number = extractor.numerals.read(count) if count else None
    if number is None or factors is None or number <= 0:
        return None
    return TOTAL, _made_anew(state, factors[0], number, words)


def counted_anew(state: DialogueState, text: str, scene: Scene) -> DialogueState | None:
    """跟前说错了 工是41个 有两天下雨没干: the days or pieces of the total as they are counted now, whatever stands
    beside them; None where no one count near the old one is told, or nothing is taken back."""
    factors, recount = _factors(state), scene.content.intents.manners.tally.recount
    folded = scene.content.extractor.script.fold(text)
    if factors is None or not recount.takes_back(folded):
        return None
    each, whole_count = factors
    old = _of_named_month(state, folded, scene) or whole_count
    told, read = clauses(folded), scene.content.extractor.numerals.read
    units = scene.content.intents.manners.pay_told.units
    counts = ((read(said), half) for said, half in recount.counts_in(told, units))
    whole = {number + HALF * half for number, half in counts if number is not None}
    near = {n for n in whole - {each} if NEAR[0] * old <= n <= NEAR[1] * old}
    steps = recount.steps_in(told)
    if not near and len(steps) == 1 and (step := read(steps[0][1])):
        near = {old + steps[0][0] * step}
    new = near - {old}
    if len(new) != 1:
        return None
    return _made_anew(state, each, whole_count - old + new.pop(), text.strip())


def _of_named_month(state: DialogueState, text: str, scene: Scene) -> Decimal | None:
    """不对10月是26节, where 32 of 9月 and 28 of 10月 were told: the count told before of the one month named."""
    manners, fold = scene.content.intents.manners, scene.content.extractor.script.fold
    months = set(manners.ledger.months_in(text))
    if len(months) != 1:
        return None
    month, units = months.pop(), manners.pay_told.units
    heard = dict.fromkeys((*state.story.splitlines(), state.answers[TOTAL].said))
    before = "\n".join(line for line in heard if fold(line).strip() != text.strip())
    said = manners.tally.recount.count_of_month(fold(before), month, units)
    counts = {scene.content.extractor.numerals.read(each) for each in said}
    return counts.pop() if len(counts) == 1 else None


def wage_anew(state: DialogueState, text: str, scene: Scene) -> DialogueState | None:
    """不止12000 加上季度奖平均13500: the wage with all that comes to it, where one was told and no pay is owed;
    else None."""
    wage, manners = state.answers.get(WAGE), scene.content.intents.manners
    if state.dispute_kind in NO_AVERAGE or manners.only_supposes(text):
        return None
    said = manners.pay_told.wage_anew_in(scene.content.extractor.script.fold(text))
    if wage is None:
        return _first_average(state, said, text, scene)
    sums, old = (
        (scene.content.extractor.money.bare(each) for each in said),
        Decimal(str(wage.value)),
    )
    near = (each for each in sums if each and LEAST_OF_OLD * old <= each <= MOST_OF_OLD * old)
    new = next((each for each in near if each != old), None)
    return None if new is None else keep(state, WAGE, new, text.strip())


def _first_average(
    state: DialogueState, said: Sequence[str], text: str, scene: Scene
) -> DialogueState | None:
    """base 21000 加年终奖平均26000, of who is sent away: the one wage with all that comes to it."""
    sums = {scene.content.extractor.money.bare(each) for each in said} - {None}
    whole = sums.pop() if len(sums) == 1 and state.dispute_kind in OF_LEAVING else None
    fits = whole is not None and LEAST_MONTHLY <= whole <= MOST_MONTHLY
    return keep(state, WAGE, whole, text.strip()) if fits else None


def _at_rate(state: DialogueState, each: Decimal, words: str) -> DialogueState:
    old = Decimal(str(state.answers[sides.DAILY].value))
    wage, factors = state.answers.get(WAGE), _factors(state)
    right = keep(state, sides.DAILY, each, words)
    if wage is not None and (days := Decimal(str(wage.value)) / old) == int(days):
        right = keep(right, WAGE, each * days, words)
    if factors is not None and factors[0] == old:
        right = _made_anew(right, each, factors[1], words)
    return right


def _factors(state: DialogueState) -> tuple[Decimal, Decimal] | None:
    """The pay of a day and the days of the total worked out; None where it came about otherwise."""
    said = state.parts[0][0] if state.parts and TOTAL in state.answers else ""
    product = _PRODUCT.fullmatch(said)
    return (Decimal(product[1]), Decimal(product[2])) if product else None


def _made_anew(state: DialogueState, each: Decimal, days: Decimal, words: str) -> DialogueState:
    before = Decimal(state.parts[0][1])
    part = (f"{PLUS}{_plain(each)}{TIMES}{_plain(days)}", str(each * days))
    total = Decimal(str(state.answers[TOTAL].value)) - before + each * days
    return keep(state.changed(parts=(part, *state.parts[1:])), TOTAL, total, words)


def _plain(number: Decimal) -> str:
    text = f"{number:.2f}"
    return text.rstrip("0").rstrip(".")
