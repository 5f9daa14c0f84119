"""A question put twice in vain is left for later, whatever was said instead of an answer."""

from dataclasses import replace

from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

REGION, COUNTY = "region", "county"
MOST = 2
"""How often one question is put; the place is asked again when an organization is sought."""
_ANSWERED_BY = (":skip", ":answer:", ":region:")
"""Buttons that stand below a question."""


def let_go(state: DialogueState) -> DialogueState:
    """The state in which the open question may be left; an answer to it still counts."""
    name = _name(state)
    if name is None or state.put_times < MOST or name in state.skipped:
        return state
    return state.changed(skipped=(*state.skipped, name), put_times=0, misread=0)


def counted(before: DialogueState, turn: Turn) -> Turn:
    """The turn with how often the open question was put so far."""
    after, name = turn.state, _name(turn.state)
    if name is None:
        times = 0
    elif name != _name(before):
        after, times = after.changed(misread=0), 1
    else:
        times = before.put_times + any(map(_asks, turn.replies))
    return replace(turn, state=after.changed(put_times=times))


def _name(state: DialogueState) -> str | None:
    """What is asked: a county where the city is known; None where nothing is."""
    if state.stage != "intake" or (state.calculation and state.calculation.asking):
        return None
    known = state.asking == REGION and REGION in state.answers
    return COUNTY if known else state.asking


def _asks(reply: Reply) -> bool:
    return reply.asks_place or any(
        sign in choice.id for choice in reply.choices for sign in _ANSWERED_BY
    )
