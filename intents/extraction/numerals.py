"""Numbers as people write them: 1万2, 1.2万, 三千五, 3k, 20w, 18,600."""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from intents.extraction.word_lists import NumeralWords

_PLAIN = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})(?:\.[0-9]{1,4})?\Z")
_LONGEST = 16


class Numerals:
    """Knows the characters of numbers: finds tokens by `token`, reads them by `read`."""

    def __init__(self, words: NumeralWords) -> None:
        self._letters, self._one = dict(words.letters), words.one
        units, letters = re.escape(words.units), re.escape("".join(words.letters))
        digits = re.escape(words.digits)
        self.characters = words.digits + words.units + words.tens_short
        others = re.escape(self.characters.replace(words.one, ""))
        one = f"{words.one}(?![{words.one_not_before}])"
        chinese = f"(?:[{others}]|{one}){{1,{_LONGEST}}}"
        arabic = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}(?![0-9])|[0-9]{1,15})(?:\.[0-9]{1,4})?"
        tail = f"(?:[{units}](?:[0-9{digits}{units}]{{0,10}})|[{letters}](?:[0-9](?![0-9.{words.digit_not_before}]))?(?![a-zA-Z]))?"
        self.token = f"(?:{arabic}{tail}|{chinese}(?:[{letters}](?![a-zA-Z]))?)"
        self._runs = re.compile(rf"[0-9]+|[{re.escape(self.characters)}]+|[{words.starts_too}]")
        self._scaled = re.compile(rf"([0-9]{{1,7}}\.[0-9]{{1,4}})([{units}])\Z")
        self._side_by_side = re.compile(
            f"[{digits}][{digits}](?=[{units}])|[{units}][{digits}]{{2,}}\\Z|[0-9][{digits}]|[{digits}][0-9]"
        )
        in_a_row = "|".join(f"(?<=[{units[1:]}]{pair[0]}){pair[1:]}" for pair in words.in_a_row)
        self._about = re.compile(f"(?:{in_a_row})\\Z")
        self._starts = re.compile(f"[0-9{digits}{words.units[0]}{re.escape(words.tens_short)}]")
        self._zero = re.escape(words.digits[:2])
        self._zero_pair = re.compile(f"[{self._zero}][{digits}]")
        others_than_one = words.digits.replace(words.one, "")
        self._begun = re.compile(f"[{units}][{others_than_one}]\\Z")
        self._positional = re.compile(f"[{digits}]{{2,}}\\Z")

    def starts(self, text: str) -> tuple[int, ...]:
        """Where a number or a half begins: only there is it worth looking for more."""
        return tuple(match.start() for match in self._runs.finditer(text))

    def read(self, token: str) -> Decimal | None:
        """The number, or None for what is no number or more than one (七八千, 一二); of 五千六七 the
        lower."""
        text = "".join(self._letters.get(character, character) for character in token.strip(", "))
        if self._begun.match(text):
            text = self._one + text
        if not text or len(text) > _LONGEST or not self._starts.match(text):
            return None
        if _PLAIN.match(text):
            return _decimal(text.replace(",", ""))
        if scaled := self._scaled.match(text):
            return _times(scaled.group(1), scaled.group(2))
        text = self._about.sub("", text)
        if self._ambiguous(text) or "." in text or "," in text:
            return None
        return _spoken(text)

    def _ambiguous(self, text: str) -> bool:
        bare = self._zero_pair.sub("", text) if not self._positional.match(text) else ""
        return bool(self._side_by_side.search(bare)) or self._short_run(text)

    def _short_run(self, text: str) -> bool:
        return bool(self._positional.match(text)) and len(text) < 4


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _times(number: str, unit: str) -> Decimal | None:
    scale = _spoken("1" + unit)
    return _whole(Decimal(number) * scale) if scale is not None else None


def _whole(value: Decimal) -> Decimal:
    """Without a tail of zeros: 12000, not 12000.0."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


@lru_cache(maxsize=4096)
def _spoken(text: str) -> Decimal | None:
    """What cn2an makes of it; its complaints are of many kinds and all mean: no number."""
    # cn2an takes a quarter of a second to load, and most talks never need it.
    import cn2an

    try:
        value = _decimal(str(cn2an.cn2an(text, "smart")))
        return None if value is None else _whole(value)
    except Exception:  # cn2an raises whatever its tables raise on odd input
        return None
