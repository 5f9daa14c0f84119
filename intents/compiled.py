"""Patterns of the word lists, each compiled once, when it is first needed.

`re` itself keeps 512; there are more, and one turn asks for hundreds of them.
"""

import re
from collections.abc import Mapping
from functools import cache


@cache
def compiled(source: str) -> re.Pattern[str]:
    """The pattern; re.error when it is none. For sources that we wrote, never for what a user says."""
    return re.compile(source)


@cache
def with_piece(source: str, name: str, piece: str) -> str:
    """The source with a piece in place of a name, made once: a new text would be hashed at each use."""
    return source.replace(name, piece)


def filled(source: str, name: str, piece: str) -> re.Pattern[str]:
    """The pattern of it."""
    return compiled(with_piece(source, name, piece))


def whole_clauses(lead: str, tail: str, said: Mapping[str, str]) -> Mapping[str, re.Pattern[str]]:
    """A pattern by name for clauses that say nothing else, but for words that may stand before and after."""
    return {name: re.compile(f"(?:{lead})*(?:{words})(?:{tail})*") for name, words in said.items()}
