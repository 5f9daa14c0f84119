"""The total owed put right: a payment told wrongly, a number it is worked out of, what is left of it."""

import re
from decimal import Decimal

from bot.dialogue.calculation import by_month, pay_worked_out
from bot.dialogue.calculation.said_sums import clauses, yuan
from bot.dialogue.calculation.tallying import MINUS
from bot.dialogue.calculation.totals import TOTAL, besides_in_total, total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep
from intents.compiled import compiled
from knowledge.law.money import plain

WAGE = "monthly_wage"
_SUMS = re.compile(r"(?<![×÷0-9.])[0-9]+(?:\.[0-9]+)?")
"""Numbers of a working that are sums, and no times."""
_NUMBERS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
MUCH_LESS = Decimal("0.7")
LEAST_SUM, SEVERAL, FARTHER, SHORT = Decimal(10), 2, 2, 10
"""Yuan; numbers; how many times farther the next number told is from the one that is meant;
characters of words that hold one sum and little else."""


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
    total = total_of(state) - Decimal(less[0][1])
    return keep(state.changed(parts=parts), TOTAL, total, state.answers[TOTAL].said)


def put_right(state: DialogueState, old: str, new: str, scene: Scene) -> DialogueState | None:
    """The total with one number it is worked out of put right; None where none is meant."""
    found = pay_worked_out.put_right(state, old, new, scene) if TOTAL in state.answers else ()
    if not found and TOTAL in state.answers and (other := _other_number(old, new, scene)):
        found = pay_worked_out.put_right(state, *other, scene)
    if not found:
        return None
    rest = total_of(state) - besides_in_total(state)
    parts = tuple((working, str(amount)) for working, amount in found)
    right = keep(state.changed(parts=parts), TOTAL, rest + sum(a for _, a in found), new)
    return _wage_too(right, old, new, scene)


def _other_number(old: str, new: str, scene: Scene) -> tuple[str, str] | None:
    """不是2个月零20天 是2个月零10天: the one number that differs."""
    said = compiled(scene.content.intents.manners.pay_told.digits)
    read, fold = scene.content.extractor.numerals.read, scene.content.extractor.script.fold
    before, after = ([read(each) for each in said.findall(fold(words))] for words in (old, new))
    if len(before) != len(after) or None in (*before, *after):
        return None
    other = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    if len(other) != 1:
        return None
    wrong, right = other[0]
    return None if wrong is None or right is None else (plain(wrong), plain(right))


def one_for_other(state: DialogueState, text: str, scene: Scene) -> DialogueState | None:
    """143天是我妈记的 我爸说是138天: of two numbers of one thing that of the working gives way to the other."""
    if len(state.parts) == 0 or TOTAL not in state.answers:
        return None
    folded = scene.content.extractor.script.fold(text)
    told = [
        (match["n"], match["unit"])
        for match in compiled(scene.content.intents.manners.pay_told.with_unit).finditer(folded)
    ]
    known = {number for said, _ in state.parts for number in _NUMBERS.findall(said)}
    read = scene.content.extractor.numerals.read
    old = [(n, unit) for n, unit in told if plain(read(n) or Decimal(0)) in known]
    new = [(n, unit) for n, unit in told if (n, unit) not in old]
    if len(old) != 1 or len(new) != 1 or old[0][1] != new[0][1]:
        return None
    return put_right(state, old[0][0], new[0][0], scene)


def _wage_too(state: DialogueState, old: str, new: str, scene: Scene) -> DialogueState:
    """不是6200 是6800, of a wage that the total is worked out of: the wage is as it is told now, too."""
    wage, right = state.answers.get(WAGE), _number(new, scene)
    if wage is None or right is None or Decimal(str(wage.value)) != _number(old, scene):
        return state
    return keep(state, WAGE, right, new)


def said_before(state: DialogueState, words: str, scene: Scene) -> DialogueState | None:
    """打错了是3500, where 5500－3000 was worked out: the number told that is clearly nearest; else None."""
    if counts_things(words, scene):
        return None
    right = _number(words, scene)
    rest = total_of(state) - besides_in_total(state) if TOTAL in state.answers else Decimal(0)
    told = [Decimal(each) for said, _ in state.parts for each in _SUMS.findall(said)]
    told = [each for each in (*told, rest) if each >= LEAST_SUM]
    if right is None or not told:
        return None
    if not any(MINUS in said for said, _ in state.parts):
        told.append(total_of(state))
    if len(told) < SEVERAL:
        return None
    near, other, *_ = sorted(told, key=lambda each: abs(each - right))
    if near in (right, total_of(state)) or abs(near - right) * FARTHER > abs(other - right):
        return None
    if near == rest and near not in told[:-1]:
        return keep(state, TOTAL, total_of(state) - rest + right, words)
    return put_right(state, plain(near), plain(right), scene)


def is_one_of_several(state: DialogueState, text: str, scene: Scene) -> bool:
    """上学期是46节, where 136 of both terms were counted: whether a much smaller count of one time is told."""
    pay_told, folded = (
        scene.content.intents.manners.pay_told,
        scene.content.extractor.script.fold(text),
    )
    if not state.parts or compiled(pay_told.period).search(folded) is None:
        return False
    told = [match["n"] for match in compiled(pay_told.with_unit).finditer(folded)]
    counted = Decimal(_NUMBERS.findall(state.parts[0][0])[-1])
    read = scene.content.extractor.numerals.read
    return any((number := read(n)) and number < counted * MUCH_LESS for n in told)


def counts_things(words: str, scene: Scene) -> bool:
    """上学期是46节: whether a number in the words counts something, and is no sum."""
    told = compiled(scene.content.intents.manners.pay_told.with_unit)
    folded = scene.content.extractor.script.fold(words)
    return any(match["money"] is None for match in told.finditer(folded))


def _number(words: str, scene: Scene) -> Decimal | None:
    """The sum that the words are, and nothing else."""
    folded = scene.content.extractor.script.fold(words).strip()
    number = compiled(scene.content.intents.manners.pay_told.bare).fullmatch(folded)
    if number:
        return yuan(number["n"], scene)
    manners = scene.content.intents.manners
    if manners.facts_named_in(words) or WAGE in scene.content.extractor.read(words, scene.today):
        return None
    said = manners.tally.sums_in(folded)
    return yuan(said[0], scene) if len(said) == 1 and len(folded) <= SHORT else None


def debt_anew(state: DialogueState, words: str, scene: Scene) -> DialogueState:
    """欠条26800，又给过1000: the state with the debt as it is told now, where a payment is told with it."""
    tally = scene.content.intents.manners.tally
    parts = clauses(scene.content.extractor.script.fold(words))
    paid = [part for part in parts if tally.paid_in(part)]
    told = [said for part in parts if part not in paid for said in tally.sums_in(part)]
    debt = yuan(told[0], scene) if len(told) == 1 else None
    if not paid or debt is None or TOTAL not in state.answers or state.parts:
        return state
    return keep(state, TOTAL, debt, state.answers[TOTAL].said)


def of_month(state: DialogueState, text: str, scene: Scene) -> DialogueState | None:
    """10月那个写错了 是3300: the pay of one month as it is now, in a total made of months; else None."""
    extractor, tally = scene.content.extractor, scene.content.intents.manners.tally
    folded = extractor.script.fold(text)
    named = _months(folded, scene)
    if len(named) != 1 or TOTAL not in state.answers:
        return None
    heard = f"{state.story}\n{state.answers[TOTAL].said}"
    told = tally.months_named_in(extractor.script.fold(heard))
    old = {yuan(said, scene) for month, said in told if _months(month, scene) == named}
    at = [i for i, (_, amount) in enumerate(state.parts) if Decimal(amount) in old]
    new = {by_month.of_month(said, scene) for said in tally.sums_in(folded)} - old - {None}
    if not at and len(old) == 1 == len(new):
        return put_right(state, f"{old.pop()}", f"{new.pop()}", scene)
    return _with_part(state, at[0], new.pop()) if len(at) == 1 == len(new) else None


def _months(words: str, scene: Scene) -> set[int]:
    found = scene.content.extractor.dates.find(words, scene.today)
    return {each.value.month for each in found if each.value.month and not each.value.day}


def _with_part(state: DialogueState, at: int, sum_: Decimal | None) -> DialogueState | None:
    """The total with another sum, in yuan, in one of its places."""
    if sum_ is None:
        return None
    before, parts = Decimal(state.parts[at][1]), list(state.parts)
    parts[at] = (f"＋{plain(sum_)}", str(sum_))
    total = total_of(state) - before + sum_
    return keep(state.changed(parts=tuple(parts)), TOTAL, total, state.answers[TOTAL].said)


def left_over(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """去掉那一千还剩17600: that is the total."""
    said = scene.content.intents.manners.tally.left_in(scene.content.extractor.script.fold(text))
    left = yuan(said, scene) if said else None
    return state if left is None else keep(state.changed(parts=()), TOTAL, left, text.strip())


def tells_payment(words: str, scene: Scene) -> bool:
    """8月发过1000: what came, and neither a wage nor a debt."""
    manners, folded = scene.content.intents.manners, scene.content.extractor.script.fold(words)
    return manners.tally.paid_in(folded) is not None and not manners.complains(folded)


def is_of_one_month(words: str, scene: Scene) -> bool:
    """还有上个月工资没有发 两千三 不对 是两千一: whether the sum is what one month's pay came to, not paid."""
    manners, folded = scene.content.intents.manners, scene.content.extractor.script.fold(words)
    one = compiled(manners.pay_told.one_month).search(folded) is not None
    return one and manners.standpoint.tells_of_debt(folded)
