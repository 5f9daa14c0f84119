"""Finds the phone numbers in a text, so that a phone can dial them with one touch."""

import re
from collections.abc import Collection
from functools import lru_cache

EMERGENCY = ("110", "119", "120")
LANDLINE = r"0[0-9]{2,3}-[0-9]{7,8}"

Piece = tuple[str, str | None]
"""Words, and the number to dial where they are one."""


def pieces(text: str, numbers: Collection[str], units: str) -> tuple[Piece, ...]:
    """The text cut at its phone numbers; joined again it is the same text.

    `numbers` are the hotlines. Digits followed by one of the `units` (yuan, days ...) are an
    amount, never a number to dial.
    """
    found = _pattern(tuple(sorted({*numbers, *EMERGENCY})), units)
    parts = found.split(text)
    return tuple((part, part if at % 2 else None) for at, part in enumerate(parts) if part)


@lru_cache(maxsize=4)
def _pattern(numbers: tuple[str, ...], units: str) -> re.Pattern[str]:
    known = "|".join(map(re.escape, numbers))
    return re.compile(
        rf"(?<![0-9A-Za-z.,-])({LANDLINE}|{known})(?![0-9A-Za-z-]|[.,][0-9]|[{re.escape(units)}])"
    )
