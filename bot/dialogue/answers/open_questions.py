"""Questions not answered well, noted for the editors who make phrases and entries.

Only what was asked in the open is ever noted: no words near danger, no commands, no answers to
questions of an intake, nothing once there is a case.
"""

from bot.dialogue.effects import NoteQuestion
from bot.dialogue.state import DialogueState

LONGEST = 300
SHORTEST = 4
"""Characters: shorter messages (嗯, 你好) teach nothing."""

_OVER = frozenset({"closed", "withdrawn"})


def asking(state: DialogueState, text: str, *, near_danger: bool) -> DialogueState:
    """Remember the question now being answered, where it may be noted at all."""
    kept = "" if near_danger or _in_case(state) or len(text) < SHORTEST else text[:LONGEST]
    return state.changed(question=kept)


def note(
    state: DialogueState, reason: str, entry_id: str | None = None
) -> tuple[NoteQuestion, ...]:
    """The effect that notes the question being answered; none where none is remembered."""
    if not state.question or _in_case(state):
        return ()
    return (NoteQuestion(state.question, reason, entry_id),)


def _in_case(state: DialogueState) -> bool:
    return state.case_number is not None and state.case_status not in _OVER
