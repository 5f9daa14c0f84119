"""The door: every text from outside passes `clean` once, before anything reads it."""

import unicodedata

LONGEST = 20_000

# Cc controls, Cf zero-width and bidirectional marks, Cs lone surrogates.
_UNWANTED = frozenset({"Cc", "Cf", "Cs"})


def clean(text: str) -> str:
    """Text that is safe to keep and to read: at most 20,000 characters, NFC, plain line feeds.

    NUL, control, zero-width and bidirectional characters and lone surrogates are dropped;
    tabs become spaces. Meaning, width and script are kept: extraction needs them.
    """
    lines = text[: 2 * LONGEST].replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = "".join(char for char in lines if char == "\n" or _wanted(char))
    return unicodedata.normalize("NFC", kept)[:LONGEST].strip()


def _wanted(char: str) -> bool:
    return unicodedata.category(char) not in _UNWANTED
