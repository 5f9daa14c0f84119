"""6月8000，7月3100，9月到现在一毛没有, agreed 8000: what is lacking of each month, never the sum of what came."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep
from intents.paid_by_month import MonthTold
from knowledge.law.money import plain

Part = tuple[str, Decimal]
"""How it is worked out, and the yuan."""
TOTAL, WAGE, LAST = "amount_claimed", "monthly_wage", "employed_to"
MONTHS = "months_owed"
DAYS_OF_MONTH, YEAR = 30, 12
LEAST_OF_MONTH = Decimal(32)
"""Yuan: a smaller number behind a month is a day of it."""
SEVERAL, MOST_PARTS, MOST_DAYS = 2, 12, 31
YUAN = Decimal(1)


def heard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with the total that follows from what came month by month, as far as it is told now."""
    fold = scene.content.extractor.script.fold
    words, folded = scene.content.intents.manners.pay_told.paid_by_month, fold(text)
    if not (words.months_in(folded) or words.agreed_in(folded)):
        return state
    ledger = scene.content.intents.manners.ledger
    if ledger.lists_bonus(folded) or ledger.owes_other_than_wage(folded):
        return state
    before = fold("\n".join(line for line in state.story.splitlines() if line.strip() not in text))
    due, found = parts(state, f"{before}\n{folded}", scene)
    if not found or not _gives_way(state, text, due, parts(state, before, scene)[1], scene):
        return state
    said = tuple((working, str(amount)) for working, amount in found)
    made = keep(state.changed(parts=said), TOTAL, sum(amount for _, amount in found), text.strip())
    return made if WAGE in made.answers else keep(made, WAGE, due, text.strip())


def _gives_way(
    state: DialogueState, text: str, due: Decimal, before: tuple[Part, ...], scene: Scene
) -> bool:
    """Whether no other total stands: none was told, or what was due each month, or one of these sums."""
    total = state.answers.get(TOTAL)
    if total is None or Decimal(str(total.value)) == due:
        return True
    if state.parts:
        return state.parts == tuple((working, str(amount)) for working, amount in before)
    told = scene.content.intents.manners.pay_told.paid_by_month.months_in(
        scene.content.extractor.script.fold(text)
    )
    came = {_yuan(each.came, scene) for each in told}
    return total.said in text and Decimal(str(total.value)) in came | {sum(came)}


def parts(state: DialogueState, story: str, scene: Scene) -> tuple[Decimal, tuple[Part, ...]]:
    """What was due each month, and what is lacking of those told; nothing where that is not sure."""
    words = scene.content.intents.manners.pay_told.paid_by_month
    told = _latest(words.months_in(story), scene)
    came = [each for each in told if each.came is not None]
    lines = [line for line in story.splitlines() if words.months_in(line)]
    apart = words.owes_months(story) or len(lines) > 1
    until_now = MONTHS not in state.answers and any(e.nothing and e.since for e in told)
    if not (until_now or _suffices(told, apart=apart)) or any(each.owed for each in told):
        return Decimal(0), ()
    due = _due(state, story, scene)
    if due is None or (came and not words.tells_paid(story)):
        return Decimal(0), ()
    if any(_yuan(each.came, scene) > due for each in came):
        return Decimal(0), ()
    found = tuple(_lacking(told, due, state, scene))
    return (due, found) if len(found) <= MOST_PARTS else (Decimal(0), ())


def _suffices(told: tuple[MonthTold, ...], *, apart: bool) -> bool:
    """Whether more is told than that some whole months were not paid, which are counted as such; one
    payment told apart (10月发了2000) need not fall short."""
    came = sum(each.came is not None for each in told)
    short = any(each.short or each.half for each in told)
    whole = any(each.came is not None and (each.since or each.spans) for each in told)
    days = any(each.days for each in told)
    partly = came >= SEVERAL or short or (came == 0 and days) or (came and not apart)
    return whole or (bool(partly) and len(told) > 1)


def _latest(told: tuple[MonthTold, ...], scene: Scene) -> tuple[MonthTold, ...]:
    """What was told last of each month; a day of one (五月二十六进的) tells nothing of its pay."""
    by_name: dict[tuple[int, ...], MonthTold] = {}
    for each in told:
        if each.came is None or _yuan(each.came, scene) >= LEAST_OF_MONTH:
            by_name[_numbers(each, scene)] = each
    return tuple(by_name.values())


def _due(state: DialogueState, story: str, scene: Scene) -> Decimal | None:
    """The one sum agreed for each month; what was told as the wage where no other was."""
    said = scene.content.intents.manners.pay_told.paid_by_month.agreed_in(story)
    sums = {_yuan(each, scene) for each in said} - {Decimal(0)}
    wage = state.facts().get(WAGE)
    if wage is not None and (not sums or Decimal(str(wage)) in sums):
        return Decimal(str(wage))
    return sums.pop() if len(sums) == 1 else None


def _lacking(
    told: tuple[MonthTold, ...], due: Decimal, state: DialogueState, scene: Scene
) -> Iterator[Part]:
    whole = 0
    for each, times in _each_once(told, state, scene):
        if each.half:
            yield f"＋{plain(due)}÷2", (due / 2).quantize(YUAN)
        elif each.nothing:
            whole += times
        elif each.days is not None:
            yield from _of_days(each.days, due, scene)
        elif (came := _yuan(each.came, scene)) < due:
            by = f"×{times}" if times > 1 else ""
            yield f"＋（{plain(due)}－{plain(came)}）{by}", (due - came) * times
    if whole:
        yield f"＋{plain(due)}" + (f"×{whole}" if whole > 1 else ""), due * whole


def _each_once(
    told: tuple[MonthTold, ...], state: DialogueState, scene: Scene
) -> list[tuple[MonthTold, int]]:
    """What is told, with how many months it holds for: each month counts by what was told of it last."""
    by_month: dict[int, int] = {}
    for at, each in enumerate(told):
        for month in _months(each, state, scene):
            by_month[month] = at
    held = list(by_month.values())
    return [(each, held.count(at)) for at, each in enumerate(told) if at in held]


def _of_days(said: str, due: Decimal, scene: Scene) -> Iterator[Part]:
    days = scene.content.extractor.numerals.read(said)
    if days is not None and 0 < days <= MOST_DAYS:
        sum_ = (due / DAYS_OF_MONTH * days).quantize(YUAN)
        yield f"＋{plain(due)}÷{DAYS_OF_MONTH}×{plain(days)}", sum_


def _months(told: MonthTold, state: DialogueState, scene: Scene) -> list[int]:
    """The whole months of which it is told."""
    numbers = list(_numbers(told, scene))
    if not (told.spans or told.since):
        return numbers
    first = numbers[0]
    to_last = (numbers[-1] - first) % YEAR + 1
    count = to_last if told.spans else _until_now(first, state, scene)
    return [(first + step - 1) % YEAR + 1 for step in range(count)]


def _until_now(first: int, state: DialogueState, scene: Scene) -> int:
    """The whole months from one of them up to now, or to the last day at work."""
    last = str(state.facts().get(LAST) or "")
    day = date.fromisoformat(last) if len(last) == len("2026-08-15") else None
    until = day + timedelta(days=1) if day else scene.today
    return max(1, (until.month - first) % YEAR)


def _numbers(told: MonthTold, scene: Scene) -> tuple[int, ...]:
    read = (scene.content.extractor.numerals.read(name) for name in told.names)
    return tuple(int(number) for number in read if number is not None)


def _yuan(said: str | None, scene: Scene) -> Decimal:
    return (scene.content.extractor.money.bare(said) if said else None) or Decimal(0)
