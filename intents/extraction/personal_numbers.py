"""Telephone, identity and bank card numbers in a worker's words, to be masked before they are kept.

Read in any writing: full width, spaced or dashed, read out digit by digit (一三八…), with +86.
An identity number is told by its province and its date of birth, a card by how it begins and its
check digit (Luhn), a telephone number by how it begins and how it is grouped. A number that names a
thing (订单号 …) is left alone, and so are amounts, dates and lists of them.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, model_validator

from knowledge.schemas import Shape

Kind = Literal["identity", "bank_card", "phone"]
Words = Annotated[tuple[str, ...], Field(min_length=1)]

_FEWEST = 11
_LOOKS_BACK = 12
_YEARS = range(1900, 2100)
_COUNTRY = ("0086", "86")


class NumberWords(Shape):
    """word_lists/personal_numbers.yaml."""

    marks: dict[Kind, str]
    digits: str
    values: str
    check_letters: str
    gaps: str
    comma: str
    links: str
    of_things: Words
    letters_before: Words
    of_cards: Words
    named_by: Words
    provinces: Words
    phone_groups: Annotated[tuple[tuple[int, ...], ...], Field(min_length=1)]
    union_pay: Words
    card_starts: Words

    @model_validator(mode="after")
    def _parallel(self) -> "NumberWords":
        if len(self.digits) != len(self.values):
            raise ValueError("digits and values must have as many characters")
        return self


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with marks in the place of numbers, and the kinds that were there, each once.

    `rest` is what else was said: without the marks and the words that name them, so that 身份证号 is
    not taken for what the message is about.
    """

    text: str
    rest: str
    kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class _Digits:
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
        return self.starts[after] and not _apart(self.groups(first, count + 1))


@dataclass(frozen=True, slots=True)
class _Found:
    kind: Kind
    first: int
    count: int


class PersonalNumbers:
    """Finds and masks them. Pure; share one between threads."""

    def __init__(self, words: NumberWords) -> None:
        self._words = words
        values = dict(zip(words.digits, words.values, strict=True))
        self._values = {ord(letter): value for letter, value in values.items()}
        gaps = re.escape(words.gaps) + "\ufe0f\u20e3"
        self._rows = re.compile(rf"[0-9](?:[{gaps}]{{0,3}}[0-9]){{{_FEWEST - 1},}}")
        self._check = re.compile(rf"[{re.escape(words.gaps)}]{{0,2}}[{words.check_letters}]")
        self._thing = re.compile(f"(?:{_choice(words.of_things)})[^0-9]{{0,3}}$")
        self._card = re.compile(_choice(words.of_cards))
        self._letters = re.compile(f"(?:^|[^A-Za-z0-9])(?:{_choice(words.letters_before)})$", re.I)
        self._code = re.compile(r"[A-Za-z0-9]$")
        marks = _choice(tuple(words.marks.values()))
        marks, names = _choice(tuple(words.marks.values())), _choice(words.named_by)
        named = f"(?:(?:{names})[{words.links}]{{0,2}}){{0,4}}(?:{marks})"
        self._marked = re.compile(f"[{words.comma},\\s]*(?:{named}[{words.comma},\\s]*)+")
        self._groups = frozenset(words.phone_groups)

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
            digits = _digits(folded, text, match.start(), match.end())
            before = folded[max(0, match.start() - _LOOKS_BACK) : match.start()]
            first = 0
            while first < len(digits.row):
                found = self._at(digits, first, folded, before)
                if found is None:
                    first += 1
                    continue
                yield found.kind, *self._span(digits, found, folded)
                first += found.count

    def _span(self, digits: _Digits, found: _Found, folded: str) -> tuple[int, int]:
        start = digits.at[found.first]
        if found.kind == "phone" and folded[start - 1 : start] == "+":
            start -= 1
        end = digits.at[found.first + found.count - 1] + 1
        letter = self._check.match(folded, end) if found.kind == "identity" else None
        return start, letter.end() if letter and found.count == 17 else end

    def _at(self, digits: _Digits, first: int, folded: str, before: str) -> _Found | None:
        if not digits.starts[first]:
            return None
        if first == 0 and self._names_a_thing(before):
            return None
        return (
            self._identity(digits, first, folded)
            or self._bank_card(digits, first, before)
            or self._phone(digits, first)
        )

    def _names_a_thing(self, before: str) -> bool:
        if self._thing.search(before):
            return True
        return bool(self._code.search(before)) and not self._letters.search(before)

    def _identity(self, digits: _Digits, first: int, folded: str) -> _Found | None:
        row = digits.row
        if row[first : first + 2] not in self._words.provinces:
            return None
        if digits.is_whole(first, 18) and _is_birthday(row[first + 6 : first + 14]):
            return _Found("identity", first, 18)
        if digits.is_whole(first, 17) and _is_birthday(row[first + 6 : first + 14]):
            letter = self._check.match(folded, digits.at[first + 16] + 1)
            return _Found("identity", first, 17) if letter else None
        is_short = digits.is_whole(first, 15) and _is_birthday(f"19{row[first + 6 : first + 12]}")
        groups = digits.groups(first, 15) if is_short else ()
        if is_short and (len(groups) <= 3 or groups[0] == 6 or _apart(groups)):
            return _Found("identity", first, 15)
        return None

    def _bank_card(self, digits: _Digits, first: int, before: str) -> _Found | None:
        vouched = self._card.search(before) is not None
        fits = [
            count
            for count in (19, 18, 17, 16)
            if digits.is_whole(first, count) and self._is_card(digits, first, count, vouched)
        ]
        checked = [count for count in fits if _luhn(digits.row[first : first + count])]
        return _Found("bank_card", first, (checked or fits)[0]) if fits else None

    def _is_card(self, digits: _Digits, first: int, count: int, vouched: bool) -> bool:
        number, groups = digits.row[first : first + count], digits.groups(first, count)
        if not (_apart(groups) or min(groups[:-1], default=4) >= 3):
            return False
        if vouched or _is_list_of_sums(number, groups):
            return vouched
        if number.startswith(self._words.union_pay):
            return True
        return number.startswith(self._words.card_starts) and _luhn(number)

    def _phone(self, digits: _Digits, first: int) -> _Found | None:
        for code in ("", *_COUNTRY):
            begin, count = first + len(code), len(code) + _FEWEST
            number = digits.row[begin : begin + _FEWEST]
            if not digits.row.startswith(code, first) or not digits.is_whole(first, count):
                continue
            groups = digits.groups(begin, _FEWEST)
            is_mobile = number[0] == "1" and number[1] in "3456789"
            if is_mobile and (groups in self._groups or _apart(groups)):
                return _Found("phone", first, count)
        return None


def _digits(folded: str, text: str, start: int, end: int) -> _Digits:
    at = [place for place in range(start, end) if folded[place] in "0123456789"]
    apart = [False, *(later - earlier > 1 for earlier, later in pairwise(at))]
    written = [_script(text[place]) for place in at]
    changes = [False, *(one != other for one, other in pairwise(written))]
    starts = [gap or change for gap, change in zip(apart, changes, strict=True)]
    starts[0] = True
    return _Digits("".join(folded[place] for place in at), at, apart, starts, end)


def _script(letter: str) -> str:
    """Digits typed and digits read out: 第一138… is one number, not two digits more."""
    return "typed" if unicodedata.decimal(letter, None) is not None else "read out"


def _choice(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _apart(groups: tuple[int, ...]) -> bool:
    """Every digit by itself: 1 3 8 0 ..."""
    return set(groups) == {1}


def _is_birthday(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    return year in _YEARS and 1 <= month <= 12 and 1 <= day <= 31


def _luhn(number: str) -> bool:
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2])
    return (sum(map(int, number[-1::-2])) + sum(doubled)) % 10 == 0


def _is_list_of_sums(number: str, groups: tuple[int, ...]) -> bool:
    """6200 6350 6510 6400: sums of money, most of them round and none beginning with 0."""
    if len(groups) < 3:
        return False
    edges = [sum(groups[:place]) for place in range(len(groups) + 1)]
    parts = [number[one:other] for one, other in pairwise(edges)]
    return sum(part.endswith("0") for part in parts) >= 3 and not any(
        part.startswith("0") for part in parts
    )
