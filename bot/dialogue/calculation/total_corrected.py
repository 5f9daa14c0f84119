"""What the total is made of, put right in any wording: a deposit, a month, a number, a payment."""

from bot.dialogue.calculation import owed_told, part_corrected, tally_corrected, tallying
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from intents.taking_back import Correction


def put_right(
    state: DialogueState, meant: Correction, text: str, scene: Scene
) -> DialogueState | None:
    """The total as it is now, where the words put right what it is made of; else None."""
    if (deposit := owed_told.deposit_anew(state, meant.name, meant.new, scene)) is not None:
        return deposit
    if (month := tally_corrected.of_month(state, text, scene)) is not None:
        return month
    if meant.old and (anew := tally_corrected.put_right(state, meant.old, meant.new, scene)):
        return anew
    if not meant.old and (part := part_corrected.put_right(state, text, meant.new, scene)):
        return part
    if not meant.old and not meant.name:
        told = tally_corrected.said_before(state, meant.new, scene)
        if told is not None:
            return told
    state = tally_corrected.debt_anew(state, meant.new, scene)
    before = tally_corrected.unpaid(state, meant.new, scene)
    paid = tallying.heard(before, meant.new, scene)
    return paid if paid.parts != before.parts else None
