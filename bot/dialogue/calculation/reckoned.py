"""143乘380减21000 对不对: a sum the worker reckoned is worked out at once, and counts where pay is owed."""

from decimal import Decimal

from bot.dialogue.calculation import counted_pay
from bot.dialogue.calculation.tallying import WORKED_OUT
from bot.dialogue.calculation.totals import TOTAL, total_of
from bot.dialogue.content import Scene
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep
from bot.dialogue.turn import Turn
from intents.reckoning import Reckoned
from knowledge.law.money import plain

TIMES, OVER, MINUS, PLUS = "×", "÷", "－", "＋"
CENT, MOST = Decimal("0.01"), Decimal(10) ** 9
"""Yuan: the least that is said, and more than any pay."""
ELSEWHERE = frozenset({"erasing", "erased", "handed_off"})
Part = tuple[str, Decimal]
"""How it is worked out, with its sign, and what it comes to."""


def hear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """A sum reckoned aloud, or pay told by its numbers alone; None for all other words."""
    return _reckoned(state, text, scene) or counted_pay.hear(state, text, scene)


def _reckoned(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """What it comes to, and whether the worker had it right; None where nothing was reckoned."""
    if state.stage in ELSEWHERE or state.mediator_waits:
        return None
    folded = scene.content.extractor.script.fold(text)
    told = scene.content.intents.manners.pay_told.reckoning.read(folded)
    read = scene.content.extractor.numerals.read
    numbers = _numbers(told, scene) if told else []
    if told is None or len(numbers) != len(told.numbers) or (OVER in told.signs and 0 in numbers):
        return None
    parts = _parts(numbers, told.signs)
    if any(abs(amount) > MOST for _, amount in parts):
        return None
    made = sum((amount for _, amount in parts), Decimal(0)).quantize(CENT)
    claimed = read(told.result) if told.result else None
    working = "".join(said for said, _ in parts).removeprefix(PLUS)
    reply = Reply(
        scene.say(
            "reckoned",
            working=working,
            made=plain(made),
            claimed=None if claimed is None else plain(claimed),
            right=(total_known(state) if claimed is None else claimed) == made,
        )
    )
    begun = counted_pay.begin(state, scene) if state.dispute_kind is None else None
    if begun is not None and begun.state.facts().get(TOTAL) == f"{made:.2f}":
        return begun.after(reply)
    return present(_counted(state, parts, made, text), scene).after(reply)


def _numbers(told: Reckoned, scene: Scene) -> list[Decimal]:
    """The numbers; 4% is 0.04."""
    read = [scene.content.extractor.numerals.read(each) for each in told.numbers]
    by = zip(read, told.shares, strict=True)
    return [number / 100 if share else number for number, share in by if number is not None]


def total_known(state: DialogueState) -> Decimal | None:
    """The total said before, in yuan."""
    return total_of(state) if TOTAL in state.answers else None


def _parts(numbers: list[Decimal], signs: tuple[str, ...]) -> list[Part]:
    """The summands, each with what it is multiplied and divided by."""
    parts: list[Part] = [(f"{PLUS}{plain(numbers[0])}", numbers[0])]
    for sign, number in zip(signs, numbers[1:], strict=True):
        said, amount = parts[-1]
        match sign:
            case "×":
                parts[-1] = (f"{said}{TIMES}{plain(number)}", amount * number)
            case "÷":
                parts[-1] = (f"{said}{OVER}{plain(number)}", amount / number)
            case _:
                parts.append((f"{sign}{plain(number)}", -number if sign == MINUS else number))
    return parts


def _counted(state: DialogueState, parts: list[Part], made: Decimal, text: str) -> DialogueState:
    """Where pay is owed and no other total stands, that is the total."""
    if state.dispute_kind not in WORKED_OUT or made <= 0:
        return state
    if TOTAL in state.answers and not state.parts:
        return state
    said = tuple((working, str(amount)) for working, amount in parts)
    return keep(state.changed(parts=said), TOTAL, made, text.strip())
