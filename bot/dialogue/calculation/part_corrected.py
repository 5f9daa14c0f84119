"""记错了 借支是三千五, 不对超时扣的是540: of a total made of several sums the one told in like words."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from bot.dialogue.calculation import ledger
from bot.dialogue.calculation.by_month import of_month as sum_of
from bot.dialogue.calculation.said_sums import clauses
from bot.dialogue.calculation.tallying import MINUS
from bot.dialogue.calculation.totals import TOTAL, besides_in_total, total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import sides
from bot.dialogue.told.facts import keep
from intents.compiled import compiled
from intents.ledger import BONUS, DEPOSIT, OF_WORKER, OWED, Entry
from knowledge.law.money import plain


def put_right(state: DialogueState, text: str, new: str, scene: Scene) -> DialogueState | None:
    """The total with that one sum as it is now; None where no single clause told before is like it."""
    fold, tally = scene.content.extractor.script.fold, scene.content.intents.manners.tally
    if TOTAL not in state.answers or not state.parts:
        return None
    right = {sum_of(said, scene) for said in tally.sums_in(fold(new))} - {None}
    told = clauses(fold(f"{state.story}\n{state.answers[TOTAL].said}"))
    words = _pairs(_bare(fold(text), scene))
    like = [part for part in told if words & _pairs(_bare(part, scene))]
    old = {sum_of(said, scene) for part in like for said in tally.sums_in(part)}
    old -= {None}
    if len(right) != 1 or len(old) != 1:
        return None
    return _exchanged(state, old.pop() or Decimal(0), right.pop() or Decimal(0))


def of_kind(state: DialogueState, text: str, scene: Scene) -> DialogueState | None:
    """不对 押金是500 300是头盔那个: a part told anew takes the place of the one of its kind; else None."""
    if TOTAL not in state.answers:
        return None
    told = [each for each in ledger.read(text, scene) if each.role in OF_WORKER]
    heard = (*state.story.splitlines(), state.answers[TOTAL].said)
    before = [each for line in dict.fromkeys(heard) for each in ledger.read(line, scene)]
    for role in ledger.ADDED:
        new = [each.sum for each in told if each.role == role]
        old = [each.sum for each in before if each.role == role]
        rest = total_of(state) - besides_in_total(state)
        of_rest = (
            old == [rest] or rest in _unpaid(heard, role, scene) or _is_left(state, role, rest)
        )
        if len(new) == 1 and of_rest and new != [rest]:
            return keep(state, TOTAL, total_of(state) - rest + new[0], text.strip())
        if len(state.parts) == 1:
            continue
        at = [n for n, (_, amount) in enumerate(state.parts) if Decimal(amount) in old]
        at = at if len(at) == 1 else _alike(state, told, before, role)
        if new and len(at) == 1 and set(new) != set(old):
            state = _deposit_anew(state, told, scene) if role == DEPOSIT else state
            return _with_new(state, at[0], new, text)
    return None


def _is_left(state: DialogueState, role: str, rest: Decimal) -> bool:
    """提成是470, where 740 and a deposit make the total: whether all of it but the rest is the deposit."""
    deposit = state.facts().get(sides.DEPOSIT)
    parts = [Decimal(amount) for _, amount in state.parts]
    held = [] if deposit is None else [Decimal(str(deposit))]
    return role == BONUS and rest > 0 and bool(parts) and parts == held


def _unpaid(heard: Sequence[str], role: str, scene: Scene) -> list[Decimal]:
    """9月提成没发 是740: what is told as owed in a line that names the kind."""
    ledger_words, fold = scene.content.intents.manners.ledger, scene.content.extractor.script.fold
    lines = [line for line in dict.fromkeys(heard) if ledger_words.names(role, fold(line))]
    return [each.sum for line in lines for each in ledger.read(line, scene) if each.role == OWED]


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


def _with_new(state: DialogueState, at: int, new: Sequence[Decimal], text: str) -> DialogueState:
    anew = tuple((f"＋{plain(each)}", str(each)) for each in dict.fromkeys(new))
    made = total_of(state) - Decimal(state.parts[at][1]) + sum(dict.fromkeys(new))
    parts = (*state.parts[:at], *anew, *state.parts[at + 1 :])
    return keep(state.changed(parts=parts), TOTAL, made, text.strip())


def _bare(words: str, scene: Scene) -> str:
    """The words without sums and what only says that something was wrong."""
    manners = scene.content.intents.manners
    without = compiled(manners.tally.sum).sub(" ", words)
    return compiled(manners.corrections.marks).sub(" ", without)


def _pairs(words: str) -> set[str]:
    """Pairs of letters next to one another."""
    return {a + b for part in words.split() for a, b in pairwise(part)}


def _exchanged(state: DialogueState, old: Decimal, new: Decimal) -> DialogueState | None:
    """The total, in yuan, with one of its parts, or what stands before them, exchanged."""
    at = [i for i, (_, amount) in enumerate(state.parts) if abs(Decimal(amount)) == old]
    rest = total_of(state) - besides_in_total(state)
    said = state.answers[TOTAL].said
    if not at and rest == old:
        return keep(state, TOTAL, total_of(state) - old + new, said)
    if len(at) != 1:
        return None
    less = state.parts[at[0]][0].startswith(MINUS)
    amount = -new if less else new
    total = total_of(state) - Decimal(state.parts[at[0]][1]) + amount
    parts = list(state.parts)
    parts[at[0]] = (f"{MINUS if less else '＋'}{plain(new)}", str(amount))
    return keep(state.changed(parts=tuple(parts)), TOTAL, total, said) if total > 0 else None
