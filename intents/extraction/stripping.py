"""A worker's words without what could tell who they are: for editors, never for an answer.

Names without a telling word beside them (王建国 in the middle of a sentence) can't be told by
rule; whoever reads the list still keeps it among the editors.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from intents.extraction.extractor import Extractor
from intents.extraction.names import EmployerReader, PlatformReader
from intents.extraction.patterns import either
from intents.extraction.word_lists import PersonalLine, PersonalWords

Span = tuple[str, int, int]
"""A kind of mark, and where it begins and ends."""


class Stripper:
    """Puts marks in the place of names, numbers, addresses, sums and dates."""

    def __init__(self, extractor: Extractor) -> None:
        words = extractor.words
        self._extractor = extractor
        self._marks = words.personal.marks
        self._employers = EmployerReader(words.employers, words.firms)
        self._platforms = PlatformReader(words.platforms)
        self._patterns = _compiled(words.personal.patterns, words.personal)
        self._leftovers = _compiled(words.personal.leftovers, words.personal)

    def strip(self, text: str, today: date) -> str:
        """The text with marks, cut where extraction stops reading; any text is safe."""
        folded = self._extractor.script.fold(_plain_digits(text))
        kinds: list[str] = [""] * len(folded)
        for kind, start, end in self._spans(folded, today):
            for at in range(start, end):
                kinds[at] = kinds[at] or kind
        return "".join(self._written(text, kinds))

    def _written(self, text: str, kinds: list[str]) -> Iterator[str]:
        before = ""
        for letter, kind in zip(text, kinds, strict=False):
            if not kind:
                yield letter
            elif kind != before:
                yield self._marks[kind]
            before = kind

    def _spans(self, text: str, today: date) -> Iterator[Span]:
        yield from (("employer", *span) for span in self._employers.spans(text))
        yield from (("platform", *span) for span in self._platforms.spans(text))
        yield from _found(self._patterns, text)
        dates = [mention.span for mention in self._extractor.dates.find(text, today)]
        lengths = [mention.span for mention in self._extractor.durations.find(text)]
        sums = self._extractor.money.find(text, dates + lengths)
        yield from (("date", *span) for span in dates)
        yield from (("money", *mention.span) for mention in sums)
        places = self._extractor.places.read(text).mentions
        yield from (("place", place.start, place.end) for place in places)
        yield from _found(self._leftovers, text)


def _plain_digits(text: str) -> str:
    """Digits of every script as 0-9, character for character."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(letter, letter)) for letter in text)


def _compiled(
    lines: Iterable[PersonalLine], words: PersonalWords
) -> tuple[tuple[str, re.Pattern[str]], ...]:
    double = either(words.double_surnames)
    fillings = {
        "{surname}": f"(?:{double}|[{words.surnames}])",
        "{double}": double,
        "{not_name}": f"(?:{either(words.not_names)})",
    }
    compiled = []
    for line in lines:
        source = line.find
        for name, filling in fillings.items():
            source = source.replace(name, filling)
        compiled.append((line.kind, re.compile(source)))
    return tuple(compiled)


def _found(patterns: Iterable[tuple[str, re.Pattern[str]]], text: str) -> Iterator[Span]:
    for kind, pattern in patterns:
        group = "hidden" if "hidden" in pattern.groupindex else 0
        for match in pattern.finditer(text):
            yield (kind, *match.span(group))
