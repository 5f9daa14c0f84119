"""Sums of money in a sentence, in yuan; never telephone numbers, years, counts or ranges."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from intents.extraction.found import Mention, covering
from intents.extraction.money_words import MoneyWords
from intents.extraction.numerals import Numerals
from intents.extraction.patterns import either
from intents.extraction.word_lists import NumeralWords

_MOST = Decimal(1_000_000_000)
_LONGEST_BARE = 6
_MENTIONS = 40
_CLAUSE = 16


@dataclass(frozen=True, slots=True)
class Sum(Mention[Decimal]):
    """A sum; `sure` when a unit or sign says that it is money."""

    sure: bool


class MoneyReader:
    """Finds sums; reads a bare number as a sum when it answers a question for one."""

    def __init__(self, words: MoneyWords, numbers: NumeralWords, numerals: Numerals) -> None:
        self._numerals = numerals
        self._lines, self._short_lines = frozenset(words.lines), frozenset(words.short_lines)
        self._call_before = re.compile(words.call_before)
        self._together = re.compile(words.together)
        unit, sign = either(words.units), f"[{re.escape(words.signs)}]"
        rough, vague = either(numbers.rough_after), either(numbers.unknown_after)
        counted = f"[0-9{re.escape(numbers.digits + numbers.units)}]"
        digit = f"[0-9{re.escape(numbers.digits)}]"
        self._pattern = re.compile(
            rf"(?P<number>{numerals.token})(?!(?<={counted}{numbers.one})[{words.after_one}])"
            rf"(?P<vague>{vague})?"
            rf"(?:(?:{rough})(?P<scale>[{re.escape(numbers.units[1:4])}])?)?"
            rf"(?:\s?(?P<unit>{unit})(?P<tenth>{digit}(?={words.after_tenth}))?)?"
        )
        self._sign = re.compile(rf"{sign}\s?\Z")
        latin = either(measure for measure in words.measures if measure.isascii())
        self._measure = re.compile(
            rf"(?!{words.not_measures})(?:{rough})?(?:{either(words.measures)})|\s(?:{latin})"
        )
        self._unknown_before = frozenset(numbers.unknown_before)
        marks = re.escape(numbers.range_marks)
        self._range_before = re.compile(
            rf"(?:[0-9{re.escape(numerals.characters)}]|{unit})\s?[{marks}]\s?\Z"
        )
        self._range_after = re.compile(
            rf"\s?[{marks}]\s?{sign}?{numerals.token}(?!{either(words.date_marks)})"
        )
        self._glued_before = re.compile(rf"[a-zA-Z0-9./:_#@{re.escape(words.ordinal)}-]")
        self._pieces_before = re.compile(words.pieces_before)
        self._pieces_not_after = re.compile(words.pieces_not_after)
        self._large = re.compile(f"[{re.escape(numbers.units[1:])}]|[{''.join(numbers.letters)}]")

    def find(self, text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[Sum, ...]:
        """The sums in order; `taken` spans (dates, lengths of time) hold none."""
        found: list[Sum] = []
        together = (match.span() for match in self._together.finditer(text))
        past, covered = 0, covering(text, [*taken, *together])
        for start in self._numerals.starts(text):
            match = self._pattern.match(text, start) if start >= past else None
            if match is None or 1 in covered[match.start() : match.end()]:
                continue
            past = match.end()
            if (mention := self._sum(text, match)) is not None:
                found.append(mention)
            if len(found) == _MENTIONS:
                break
        return tuple(found)

    def bare(self, text: str) -> Decimal | None:
        """The one sum of an answer that may be a plain number: 800, 八百, 一万二."""
        sums = {mention.value for mention in self.find(text)}
        if len(sums) == 1:
            return sums.pop()
        if sums:
            return None
        value = self._numerals.read(text.strip())
        return value if value is not None and 0 < value <= _MOST else None

    def _sum(self, text: str, match: re.Match[str]) -> Sum | None:
        before = text[max(0, match.start() - 2) : match.start()]
        sign = self._sign.search(before)
        sure = bool(match["unit"] or sign)
        value = self._numerals.read(match["number"])
        if value is None or match["vague"] or self._not_exact(text, match):
            return None
        if not sure and not self._may_be_bare(text, match, value):
            return None
        if match["scale"]:
            value *= self._numerals.read("1" + match["scale"]) or 1
        if match["tenth"]:
            value += (self._numerals.read(match["tenth"]) or Decimal(0)) / 10
        start = match.start() - len(sign.group() if sign else "")
        return Sum(value, start, match.end(), sure) if 0 < value <= _MOST else None

    def _not_exact(self, text: str, match: re.Match[str]) -> bool:
        before, after = (
            text[max(0, match.start() - 4) : match.start()],
            text[match.end() : match.end() + 20],
        )
        if before[-1:] in self._unknown_before and before:
            return True
        return bool(self._range_before.search(before) or self._range_after.match(after))

    def _is_line(self, text: str, match: re.Match[str], number: str) -> bool:
        called = self._call_before.search(text[max(0, match.start() - 6) : match.start()])
        return number in self._lines or (number in self._short_lines and bool(called))

    def _counts_pieces(self, text: str, match: re.Match[str]) -> bool:
        before = text[max(0, match.start() - _CLAUSE) : match.start()]
        counted = self._pieces_before.search(before)
        return bool(counted) and not self._pieces_not_after.match(text, match.end())

    def _may_be_bare(self, text: str, match: re.Match[str], value: Decimal) -> bool:
        number = match["number"].strip(",")
        before = text[max(0, match.start() - 1) : match.start()]
        if self._measure.match(text, match.end("number")) or self._is_line(text, match, number):
            return False
        if self._glued_before.match(before) or self._counts_pieces(text, match):
            return False
        if match["scale"] or self._large.search(number):
            return match["scale"] is not None or value >= 100
        digits = number.replace(",", "").split(".")[0]
        return (
            number[:1].isascii()
            and 3 <= len(digits) <= _LONGEST_BARE
            and not number.startswith("0")
        )
