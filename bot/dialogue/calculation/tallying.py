"""What is owed in all, kept up with what is told: months at a wage or days at a rate, what is owed
besides, less what was paid. A total that the worker told stands as it is."""

from collections.abc import Iterator
from decimal import Decimal

from bot.dialogue.calculation import by_month
from bot.dialogue.calculation.said_sums import clauses, short, yuan
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import recalling, roles, sides
from bot.dialogue.told.facts import forget, keep

DEDUCTIONS, SEVERAL, MOST_PARTS = by_month.DEDUCTIONS, by_month.SEVERAL, by_month.MOST_PARTS
MINUS, TOTAL = by_month.MINUS, by_month.TOTAL
ARREARS = frozenset({"wage_arrears", "construction_wage_arrears", "service_contract"})
"""Forms whose sum owed is whole months of the wage, where nothing else was told."""
INJURIES = frozenset({"work_injury_determination", "work_injury_benefits", "death_benefit"})
"""Matters in which days worked and the pay of a day tell the wage, and nothing owed."""
FEWEST_MONTHS = 2
"""A single month may be one of several debts (最后一个月工资和提成)."""
CENT = Decimal("0.01")


def heard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with the total that follows from the words, and what they tell for another sum."""
    state = recalling.overheard(state, text, scene)
    state = _share_of_wage(_fined(_owed(state, text, scene), text, scene), text, scene)
    told_before = TOTAL in state.answers and state.answers[TOTAL].said not in text
    if (ARREARS | DEDUCTIONS) & {state.dispute_kind, *_kinds(state)}:
        each = by_month.each_month(state, text, scene)
        if each != state:
            return each
    if ARREARS & {state.dispute_kind, *_kinds(state)}:
        state = _of_all(state, text, scene)
        if state.dispute_kind not in INJURIES:
            state = _by_days(state, text, scene)
        state = _first_total(state)
    state = _told_anew(state, text, scene)
    if TOTAL not in state.answers:
        return state
    for working, amount in _parts(state, text, scene, owed_besides=told_before):
        if len(state.parts) < MOST_PARTS and _total(state) + amount > 0:
            total = _total(state) + amount
            state = state.changed(parts=(*state.parts, (working, str(amount))))
            state = keep(state, TOTAL, total, text.strip())
    return state


def _told_anew(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """加起来七千三, and nothing else: the total, whatever it was before."""
    folded = scene.content.extractor.script.fold(text.strip())
    said = scene.content.intents.manners.tally.all_told_in(folded)
    total = yuan(said, scene) if said else None
    if total is None or TOTAL not in state.answers or _total(state) == total:
        return state
    return keep(state.changed(parts=()), TOTAL, total, text.strip())


def by_story(state: DialogueState, scene: Scene) -> DialogueState:
    """The total that the messages before the matter was clear tell, each by itself (三百二一天 / 干了76个工)."""
    if TOTAL in state.answers or state.dispute_kind not in ARREARS:
        return state
    for line in state.story.splitlines():
        state = _by_days(state, line, scene)
    return state


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
    if total is None or total.said not in text:
        return state
    if state.dispute_kind in INJURIES and not _is_said(total.value, text, scene):
        return forget(state, TOTAL)
    own = roles.of_matter(state, {TOTAL: total}, text, scene)
    return state if own else forget(state, TOTAL)


def _is_said(value: object, text: str, scene: Scene) -> bool:
    """Whether a sum stands in the words, and was not worked out of days and their pay."""
    sums = scene.content.extractor.money.find(scene.content.extractor.script.fold(text), [])
    return value in [each.value for each in sums]


def _fined(state: DialogueState, text: str, scene: Scene) -> DialogueState:
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
    parts = tuple((f"＋{short(f'{each:.2f}')}", str(each)) for each in fines[:MOST_PARTS])
    return keep(state.changed(parts=parts), TOTAL, sum(fines[:MOST_PARTS]), text.strip())


def share_taken(text: str, scene: Scene) -> Decimal | None:
    """扣了我一半工资: the share of the wage that was withheld."""
    return scene.content.intents.manners.tally.share_in(scene.content.extractor.script.fold(text))


def _share_of_wage(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """扣一半, 工资4800: what was withheld follows from the wage, said back with the next question."""
    wage = state.answers.get("monthly_wage")
    if state.dispute_kind not in DEDUCTIONS or TOTAL in state.answers or wage is None:
        return state
    share = share_taken(text, scene) or share_taken(state.story, scene)
    if share is None:
        return state
    each = Decimal(str(wage.value))
    part = (each * share).quantize(CENT)
    working = f"＋{short(f'{each:.2f}')}×{short(f'{share:.2f}')}"
    return keep(state.changed(parts=((working, str(part)),)), TOTAL, part, wage.said)


def settled(before: DialogueState, after: DialogueState) -> DialogueState:
    """The total follows the months and the wage where it was made of them and was not told anew."""
    after = _share_anew(before, after)
    old, new = _product(before), _product(after)
    if TOTAL not in before.answers or TOTAL not in after.answers:
        return after
    if after.answers[TOTAL] != before.answers[TOTAL]:
        return after.changed(parts=()) if after.parts == before.parts else after
    if old is None or new is None or old == new:
        return after
    if _total(before) != old + _besides(before):
        return after
    return keep(after, TOTAL, new + _besides(after), before.answers[TOTAL].said)


def _share_anew(before: DialogueState, after: DialogueState) -> DialogueState:
    """A total that is a share of the wage, of the wage as it is told now."""
    old, new = before.facts().get("monthly_wage"), after.facts().get("monthly_wage")
    if old in (None, new) or new is None or len(after.parts) != 1 or before.parts != after.parts:
        return after
    if after.dispute_kind not in DEDUCTIONS or before.answers.get(TOTAL) != after.answers.get(
        TOTAL
    ):
        return after
    share = Decimal(after.parts[0][1]) / Decimal(str(old))
    part = (Decimal(str(new)) * share).quantize(CENT)
    working = f"＋{short(str(new))}×{short(f'{share:.2f}')}"
    return keep(after.changed(parts=((working, str(part)),)), TOTAL, part, str(new))


def unpaid(state: DialogueState, words: str, scene: Scene) -> DialogueState:
    """The state before the one payment that the words put right (打错了 给过五千)."""
    less = [part for part in state.parts if part[0].startswith(MINUS)]
    if len(less) != 1 or TOTAL not in state.answers:
        return state
    folded = scene.content.extractor.script.fold(words)
    said = scene.content.intents.manners.tally.paid_in(folded)
    if not said or yuan(said, scene) is None:
        return state
    parts = tuple(part for part in state.parts if part != less[0])
    total = _total(state) - Decimal(less[0][1])
    return keep(state.changed(parts=parts), TOTAL, total, state.answers[TOTAL].said)


def is_paid(text: str, value: object, scene: Scene) -> bool:
    """给了我四千: whether the sum is what came, and nothing is said of being owed."""
    extractor, manners = scene.content.extractor, scene.content.intents.manners
    parts = clauses(extractor.script.fold(text))
    said = (manners.tally.paid_in(clause) for clause in parts if not manners.complains(clause))
    return any(yuan(each, scene) == value for each in said if each)


def standing(before: DialogueState, told: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The facts just told, but what is owed besides (提成还欠3500) does not replace the total."""
    total = before.answers.get(TOTAL)
    if total is None or told.answers.get(TOTAL) == total:
        return told
    besides = any(scene.content.intents.manners.tally.besides_in(part) for part in clauses(text))
    return told.changed(answers={**told.answers, TOTAL: total}) if besides else told


def working(state: DialogueState) -> str:
    """5600×4＋3500: how the total came about; empty where it was told as such."""
    if TOTAL not in state.answers:
        return ""
    rest = _total(state) - _besides(state)
    product = _product(state)
    facts = state.facts()
    if product is not None and rest == product:
        first = f"{short(str(facts['monthly_wage']))}×{short(str(facts['months_owed']))}"
    elif not state.parts:
        return ""
    else:
        first = short(f"{rest:.2f}") if rest else ""
    return (first + "".join(said for said, _ in state.parts)).removeprefix("＋")


def _parts(
    state: DialogueState, text: str, scene: Scene, *, owed_besides: bool
) -> Iterator[tuple[str, Decimal]]:
    """What was paid of a total worked out here, and what is owed besides, as working and yuan."""
    tally = scene.content.intents.manners.tally
    for clause in clauses(scene.content.extractor.script.fold(text)):
        paid, besides = tally.paid_in(clause), tally.besides_in(clause)
        if paid and working(state) and (sum_ := yuan(paid, scene)):
            yield f"－{short(f'{sum_:.2f}')}", -sum_
        elif besides and owed_besides and (sum_ := yuan(besides, scene)):
            yield f"＋{short(f'{sum_:.2f}')}", sum_


def _by_days(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """三百二一天，做了一百四十个工: the days at their rate, told together or one after the other."""
    tally, folded = scene.content.intents.manners.tally, scene.content.extractor.script.fold(text)
    rate, days = tally.rate_in(folded), tally.days_in(folded)
    if not days or state.parts:
        return state
    each = yuan(rate, scene) if rate else sides.daily_wage(state, scene)
    number = scene.content.extractor.numerals.read(days)
    if each is None or number is None or number <= 0:
        return state
    made, told = each * number, state.answers.get(TOTAL)
    if told is not None and (told.said not in text or Decimal(str(told.value)) != made):
        return state
    part = (f"＋{short(f'{each:.2f}')}×{short(f'{number:.2f}')}", str(made))
    return _less_paid(keep(state.changed(parts=(part,)), TOTAL, made, text.strip()), text, scene)


def _less_paid(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The total less the one payment the story told before it (平时给了一万二生活费)."""
    before = [each for each in state.story.splitlines() if each.strip() not in text]
    parts = clauses(scene.content.extractor.script.fold("\n".join(before)))
    said = (scene.content.intents.manners.tally.paid_in(clause) for clause in parts)
    paid = {sum_ for each in said if each and (sum_ := yuan(each, scene)) is not None}
    sum_ = paid.pop() if len(paid) == 1 else None
    if sum_ is None or sum_ >= _total(state):
        return state
    part = (f"{MINUS}{short(f'{sum_:.2f}')}", str(-sum_))
    return keep(
        state.changed(parts=(*state.parts, part)), TOTAL, _total(state) - sum_, text.strip()
    )


def _kinds(state: DialogueState) -> tuple[str, ...]:
    named = state.facts().get("dispute_kinds")
    return named if isinstance(named, tuple) else ()


def _first_total(state: DialogueState) -> DialogueState:
    """So many months at so much: what is owed is not asked again, but said back."""
    product = _product(state)
    if TOTAL in state.answers or product is None:
        return state
    return keep(state, TOTAL, product, state.answers["monthly_wage"].said)


def _product(state: DialogueState) -> Decimal | None:
    facts = state.facts()
    months, wage = facts.get("months_owed"), facts.get("monthly_wage")
    if months is None or not isinstance(wage, str) or Decimal(str(months)) < FEWEST_MONTHS:
        return None
    return Decimal(str(months)) * Decimal(wage)


def _total(state: DialogueState) -> Decimal:
    return Decimal(str(state.answers[TOTAL].value))


def _besides(state: DialogueState) -> Decimal:
    return sum((Decimal(amount) for _, amount in state.parts), Decimal(0))
