"""Rows of digits as people write them: spaced, dashed, digit by digit, typed or read out."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class DigitRow:
    """A row of digits with the gaps between them.

    `at` is where each stands in the text, `apart` whether a gap is before it, `starts` whether a
    number may begin there: after a gap, or where another script begins.
    """

    row: str
    at: Sequence[int]
    apart: Sequence[bool]
    starts: Sequence[bool]
    ends: int

    def groups(self, first: int, count: int) -> tuple[int, ...]:
        """How the digits of a number are grouped: (3, 4, 4)."""
        breaks = [place for place in range(first + 1, first + count) if self.apart[place]]
        edges = [first, *breaks, first + count]
        return tuple(later - earlier for earlier, later in pairwise(edges))

    def is_whole(self, first: int, count: int) -> bool:
        """Whether a number of `count` digits begins and ends here, not within a longer one."""
        after = first + count
        if after > len(self.row) or not self.starts[first]:
            return False
        if after == len(self.row):
            return True
        return self.starts[after] and not each_apart(self.groups(first, count + 1))


def digit_row(folded: str, text: str, start: int, end: int) -> DigitRow:
    """The digits of text[start:end], where `folded` has each of them as 0-9."""
    at = [place for place in range(start, end) if folded[place] in "0123456789"]
    apart = [False, *(later - earlier > 1 for earlier, later in pairwise(at))]
    written = [_script(text[place]) for place in at]
    changes = [False, *(one != other for one, other in pairwise(written))]
    starts = [gap or change for gap, change in zip(apart, changes, strict=True)]
    starts[0] = True
    return DigitRow("".join(folded[place] for place in at), at, apart, starts, end)


def _script(letter: str) -> str:
    """Digits typed and digits read out: 第一138… is one number, not two digits more."""
    return "typed" if unicodedata.decimal(letter, None) is not None else "read out"


def each_apart(groups: tuple[int, ...]) -> bool:
    """Every digit by itself: 1 3 8 0 ..."""
    return set(groups) == {1}
