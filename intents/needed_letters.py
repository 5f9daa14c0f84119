"""What letters a pattern needs: of each set it needs one, alone or with the next, in any text it fits.

Looking for two letters in a text is much cheaper than searching it for a pattern. Pure.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from itertools import pairwise
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from intents.any_word import pairs_of

Needed = frozenset[str]
_MOST = 60
_TEXTS_KEPT = 8
_FIRST, _LAST = 0, -1
_WRAPPED = (codes.SUBPATTERN, codes.ATOMIC_GROUP)
_REPEATED = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def needed(pattern: re.Pattern[str]) -> Needed | None:
    """Letters and pairs of letters of which any text that fits holds one; None where nobody knows."""
    if pattern.flags & re.IGNORECASE:
        return None
    return _of_row(parser.parse(pattern.pattern, pattern.flags))


def _of_row(row: Iterable[tuple[Any, Any]]) -> Needed | None:
    """Of things in a row the one that is rarest in texts: pairs before letters, few before many."""
    known = [each for each in _parts(list(row)) if each is not None and len(each) <= _MOST]
    return min(known, key=_commonness, default=None)


def _parts(row: Sequence[tuple[Any, Any]]) -> Iterator[Needed | None]:
    for one, other in pairwise(row):
        ends, starts = _edge(one, _LAST), _edge(other, _FIRST)
        if ends is not None and starts is not None:
            yield frozenset(end + start for end in ends for start in starts)
    for code, value in row:
        yield _of_part(code, value)


def _of_part(code: Any, value: Any) -> Needed | None:
    if code is codes.LITERAL:
        return frozenset({chr(value)})
    if code is codes.BRANCH:
        return _of_either(_of_row(branch) for branch in value[1])
    if code is codes.IN:
        return _of_either(_of_part(*each) for each in value)
    if code in _WRAPPED:
        return _of_row(_within(code, value))
    if code in _REPEATED and value[0] > 0:
        return _of_row(value[2])
    return None


def _edge(part: tuple[Any, Any], which: int) -> Needed | None:
    """The letters with which a part may begin, or end; None where nobody knows."""
    code, value = part
    if code is codes.BRANCH:
        rows = list(value[1])
        return _of_either(_edge(row[which], which) if len(row) else None for row in rows)
    if code in _WRAPPED:
        row = _within(code, value)
        return _edge(row[which], which) if len(row) else None
    return _of_part(code, value) if code in (codes.LITERAL, codes.IN) else None


def _within(code: Any, value: Any) -> Any:
    """What a group holds; nothing where it does not mind capitals."""
    if code is not codes.SUBPATTERN:
        return value
    return [] if value[1] & re.IGNORECASE else value[-1]


def _of_either(branches: Iterable[Needed | None]) -> Needed | None:
    found = list(branches)
    known = [each for each in found if each is not None]
    return frozenset().union(*known) if found and len(known) == len(found) else None


def _commonness(letters: Needed) -> float:
    return sum(1.0 if len(each) == 1 else 0.05 for each in letters)


class PatternIndex:
    """Patterns by their numbers, each searched only where a text holds letters it needs."""

    def __init__(self, patterns: Iterable[re.Pattern[str]] = ()) -> None:
        self._patterns = list(patterns)
        self._fitting_lately = lru_cache(maxsize=_TEXTS_KEPT)(self._fitting)

    def numbered(self, patterns: Iterable[re.Pattern[str]]) -> range:
        """The numbers of patterns that are added; before the first text is read."""
        before = len(self._patterns)
        self._patterns.extend(patterns)
        return range(before, len(self._patterns))

    def may_fit(self, text: str) -> Set[int]:
        """The numbers of the patterns that may be found in the text."""
        return self._fitting_lately(text)

    def _fitting(self, text: str) -> frozenset[int]:
        index, always = self._by_needed
        found = index.keys() & pairs_of(text)
        return always.union(*(index[each] for each in found))

    def fitting(self, text: str) -> list[re.Pattern[str]]:
        """The patterns that may be found in the text, in their order."""
        return [self._patterns[number] for number in sorted(self.may_fit(text))]

    def among(self, numbers: range, fitting: Set[int]) -> list[re.Pattern[str]]:
        """Of a group the patterns that may fit."""
        return [self._patterns[number] for number in numbers if number in fitting]

    @cached_property
    def _by_needed(self) -> tuple[Mapping[str, set[int]], frozenset[int]]:
        """The patterns by what they need, and those of which nobody knows; made with the first
        text, so that a start is quick."""
        index: dict[str, set[int]] = {}
        always = set()
        for number, pattern in enumerate(self._patterns):
            needs = needed(pattern)
            if needs is None:
                always.add(number)
            for each in needs or ():
                index.setdefault(each, set()).add(number)
        return index, frozenset(always)
