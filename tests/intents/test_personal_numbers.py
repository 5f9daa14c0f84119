"""Numbers that tell who somebody is are masked in any writing, and other numbers are left alone."""

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.extraction.number_kinds import NumberWords
from intents.extraction.personal_numbers import PersonalNumbers
from intents.normalize import clean
from knowledge.strict_yaml import read_yaml
from knowledge.typed_yaml import typed
from tests.intents.examples import example_file

WORDS = Path(__file__).resolve().parents[2] / "intents" / "word_lists" / "personal_numbers.yaml"
FILE = example_file("personal_numbers.yaml")
COUNT = 2_000
RECALL, FALSE = 0.99, 0.0
"""The promise of two thousand invented numbers each."""

Write = Callable[[random.Random, str], str]


@cache
def numbers() -> PersonalNumbers:
    return PersonalNumbers(typed(read_yaml(WORDS, WORDS.name), NumberWords))


def identity(dice: random.Random) -> str:
    """Eighteen digits with their check letter, or fifteen as before 1999."""
    province = dice.choice(("11", "13", "32", "36", "41", "42", "43", "44", "51", "53", "61", "65"))
    county = f"{province}{dice.randrange(1, 30):02}{dice.randrange(1, 30):02}"
    year, month, day = dice.randrange(1950, 2009), dice.randrange(1, 13), dice.randrange(1, 29)
    order = f"{dice.randrange(1000):03}"
    if dice.random() < 0.2:
        return f"{county}{year % 100:02}{month:02}{day:02}{order}"
    row = f"{county}{year}{month:02}{day:02}{order}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    rest = sum(int(digit) * weight for digit, weight in zip(row, weights, strict=True)) % 11
    return row + "10X98765432"[rest]


def mobile(dice: random.Random) -> str:
    return f"1{dice.choice('3456789')}{dice.randrange(10**9):09}"


def bank_card(dice: random.Random) -> str:
    """Sixteen to nineteen digits; the last one checks the others (Luhn)."""
    start = dice.choice(("62", "62", "62", "4", "5" + dice.choice("12345")))
    length = dice.choice((16, 17, 18, 19)) if start == "62" else 16
    row = start + "".join(dice.choice("0123456789") for _ in range(length - 1 - len(start)))
    total = sum(sum(divmod(int(digit) * (2 - at % 2), 10)) for at, digit in enumerate(row[::-1]))
    return row + str(-total % 10)


def grouped(*sizes: int, between: str = " ") -> Write:
    def write(_dice: random.Random, number: str) -> str:
        parts: list[str] = []
        rest = number
        for size in sizes:
            parts, rest = [*parts, rest[:size]], rest[size:]
        return between.join(part for part in (*parts, rest) if part)

    return write


def plain(_dice: random.Random, number: str) -> str:
    return number


def full_width(_dice: random.Random, number: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) for letter in number)


def read_out(dice: random.Random, number: str) -> str:
    one = dice.choice(FILE["ones"])
    spoken = str.maketrans(dict(zip("0123456789", FILE["spoken"], strict=True)) | {"1": one})
    return number.translate(spoken)


def half_read_out(dice: random.Random, number: str) -> str:
    cut = dice.randrange(2, len(number) - 2)
    return read_out(dice, number[:cut]) + number[cut:]


def with_country(dice: random.Random, number: str) -> str:
    return dice.choice(("+86", "+86 ", "86-", "0086", "+86-")) + number


def apart(dice: random.Random, number: str) -> str:
    return dice.choice((" ", "-", ".", FILE["comma"])).join(number)


def small_letter(_dice: random.Random, number: str) -> str:
    return number.lower()


IDENTITY_WAYS = (plain, full_width, grouped(6, 8), grouped(6, 4, 4), apart, read_out, small_letter)
PHONE_WAYS = (
    plain,
    grouped(3, 4),
    grouped(3, 4, between="-"),
    grouped(3, 4, between="."),
    grouped(3, 3),
    grouped(4, 3),
    full_width,
    with_country,
    read_out,
    half_read_out,
    apart,
)
CARD_WAYS = (
    plain,
    grouped(4, 4, 4, 4),
    grouped(4, 4, 4, 4, between="-"),
    grouped(6),
    full_width,
    apart,
    read_out,
)
KINDS: dict[str, tuple[Callable[[random.Random], str], tuple[Write, ...]]] = {
    "identity": (identity, IDENTITY_WAYS),
    "phone": (mobile, PHONE_WAYS),
    "bank_card": (bank_card, CARD_WAYS),
}


def synthetic(dice: random.Random) -> tuple[str, str]:
    """A kind, and a sentence with a number of it written in one of its ways."""
    kind = dice.choice(tuple(KINDS))
    invent, ways = KINDS[kind]
    written = dice.choice(ways)(dice, invent(dice))
    return kind, dice.choice(FILE["around"]).replace("NUMBER", written)


def ordinary(dice: random.Random) -> str:
    """A sentence with amounts, dates, hours, or the number of a thing."""
    text: str = dice.choice(FILE["ordinary"])
    while "#" in text:
        text = text.replace("#", str(dice.randrange(10)), 1)
    return text


def test_two_thousand_personal_numbers_are_masked_and_named() -> None:
    dice = random.Random(20261122)
    missed = []
    for _ in range(COUNT):
        kind, text = synthetic(dice)
        masked = numbers().mask(clean(text))
        if masked.kinds != (kind,) or any(digit in masked.text for digit in "0123456789"):
            missed.append((kind, text, masked.text))
    assert len(missed) <= (1 - RECALL) * COUNT, missed[:20]


def test_amounts_dates_and_numbers_of_things_are_left_alone() -> None:
    dice = random.Random(20261122)
    texts = [clean(ordinary(dice)) for _ in range(COUNT)]
    wrong = [text for text in texts if numbers().mask(text).kinds]
    assert len(wrong) <= FALSE * COUNT, wrong[:20]


@pytest.mark.parametrize("line", FILE["masked"], ids=lambda line: line["say"][:16])
def test_a_number_gives_way_to_its_mark(line: dict[str, str]) -> None:
    assert numbers().mask(line["say"]).text == line["reads"]


@given(st.text(max_size=300))
def test_any_text_is_safe_and_masking_twice_changes_nothing(text: str) -> None:
    masked = numbers().mask(clean(text))
    assert numbers().mask(masked.text).kinds == ()


@pytest.mark.parametrize("text", ["1" * 20_000, "1 3" * 6_000, "一" * 20_000])
def test_any_length_is_read(text: str) -> None:
    assert len(numbers().mask(text).text) <= len(text)
