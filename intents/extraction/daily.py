"""What so much a time, so many times, makes: 一天150 干了22天 一分没给 is 3,300 yuan.

So do shifts, trips and lessons (一个班300 一共37个班), fines (200一个差评 扣了三个), and what is kept
back every month (每月扣200 扣了6个月). What was paid already is taken off.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from intents.extraction.found import Found
from intents.extraction.money import Sum
from intents.extraction.money_words import DailyWords
from intents.extraction.numerals import Numerals
from intents.extraction.patterns import compile_all

_LEAST, _MOST, _MOST_TIMES = 1, 3_000, 366
"""In yuan a time; and times."""
_SMALL, _MOST_SMALL = 20, 20_000
"""In yuan a piece; and pieces of that."""
_LEAST_DAY = 20
"""In yuan a day."""
_SHORT = 24
"""Who says no more than this in the middle of a talk tells what is owed (一天260，做了15天)."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A rate or a count, and what it is counted in, where that was said."""

    value: Decimal
    unit: str
    start: int
    end: int


class DailyReader:
    """Multiplies one rate by one count; with any other sum beside them it stays silent."""

    def __init__(self, words: DailyWords, numerals: Numerals) -> None:
        self._numerals = numerals
        self._yuan, self._digits = words.yuan, words.tenths
        self._rates, self._days = self._forms(words.rates), self._forms(words.days)
        self._pieces = [
            (self._forms(each.rates), self._forms(each.counts), re.compile(each.settled))
            for each in words.pieces
        ]
        self._owed, self._settled = re.compile(words.owed), re.compile(words.settled)
        self._half = re.compile(words.half)
        self._same = words.same

    def read(self, text: str, sums: Sequence[Sum], paid: Sequence[Sum] = ()) -> Found | None:
        """What is said to be owed; half of it where only half is (扣了一半)."""
        half = self._half.search(text)
        told = half or self._owed.search(text) or len(text) <= _SHORT
        if not told or self._settled.search(text):
            return None
        rates, days = self._numbers(self._rates, text), self._numbers(self._days, text)
        if any(rate.value < _LEAST_DAY for rate in rates):
            return None
        return _made(text, sums, paid, rates, days, 2 if half else 1)

    def pieces(self, text: str, sums: Sequence[Sum], paid: Sequence[Sum] = ()) -> Found | None:
        """As `read`, of what is counted in pieces, times or months."""
        owed = self._owed.search(text)
        for rate_forms, count_forms, settled in self._pieces if owed else ():
            rates = self._numbers(rate_forms, text)
            if not rates or settled.search(text):
                continue
            found = _made(text, sums, paid, rates, self._numbers(count_forms, text), 1)
            if found is not None:
                return found
        return None

    def _forms(self, forms: Sequence[str]) -> tuple[re.Pattern[str], ...]:
        number = (
            rf"(?<![0-9.{re.escape(self._numerals.characters)}])(?P<number>{self._numerals.token})"
        )
        tenth = rf"(?:[{self._yuan}](?P<tenth>[1-9{self._digits}])(?![0-9]))?"
        return compile_all(form.replace("{number}", number + tenth) for form in forms)

    def _numbers(self, forms: Sequence[re.Pattern[str]], text: str) -> tuple[_Number, ...]:
        """The numbers the forms find, each once."""
        found: dict[tuple[int, int], _Number] = {}
        for number in self._all(forms, text):
            found[number.start, number.end] = number
        return tuple(found.values())

    def _all(self, forms: Sequence[re.Pattern[str]], text: str) -> Iterator[_Number]:
        for form in forms:
            for match in form.finditer(text):
                value = self._numerals.read(match["number"])
                if value is not None:
                    value += (self._numerals.read(match["tenth"] or "") or Decimal(0)) / 10
                    unit = match.groupdict().get("unit") or ""
                    yield _Number(value, self._same.get(unit, unit), *match.span("number"))


def _made(
    text: str,
    sums: Sequence[Sum],
    paid: Sequence[Sum],
    rates: Sequence[_Number],
    counts: Sequence[_Number],
    share: int,
) -> Found | None:
    """One rate times one count of the same unit, less what was paid."""
    pairs = (
        {(each.value, each.unit) for each in rates},
        {(each.value, each.unit) for each in counts},
    )
    if any(len(each) != 1 for each in pairs):
        return None
    (rate, unit), (count, other) = pairs[0].pop(), pairs[1].pop()
    if unit != other or not _alone(sums, paid, rates):
        return None
    owed = rate * count / share - sum((each.value for each in paid), Decimal(0))
    most = _MOST_SMALL if rate <= _SMALL and unit else _MOST_TIMES
    if owed <= 0 or not (_LEAST <= rate <= _MOST and 1 <= count <= most):
        return None
    start = min(each.start for each in (*rates, *counts))
    end = max(each.end for each in (*rates, *counts))
    return Found(owed, text[start:end], start, end)


def _alone(sums: Sequence[Sum], paid: Sequence[Sum], rates: Sequence[_Number]) -> bool:
    """Whether no sum is told but the rate and what was paid."""
    return all(
        each in paid or any(each.start < rate.end and rate.start < each.end for rate in rates)
        for each in sums
    )
