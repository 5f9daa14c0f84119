"""Sums as they are said, and the clauses they stand in."""

from decimal import Decimal

from bot.dialogue.content import Scene

LEAST = Decimal(10)
"""Yuan: smaller numbers are no sum of money."""


def yuan(said: str, scene: Scene) -> Decimal | None:
    """The sum of money, in yuan; None where it is none or too small for one."""
    value = scene.content.extractor.money.bare(said)
    return value if value is not None and value >= LEAST else None


def clauses(text: str) -> list[str]:
    """The parts of a text between its stops and blanks."""
    for stop in "，。；;、！!,":
        text = text.replace(stop, " ")
    return text.split()
