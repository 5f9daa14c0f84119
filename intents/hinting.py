"""What a learned hint of danger says of a message; light, so that a start need not load the rest."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hint:
    """The classes a message hints at, perhaps only faintly, and whether it surely, or beyond doubt,
    tells of no danger."""

    classes: frozenset[str] = frozenset()
    faint: bool = False
    surely_none: bool = False
    beyond_doubt: bool = False


ReadHint = Callable[[str], Hint]
"""From a message's letters to the hint."""
