"""Money as exact fractions of yuan, shown half up to the fen."""

from fractions import Fraction
from typing import Any

Given = dict[str, Any]
Result = dict[str, Any]

PAID_DAYS = Fraction(2175, 100)
"""Paid days of a month (人社部发〔2025〕2号 二)."""


def number(value: Any) -> Fraction:
    """A figure of the input, exactly."""
    return Fraction(str(value))


def optional(given: Given, key: str) -> Fraction | None:
    """A figure that may be unknown."""
    return None if given.get(key) is None else number(given[key])


def shown(yuan: Fraction) -> str:
    """Half up to the fen, two decimals."""
    fen = (yuan * 200 + 1) // 2
    return f"{fen // 100}.{fen % 100:02d}"


def exact(yuan: Fraction) -> Result:
    """One amount, no doubt left."""
    return {"amount": shown(yuan)}


def between(one: Fraction, other: Fraction) -> Result:
    """Two readings: the lower and the higher; one amount where both are the same."""
    if shown(one) == shown(other):
        return exact(one)
    return {"amount": None, "low": shown(min(one, other)), "high": shown(max(one, other))}
