"""里面还有2380, 那我就要那2380: what a platform holds, or the sum the worker wants, is the sum claimed. 扣了八百多, then
工资单上写的813: a sum told roughly gives way to the exact one."""

from decimal import Decimal

from bot.dialogue.calculation import ledger
from bot.dialogue.calculation.totals import TOTAL, total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import leased, sides
from bot.dialogue.told.facts import keep
from intents.compiled import compiled
from intents.ledger import DEPOSIT, PAID

WAGE, MONTHS, LEAST = "monthly_wage", "months_owed", Decimal(20)
"""Yuan below which a sum within a sentence is the price of a thing."""
FAR = Decimal("0.25")
"""How far what is shown may be from what was worked out of a rough count."""


def heard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with the sum claimed, where the words name it beyond doubt."""
    if state.dispute_kind is None or state.dispute_kind in sides.INJURIES:
        return state
    if state.parts:
        shown = _shown(state, text, scene)
        return state if shown is None else keep(_settled(state), TOTAL, shown, text.strip())
    named = _exact(state, text, scene) if TOTAL in state.answers else _first(state, text, scene)
    return state if named is None else keep(state, TOTAL, named, text.strip())


def _first(state: DialogueState, text: str, scene: Scene) -> Decimal | None:
    """The balance of an account, or the sum that is wanted; None where it is that of who let the car."""
    if leased.deposit(text, scene) is not None or leased.rent_of_car(text, scene) is not None:
        return None
    tally, folded = scene.content.intents.manners.tally, scene.content.extractor.script.fold(text)
    held = tally.held_in(folded) if state.dispute_kind in sides.ACCOUNTS else None
    said = held or tally.wanted_in(folded)
    sum_ = scene.content.extractor.money.bare(said) if said else None
    return sum_ if sum_ is not None and sum_ >= LEAST else None


def _exact(state: DialogueState, text: str, scene: Scene) -> Decimal | None:
    """The one sum of the words, where it is the total so far told without its last digits."""
    extractor, before = scene.content.extractor, state.answers[TOTAL]
    if before.said in text or not compiled(scene.content.intents.manners.tally.roughly).search(
        before.said
    ):
        return None
    sums = {each.value for each in extractor.money.find(extractor.script.fold(text))}
    if len(sums) != 1 or WAGE in extractor.read(text, scene.today):
        return None
    new, old = sums.pop(), total_of(state)
    other = any(each.role in (DEPOSIT, PAID) for each in ledger.read(text, scene))
    return new if not other and old < new < old + _last_place(old) else None


def _settled(state: DialogueState) -> DialogueState:
    """The state without its working; pay by the piece that was counted is not asked for by the month."""
    return state.changed(parts=(), skipped=tuple(dict.fromkeys((*state.skipped, MONTHS))))


def _shown(state: DialogueState, text: str, scene: Scene) -> Decimal | None:
    """跑了大概五百多单 一单五块五, then app上显示3025: what stands there, near what was worked out of a rough count."""
    tally, extractor = scene.content.intents.manners.tally, scene.content.extractor
    rough = (
        compiled(tally.roughly).search(state.answers[TOTAL].said)
        if TOTAL in state.answers
        else None
    )
    folded = extractor.script.fold(text)
    if rough is None or len(state.parts) > 1 or not compiled(tally.shown).search(folded):
        return None
    sums = {each.value for each in extractor.money.find(folded)}
    near = len(sums) == 1 and abs(max(sums) - total_of(state)) <= total_of(state) * FAR
    return sums.pop() if near else None


def _last_place(sum_: Decimal) -> Decimal:
    """What the last digit told counts: 100 of 800, 1000 of 14000."""
    place = Decimal(1)
    while sum_ % (place * 10) == 0:
        place *= 10
    return place
