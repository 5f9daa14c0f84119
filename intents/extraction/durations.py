"""Lengths of time: 三个月, 仨月, 半年, 一年半, 两年零三个月, 45天."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from intents.extraction.date_words import DurationWords
from intents.extraction.found import Mention
from intents.extraction.numerals import Numerals
from intents.extraction.patterns import either
from intents.extraction.word_lists import NumeralWords

_HALF = Decimal("0.5")
_WIDEST = 40
"""Characters a number and what stands before its unit may fill."""
_KEPT = 4
"""The dates of a message are read by its lengths of time, too."""
_LONGEST = Decimal(60 * 12)


@dataclass(frozen=True, slots=True)
class Duration:
    """Whole or half `months`, or `days` where it was counted in days; `rough` for 多 and 左右."""

    months: Decimal | None
    days: int | None = None
    rough: bool = False


class DurationReader:
    """Finds lengths of time; two numbers side by side (一两个月) are not read."""

    def __init__(self, words: DurationWords, numbers: NumeralWords, numerals: Numerals) -> None:
        self._numerals = numerals
        self._short = dict(numbers.with_measure)
        self._unknown = frozenset(numbers.unknown_before)
        marks = re.escape(numbers.range_marks)
        self._range = re.compile(rf"(?<![{words.received}])[{marks}]\s?\Z")
        self._days_of = dict(words.days)
        self._ordinal = words.ordinal
        self._in_list = re.compile(f"[{re.escape(numbers.digits)}][{words.list_marks}]\\Z")
        over = f"(?:{either(numbers.rough_after)})?"
        after_years = f"[{words.and_}]?(?:{self._months_form(words, numbers, 'then_')})?"
        days = rf"(?P<days>{numerals.token})(?P<rough_days>{over})\s?(?P<day_unit>{either(words.days)})"
        forms = (
            self._years_form(words, numbers) + after_years,
            self._months_form(words, numbers, ""),
            days,
        )
        self._pattern = re.compile(f"(?:{'|'.join(forms)})(?P<rough_after>{over})")
        firsts = {unit[0] for unit in (words.year, words.month, *words.days)}
        self._near = re.compile(f"[^{''.join(firsts)}]{{0,{_WIDEST}}}[{''.join(firsts)}]")
        self._found_lately = lru_cache(maxsize=_KEPT)(self._find)

    def _years_form(self, words: DurationWords, numbers: NumeralWords) -> str:
        rough, half = either(numbers.rough_after), words.half
        counted = (
            rf"(?!0)(?P<years>{self._numerals.token})\s?{words.measure}?(?P<rough_years>{rough})?"
            rf"{words.year}(?!{words.not_after_year})(?P<year_half>{half})?"
        )
        return f"(?:{counted}|(?P<half_year>{half}){words.measure}?{words.year})"

    def _months_form(self, words: DurationWords, numbers: NumeralWords, name: str) -> str:
        rough, half, month = either(numbers.rough_after), words.half, words.month
        counted = (
            rf"(?P<{name}months>{self._numerals.token})\s?{words.measure}"
            rf"(?P<{name}rough_months>{rough})?(?P<{name}month_half>{half})?{month}"
        )
        few = f"[{''.join(self._short)}{words.short}]"
        short = rf"(?P<{name}short>{few})\s?{words.measure}?{month}"
        return f"(?:{counted}|{short}|(?P<{name}half_month>{half}){words.measure}?(?P<{name}rough_half>{rough})?{month})"

    def find(self, text: str) -> tuple[Mention[Duration], ...]:
        """The lengths in order of the text."""
        return self._found_lately(text)

    def _find(self, text: str) -> tuple[Mention[Duration], ...]:
        found: list[Mention[Duration]] = []
        past = 0
        for start in self._numerals.starts(text):
            if start < past or not self._near.match(text, start):
                continue
            if (match := self._pattern.match(text, start)) is not None:
                past = match.end()
                found += filter(None, [self._read(text, match)])
        return tuple(found)

    def _read(self, text: str, match: re.Match[str]) -> Mention[Duration] | None:
        before = text[max(0, match.start() - 2) : match.start()]
        if (before[-1:] in self._unknown and before) or self._range.search(before):
            return None
        parts = match.groupdict()
        if parts["days"]:
            return self._in_days(match)
        months = self._years(parts)
        begun = months is not None and before.endswith(self._ordinal)
        if months is not None and begun:  # 第七个年头: six years and some months
            months, parts["rough_years"] = months - 12, parts["years"]
        if months is None and self._in_list.search(before) and len(parts["months"] or "") > 1:
            parts["months"] = (parts["months"] or "")[-1]
        months = _plus(months, self._months(parts, "then_" if months is not None else ""))
        if months is None or not 0 < months <= _LONGEST:
            return None
        rough = any(value for name, value in parts.items() if "rough" in name)
        return Mention(Duration(months, rough=rough), match.start(), match.end())

    def _in_days(self, match: re.Match[str]) -> Mention[Duration] | None:
        number = self._numerals.read(match["days"])
        if number is None or number != int(number):
            return None
        rough = bool(match["rough_days"])
        days = int(number) * self._days_of[match["day_unit"]]
        return (
            Mention(Duration(None, rough=rough, days=days), match.start(), match.end())
            if 0 < days < 9999
            else None
        )

    def _years(self, parts: dict[str, str | None]) -> Decimal | None:
        if parts["half_year"]:
            return Decimal(6)
        number = self._numerals.read(parts["years"] or "")
        if number is None:
            return None
        return number * 12 + (6 if parts["year_half"] else 0)

    def _listed(self, token: str) -> Decimal | None:
        """Months told one by one and then counted: 七八九三 of 七八九三个月."""
        count = self._numerals.read(token[-1:]) if token[:1] and not token.isascii() else None
        return count if count is not None and len(token) - 1 == count > 1 else None

    def _months(self, parts: dict[str, str | None], side: str) -> Decimal | None:
        if parts[side + "half_month"]:
            return _HALF
        token = parts[side + "months"] or parts[side + "short"] or ""
        number = self._listed(token) or self._numerals.read(self._short.get(token, token))
        if number is None:
            return None
        return number + (_HALF if parts[side + "month_half"] else 0)


def _plus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    known = [part for part in (one, other) if part is not None]
    return sum(known, Decimal(0)) if known else None
