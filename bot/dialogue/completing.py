"""What a turn says beside what it met: what was told is said back, what presses goes first, what else was asked or
meant is answered, what is felt is met. Each adds at most a line or a reply, in this order."""

from collections.abc import Callable

from bot.dialogue.answers import briefly, clauses, implied, moves, repeating, unsigned
from bot.dialogue.calculation import unasked
from bot.dialogue.care import feelings, urgency, worrying
from bot.dialogue.content import Scene
from bot.dialogue.interview import kept_beside
from bot.dialogue.onward import papers
from bot.dialogue.state import DialogueState
from bot.dialogue.told import demands, protected
from bot.dialogue.turn import Turn

Completing = Callable[[DialogueState, Turn, str, Scene], Turn]
"""From the state before, the turn so far and the words to the turn with more."""
_IN_ORDER: tuple[Completing, ...] = (
    repeating.new_only,
    kept_beside.kept,
    urgency.put_first,
    papers.made_too,
    demands.beside_story,
    unsigned.beside_story,
    clauses.answered,
    implied.beside_remark,
    unasked.led,
    feelings.met,
)


def completed(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """The whole turn; a worry is asked about only where nothing pressing was told and the words are no ordinary
    ones."""
    for completing in _IN_ORDER:
        turn = completing(before, turn, text, scene)
    turn = briefly.shortened(protected.named(before, turn, scene), text, scene)
    if turn.state.pressing != before.pressing:
        return turn
    worries = worrying.worry(before, turn, text, scene)
    return turn.after(*worries) if worries and not moves.is_ordinary(before, text, scene) else turn
