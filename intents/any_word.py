"""Any of some words in a text. Pure."""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

_TEXTS_KEPT = 32
"""One turn looks at its message, and at its parts, many times."""


@dataclass(frozen=True)
class AnyWord:
    """Words of which any may stand in a text; none where there are no words."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[str]) -> "AnyWord":
        """The words once each, the longest first, the empty one left out."""
        return cls(tuple(sorted(set(words) - {""}, key=_by_length)))

    @cached_property
    def openings(self) -> frozenset[str]:
        """The first two letters of each word, or its only one."""
        return frozenset(word[:2] for word in self.words)

    def may_stand_in(self, pairs: Set[str]) -> bool:
        """Whether a word may stand in the text of these `pairs` (pairs_of): cheaper than to look."""
        return not self.openings.isdisjoint(pairs)

    def stands_in(self, text: str) -> bool:
        """Whether one of the words stands in the text."""
        return any(word in text for word in self.words)

    def ends(self, text: str) -> bool:
        """Whether the text ends with one of the words."""
        return text.endswith(self.words)

    def struck_from(self, text: str) -> str:
        """The text with a line break in place of each of the words."""
        return self._pattern.sub("\n", text)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self.alternatives)

    @property
    def alternatives(self) -> str:
        """The words as a pattern."""
        return f"(?:{'|'.join(map(re.escape, self.words))})" if self.words else "(?!)"


@dataclass(frozen=True)
class NearWords:
    """One word of each list in a row, at most `within` characters between two of them."""

    lists: tuple[AnyWord, ...]
    within: int

    @property
    def openings(self) -> frozenset[str]:
        """One of these is among the pairs of any text in which the row stands."""
        return self.lists[0].openings if self.lists else frozenset()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled at its first use: a start would wait for hundreds."""
        return re.compile(f".{{0,{self.within}}}?".join(each.alternatives for each in self.lists))


@lru_cache(maxsize=_TEXTS_KEPT)
def pairs_of(text: str) -> frozenset[str]:
    """The letters of a text, alone and two by two."""
    return frozenset((*text, *map("".join, pairwise(text))))


def _by_length(word: str) -> tuple[int, str]:
    return -len(word), word
