"""Sums in yuan: exact decimals, rounded once, at the end, half up to the fen."""

from decimal import ROUND_HALF_UP, Decimal

FEN = Decimal("0.01")


def to_fen(sum_: Decimal) -> Decimal:
    """The sum rounded half up to the fen."""
    return sum_.quantize(FEN, ROUND_HALF_UP)


def in_fen(sum_: Decimal) -> str:
    """The sum as the batch interface writes it: `8000.00`."""
    return f"{to_fen(sum_):.2f}"


def plain(number: Decimal) -> str:
    """The number without idle zeros: 2.50 -> 2.5, 40000.00 -> 40000."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
