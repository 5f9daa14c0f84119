"""A sum the worker reckons aloud: 143乘380减21000 对不对, 26×180等于4680对吗."""

from collections.abc import Mapping
from typing import NamedTuple

from intents.compiled import compiled
from intents.intake_form import IntakeShape


class Reckoned(NamedTuple):
    """The numbers as said, which of them are so many of a hundred, the signs between them (×, －), and
    what it should come to, where that was said."""

    numbers: tuple[str, ...]
    shares: tuple[bool, ...]
    signs: tuple[str, ...]
    result: str | None


class Reckoning(IntakeShape):
    """Patterns; NUM stands for a number with its unit, `signs` are the words of each sign, `asks` tell
    that it is to be checked."""

    number: str
    unit: str
    signs: Mapping[str, str]
    percent: str
    equals: str
    asks: str

    def read(self, text: str) -> Reckoned | None:
        """The one sum reckoned in the words; None where there is none, or nothing is asked of it."""
        signs = "|".join(self.signs.values())
        if not compiled(signs).search(text) or not compiled(self.asks).search(text):
            return None
        one = rf"(?:{self.number})(?:{self.percent}|{self.unit})?"
        whole = rf"{one}(?:\s?(?:{signs})\s?{one})+"
        found = list(compiled(whole).finditer(text))
        if len(found) != 1:
            return None
        parts = compiled(rf"({signs})").split(found[0].group())
        end = compiled(rf"\s?(?:{self.equals})\s?(?P<n>{self.number})").match(text, found[0].end())
        numbers = tuple(self._bare(each) for each in parts[::2])
        shares = tuple(compiled(self.percent).search(each) is not None for each in parts[::2])
        signs_said = tuple(map(self._sign, parts[1::2]))
        return Reckoned(numbers, shares, signs_said, end["n"] if end else None)

    def _bare(self, said: str) -> str:
        match = compiled(self.number).search(said)
        return match.group() if match else ""

    def _sign(self, said: str) -> str:
        return next(sign for sign, words in self.signs.items() if compiled(words).fullmatch(said))
