"""What a whole message is up to (where to go, how much, later ...). Pure."""

import re
from collections.abc import Mapping

from intents.intake_form import IntakeShape
from intents.needed_letters import PatternIndex
from intents.relating import EDGES

_AT_THE_EDGES = re.compile(f"[{EDGES}]")


class Move(IntakeShape):
    """What a short message is up to: a pattern of the whole, of at most `longest` characters."""

    longest: int
    said: str


class MoveFinder:
    """Finds the first of the moves that a whole message is."""

    def __init__(self, moves: Mapping[str, Move]) -> None:
        self._moves = [(name, move.longest, re.compile(move.said)) for name, move in moves.items()]
        self._index = PatternIndex(said for _, _, said in self._moves)

    def named(self, text: str) -> str | None:
        """The name of the move, if it is one."""
        said = "".join(text.split()).strip(EDGES)
        bare = _AT_THE_EDGES.sub("", said)
        fitting = self._index.may_fit(bare)
        for number, (name, longest, pattern) in enumerate(self._moves):
            if number in fitting and len(said) <= longest and pattern.fullmatch(bare):
                return name
        return None
