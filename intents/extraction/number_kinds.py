"""What a personal number looks like: identity, bank card, telephone.

An identity number is told by its province and its date of birth, a card by how it begins and its
check digit (Luhn), a telephone number by how it begins and how it is grouped.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, model_validator

from intents.extraction.digit_rows import DigitRow, each_apart
from intents.extraction.patterns import either
from knowledge.schemas import Shape

Kind = Literal["identity", "bank_card", "phone"]
Words = Annotated[tuple[str, ...], Field(min_length=1)]

FEWEST_DIGITS = 11
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
class NumberFound:
    """`count` digits of a row from the digit `first` on."""

    kind: Kind
    first: int
    count: int


class NumberKinds:
    """Tells what kind of personal number begins at a digit of a row."""

    def __init__(self, words: NumberWords) -> None:
        self._words = words
        self._check = re.compile(rf"[{re.escape(words.gaps)}]{{0,2}}[{words.check_letters}]")
        self._card = re.compile(either(words.of_cards))
        self._groups = frozenset(words.phone_groups)

    def at(self, digits: DigitRow, first: int, folded: str, before: str) -> NumberFound | None:
        """The number that begins there, in a row with the words `before` it; None for no such."""
        return (
            self._identity(digits, first, folded)
            or self._bank_card(digits, first, before)
            or self._phone(digits, first)
        )

    def check_letter_ends(self, folded: str, end: int) -> int | None:
        """Where the check letter of an identity number ends that may stand at `end`."""
        letter = self._check.match(folded, end)
        return letter.end() if letter else None

    def _identity(self, digits: DigitRow, first: int, folded: str) -> NumberFound | None:
        row = digits.row
        if row[first : first + 2] not in self._words.provinces:
            return None
        if digits.is_whole(first, 18) and _is_birthday(row[first + 6 : first + 14]):
            return NumberFound("identity", first, 18)
        if digits.is_whole(first, 17) and _is_birthday(row[first + 6 : first + 14]):
            letter_ends = self.check_letter_ends(folded, digits.at[first + 16] + 1)
            return NumberFound("identity", first, 17) if letter_ends else None
        is_short = digits.is_whole(first, 15) and _is_birthday(f"19{row[first + 6 : first + 12]}")
        groups = digits.groups(first, 15) if is_short else ()
        if is_short and (len(groups) <= 3 or groups[0] == 6 or each_apart(groups)):
            return NumberFound("identity", first, 15)
        return None

    def _bank_card(self, digits: DigitRow, first: int, before: str) -> NumberFound | None:
        vouched = self._card.search(before) is not None
        fits = [
            count
            for count in (19, 18, 17, 16)
            if digits.is_whole(first, count) and self._is_card(digits, first, count, vouched)
        ]
        checked = [count for count in fits if _luhn(digits.row[first : first + count])]
        return NumberFound("bank_card", first, (checked or fits)[0]) if fits else None

    def _is_card(self, digits: DigitRow, first: int, count: int, vouched: bool) -> bool:
        number, groups = digits.row[first : first + count], digits.groups(first, count)
        if not (each_apart(groups) or min(groups[:-1], default=4) >= 3):
            return False
        if vouched or _is_list_of_sums(number, groups):
            return vouched
        if number.startswith(self._words.union_pay):
            return True
        return number.startswith(self._words.card_starts) and _luhn(number)

    def _phone(self, digits: DigitRow, first: int) -> NumberFound | None:
        for code in ("", *_COUNTRY):
            begin, count = first + len(code), len(code) + FEWEST_DIGITS
            number = digits.row[begin : begin + FEWEST_DIGITS]
            if not digits.row.startswith(code, first) or not digits.is_whole(first, count):
                continue
            groups = digits.groups(begin, FEWEST_DIGITS)
            is_mobile = number[0] == "1" and number[1] in "3456789"
            if is_mobile and (groups in self._groups or each_apart(groups)):
                return NumberFound("phone", first, count)
        return None


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
