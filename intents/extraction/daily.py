"""What so many days at so much a day make: 一天150 干了22天 一分没给 is 3,300 yuan."""

import re
from collections.abc import Sequence
from decimal import Decimal

from intents.extraction.found import Found
from intents.extraction.money import Sum
from intents.extraction.numerals import Numerals
from intents.extraction.patterns import compile_all
from intents.extraction.word_lists import DailyWords

_LEAST, _MOST, _MOST_DAYS = 20, 3_000, 366
"""In yuan a day; and days."""
_SHORT = 24
"""Who says no more than this in the middle of a talk tells what is owed (一天260，做了15天)."""


class DailyReader:
    """Multiplies one rate by one number of days; with any other sum beside them it stays silent."""

    def __init__(self, words: DailyWords, numerals: Numerals) -> None:
        self._numerals = numerals
        number = rf"(?<![0-9.{re.escape(numerals.characters)}])(?P<number>{numerals.token})"
        self._rates = compile_all(rate.replace("{number}", number) for rate in words.rates)
        self._days = compile_all(days.replace("{number}", number) for days in words.days)
        self._owed, self._settled = re.compile(words.owed), re.compile(words.settled)
        self._half = re.compile(words.half)

    def read(self, text: str, sums: Sequence[Sum]) -> Found | None:
        """What is said to be owed; half of it where only half is (扣了一半)."""
        half = self._half.search(text)
        told = half or self._owed.search(text) or len(text) <= _SHORT
        if not told or self._settled.search(text):
            return None
        rates, days = self._numbers(self._rates, text), self._numbers(self._days, text)
        if len(set(rates.values())) != 1 or len(set(days.values())) != 1:
            return None
        if not self._alone(sums, rates):
            return None
        rate, count = next(iter(rates.values())), next(iter(days.values()))
        if not (_LEAST <= rate <= _MOST and 1 <= count <= _MOST_DAYS):
            return None
        start, end = min(*rates, *days)[0], max(*rates, *days, key=_end)[1]
        return Found(rate * count / (2 if half else 1), text[start:end], start, end)

    def _numbers(
        self, forms: Sequence[re.Pattern[str]], text: str
    ) -> dict[tuple[int, int], Decimal]:
        """The numbers the forms find, by where they stand."""
        found = {}
        for form in forms:
            for match in form.finditer(text):
                number = self._numerals.read(match["number"])
                if number is not None:
                    found[match.span("number")] = number
        return found

    def _alone(self, sums: Sequence[Sum], rates: dict[tuple[int, int], Decimal]) -> bool:
        return all(
            any(each.start < end and start < each.end for start, end in rates) for each in sums
        )


def _end(span: tuple[int, int]) -> int:
    return span[1]
