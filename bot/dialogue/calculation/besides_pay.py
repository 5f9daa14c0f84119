"""What is owed beside the pay and was told first, as if it were all: 另外500押金没退."""

from decimal import Decimal

from bot.dialogue.calculation import ledger
from bot.dialogue.calculation.said_sums import clauses, yuan
from bot.dialogue.calculation.totals import TOTAL, total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep
from bot.dialogue.told.sides import DEPOSITS
from intents.ledger import DEPOSIT
from knowledge.law.money import plain

SERVICE = "service_contract"
Part = tuple[str, Decimal]
"""How it is worked out, and the yuan."""


def only(state: DialogueState, text: str, scene: Scene) -> Decimal | None:
    """The total, in yuan, where it is only what is owed beside the pay (另外500押金没退)."""
    parts = clauses(scene.content.extractor.script.fold(f"{state.story}\n{text}"))
    manners = scene.content.intents.manners
    said = (
        manners.tally.besides_in(part) or manners.standpoint.lease_deposit_in(part)
        for part in parts
    )
    sums = {sum_ for each in said if each and (sum_ := yuan(each, scene)) is not None}
    if state.parts:
        return None
    alone = sums == {total_of(state)} or _is_deposit(state, scene)
    return total_of(state) if alone else None


def is_only_deposit(state: DialogueState, scene: Scene) -> bool:
    """Whether a deposit stands for what is owed, in a matter that is about more than it."""
    told = (
        TOTAL in state.answers
        and state.dispute_kind not in (*DEPOSITS, SERVICE)
        and not state.parts
    )
    return told and _is_deposit(state, scene)


def _is_deposit(state: DialogueState, scene: Scene) -> bool:
    """Whether the words that told the total call it a deposit (交了1000押金 他们说不退)."""
    told = ledger.read(state.answers[TOTAL].said, scene) or ledger.read(state.story, scene)
    return {each.role for each in told if each.sum == total_of(state)} == {DEPOSIT}


def joined(
    state: DialogueState,
    found: tuple[Part, ...],
    pay: Decimal,
    besides: Decimal,
    text: str,
) -> DialogueState:
    """The pay, as it is worked out, and what is owed beside it, both in yuan."""
    parts = (
        *((said, str(amount)) for said, amount in found),
        (f"＋{plain(besides)}", str(besides)),
    )
    return keep(state.changed(parts=parts), TOTAL, pay + besides, text.strip())
