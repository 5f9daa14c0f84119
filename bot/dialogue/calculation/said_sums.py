"""Sums as they are said and shown, and the clauses they stand in."""

from decimal import Decimal

from bot.dialogue.content import Scene

LEAST = Decimal(10)
"""Yuan: smaller numbers are no sum of money."""


def yuan(said: str, scene: Scene) -> Decimal | None:
    value = scene.content.extractor.money.bare(said)
    return value if value is not None and value >= LEAST else None


def short(amount: str) -> str:
    return amount.rstrip("0").rstrip(".") if "." in amount else amount


def clauses(text: str) -> list[str]:
    for stop in "，。；;、！!,":
        text = text.replace(stop, " ")
    return text.split()
