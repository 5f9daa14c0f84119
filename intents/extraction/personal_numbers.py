"""Telephone, identity and bank card numbers in a worker's words, to be masked before they are kept.

Read in any writing: full width, spaced or dashed, read out digit by digit (一三八…), with +86.
A number that names a thing (订单号 …) is left alone, and so are amounts, dates and lists of them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from intents.extraction.digit_rows import DigitRow, digit_row
from intents.extraction.number_kinds import (
    FEWEST_DIGITS,
    Kind,
    NumberFound,
    NumberKinds,
    NumberWords,
)
from intents.extraction.patterns import either

_LOOKS_BACK = 12


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with marks in the place of numbers, and the kinds that were there, each once.

    `rest` is what else was said: without the marks and the words that name them, so that 身份证号 is
    not taken for what the message is about.
    """

    text: str
    rest: str
    kinds: tuple[Kind, ...] = ()


class PersonalNumbers:
    """Finds and masks them. Pure; share one between threads."""

    def __init__(self, words: NumberWords) -> None:
        self._words, self._kinds = words, NumberKinds(words)
        values = dict(zip(words.digits, words.values, strict=True))
        self._values = {ord(letter): value for letter, value in values.items()}
        gaps = re.escape(words.gaps) + "\ufe0f\u20e3"
        self._rows = re.compile(rf"[0-9](?:[{gaps}]{{0,3}}[0-9]){{{FEWEST_DIGITS - 1},}}")
        self._thing = re.compile(f"(?:{either(words.of_things)})[^0-9]{{0,3}}$")
        self._letters = re.compile(f"(?:^|[^A-Za-z0-9])(?:{either(words.letters_before)})$", re.I)
        self._code = re.compile(r"[A-Za-z0-9]$")
        marks, names = either(tuple(words.marks.values())), either(words.named_by)
        named = f"(?:(?:{names})[{words.links}]{{0,2}}){{0,4}}(?:{marks})"
        self._marked = re.compile(f"[{words.comma},\\s]*(?:{named}[{words.comma},\\s]*)+")

    def mask(self, text: str) -> Masked:
        """The text with marks; any text is safe, and most are given back as they are."""
        folded = "".join(map(self._digit, text))
        parts: list[str] = []
        kinds: dict[Kind, None] = {}
        done = 0
        for kind, start, end in self._spans(folded, text):
            parts += (text[done:start], self._words.marks[kind])
            kinds[kind], done = None, end
        if not kinds:
            return Masked(text, text)
        masked = "".join((*parts, text[done:]))
        return Masked(masked, self.beside(masked), tuple(kinds))

    def beside(self, masked: str) -> str:
        """What else a masked text says."""
        return self._marked.sub(self._words.comma, masked).strip(self._words.comma)

    def _digit(self, letter: str) -> str:
        if letter.isascii():
            return letter
        return self._values.get(ord(letter)) or str(unicodedata.digit(letter, letter))

    def _spans(self, folded: str, text: str) -> Iterator[tuple[Kind, int, int]]:
        for match in self._rows.finditer(folded):
            digits = digit_row(folded, text, match.start(), match.end())
            before = folded[max(0, match.start() - _LOOKS_BACK) : match.start()]
            first = 0
            while first < len(digits.row):
                found = self._at(digits, first, folded, before)
                if found is None:
                    first += 1
                    continue
                yield found.kind, *self._span(digits, found, folded)
                first += found.count

    def _span(self, digits: DigitRow, found: NumberFound, folded: str) -> tuple[int, int]:
        start = digits.at[found.first]
        if found.kind == "phone" and folded[start - 1 : start] == "+":
            start -= 1
        end = digits.at[found.first + found.count - 1] + 1
        if found.kind == "identity" and found.count == 17:
            end = self._kinds.check_letter_ends(folded, end) or end
        return start, end

    def _at(self, digits: DigitRow, first: int, folded: str, before: str) -> NumberFound | None:
        if not digits.starts[first]:
            return None
        if first == 0 and self._names_a_thing(before):
            return None
        return self._kinds.at(digits, first, folded, before)

    def _names_a_thing(self, before: str) -> bool:
        if self._thing.search(before):
            return True
        return bool(self._code.search(before)) and not self._letters.search(before)
