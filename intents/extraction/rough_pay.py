"""Pay of a month told as a range: 六七千, 5000到6000, 多的时候七千多 少的时候五千."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from intents.extraction.numerals import Numerals
from intents.extraction.rough_pay_words import RoughPayWords

_BESIDE = 14
_KEPT = 32
"""One turn asks for the range of its message, and of its parts, several times."""
_SCALES = (1000, 10_000)
_WIDEST = 4
"""How many times the lower end the higher one may be."""


@dataclass(frozen=True, slots=True)
class RoughPay:
    """A range in yuan, with the words that tell it; `of_month` where they say whose time it is."""

    low: Decimal
    high: Decimal
    said: str
    of_month: bool
    of_season: bool
    alone: bool


class RoughPayReader:
    """Finds the one range of pay in a text; of several none."""

    def __init__(self, words: RoughPayWords, numerals: Numerals) -> None:
        self._words, self._numerals = words, numerals
        self._pairs, self._vague = re.compile(words.pairs), re.compile(words.vague)
        self._spans = re.compile(words.spans.replace("SUM", words.sum))
        self._seasons = [re.compile(each.replace("SUM", words.sum)) for each in words.seasons]
        self._before, self._after = map(re.compile, (words.of_month_before, words.of_month_after))
        self._no_before, self._no_after = map(re.compile, (words.other_before, words.other_after))
        self._season = re.compile(words.season_before)
        self._years = re.compile(words.years)
        self._likely = re.compile(words.likely)
        self._read_lately = lru_cache(maxsize=_KEPT)(self._read)
        self._alone = re.compile(words.alone.replace("RANGE", "\uffff"))

    def read(self, folded: str) -> RoughPay | None:
        """The range; None where there is none, or where it is told of something else."""
        return self._read_lately(folded)

    def _read(self, folded: str) -> RoughPay | None:
        if not self._likely.search(folded):
            return None
        seasons = tuple(self._told(folded, self._seasons, of_month=True))
        plain = seasons or tuple(self._told(folded, [self._pairs, self._vague], of_month=False))
        found = plain or tuple(self._told(folded, [self._spans], of_month=False))
        usual = tuple(each for each in found if not each.of_season) or found
        return usual[0] if len(usual) == 1 else None

    def _told(
        self, folded: str, forms: list[re.Pattern[str]], of_month: bool
    ) -> Iterator[RoughPay]:
        for form in forms:
            for match in form.finditer(folded):
                if (pay := self._pay(folded, match, of_month)) is not None:
                    yield pay

    def _pay(self, folded: str, match: re.Match[str], of_month: bool) -> RoughPay | None:
        low, high = self._ends(match)
        if low is None or high is None or not self._may_be_pay(low, high):
            return None
        if self._years.fullmatch(match.group()):
            return None
        before = folded[max(0, match.start() - _BESIDE) : match.start()]
        after = folded[match.end() :][:_BESIDE]
        if self._no_before.search(before) or self._no_after.match(after):
            return None
        told = bool(of_month or self._before.search(before) or self._after.match(after))
        rest = folded[: match.start()] + "\uffff" + folded[match.end() :]
        season = bool(not of_month and self._season.search(before))
        return RoughPay(low, high, match.group(), told, season, bool(self._alone.match(rest)))

    def _may_be_pay(self, low: Decimal, high: Decimal) -> bool:
        most = min(Decimal(self._words.most), _WIDEST * low)
        return self._words.least <= low < high <= most

    def _ends(self, match: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
        unit = match.groupdict().get("unit")
        if unit is None:
            low, high = self._numerals.read(match["low"]), self._numerals.read(match["high"])
            return self._scaled(low, high, match["high"]), high
        low = self._numerals.read(f"{match['low']}{unit}")
        if "high" not in match.groupdict():
            return low, low + 1 if low is not None else None
        return low, self._numerals.read(f"{match['high']}{unit}")

    def _scaled(self, low: Decimal | None, high: Decimal | None, said: str) -> Decimal | None:
        """5到6千: the lower end in the unit of the higher."""
        if low is None or high is None or low >= _SCALES[0] / 10 or said.isdigit():
            return low
        return next((low * each for each in _SCALES if low * each < high <= 10 * low * each), low)
