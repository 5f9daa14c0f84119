"""What the next message may refer to."""

from dataclasses import replace
from datetime import datetime

from bot.dialogue import offered
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn


def told(before: DialogueState, turn: Turn, now: datetime) -> Turn:
    """The turn with what the next message may refer to: the facts just told, the buttons, the time."""
    if turn.state.stage == "erased":
        return turn
    told = {k for k, answer in turn.state.answers.items() if before.answers.get(k) != answer}
    state = offered.remembered(turn).changed(heard_at=now.isoformat(timespec="minutes"))
    if told:
        state = state.changed(last_told=tuple(key for key in state.answers if key in told))
    if state.care_turns or (told and state.shown_card == before.shown_card):
        state = state.changed(shown_card=None)
    if before.rating is not None and state.rating == before.rating:
        state = state.changed(rating=None)
    return replace(turn, state=state)
