"""Lines of short parts, one thing each and hardly a verb: 涧西 七年 五十三 十二个钟头 2100."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from intents.extraction.durations import Duration, DurationReader
from intents.extraction.found import Found
from intents.extraction.numerals import Numerals
from intents.extraction.terse_words import TerseWords

_FEWEST, _FEWEST_MARKED = 3, 2
"""Parts known that make a line in which a bare number, or one with a mark (12k), is what it looks like."""
_YEAR = 12
_LONGEST, _MEAN = 90, 8.5
"""Characters of such a line, and of one of its parts with what parts them."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a line with its place, and the parts beside it."""

    text: str
    start: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TerseLine:
    """What a line tells: the pay of a month in yuan, how long somebody was there, the age in years;
    the parts read as one of these, and those that tell something else such lines hold (十二个钟头);
    whether such parts are all of it."""

    wage: Found | None = None
    service: Duration | None = None
    age: int | None = None
    taken: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    is_whole: bool = False


_NOTHING = TerseLine()


class TerseReader:
    """Reads such lines; where two parts of a kind compete, neither is taken."""

    def __init__(self, words: TerseWords, numerals: Numerals, durations: DurationReader) -> None:
        self._words, self._numerals, self._durations = words, numerals, durations
        self._part = re.compile(f"(?:(?!{words.parts}).)+")
        self._wage_marked, self._wage_bare = map(self._form, (words.wage_marked, words.wage_bare))
        self._service, self._age_marked = self._form(words.service), self._form(words.age_marked)
        self._age_bare, self._age_then = self._form(words.age_bare), self._form(words.age_then)
        self._year = re.compile(words.year)
        self._hours = re.compile(f"(?:{'|'.join(words.hours)})+")
        self._beside = re.compile(f"(?:{'|'.join((*words.hours, *words.beside))})+")
        self._not_before, self._not_after = map(re.compile, (words.not_before, words.not_after))
        self._no_service_before = re.compile(words.not_service_before)
        self._no_service_after = re.compile(words.not_service_after)

    def read(self, text: str, places: Collection[str] = ()) -> TerseLine:
        """What the line tells; `places` are the words in it that name one."""
        parts = tuple(self._parts(text))
        if len(parts) < _FEWEST_MARKED:
            return _NOTHING
        known = sum(self._is_known(part, places) for part in parts)
        plain, marked = known >= _FEWEST, known >= _FEWEST_MARKED
        lengths = [part for part in parts if plain and self._length(part) is not None]
        wages = [part for part in parts if marked and self._wage(part, plain) is not None]
        ages = [part for part in parts if marked and self._age(part, plain) is not None]
        then = [part for part in parts if plain and self._age_then.fullmatch(part.text)]
        service = self._length(lengths[0]) if len(lengths) == 1 else None
        return TerseLine(
            self._wage(wages[0], plain) if len(wages) == 1 else None,
            service,
            self._age(ages[0], plain) if len(ages) == 1 else self._grown(then, service),
            tuple(part.text for part in (*lengths, *wages, *ages, *then)),
            tuple(part.text for part in parts if plain and self._hours.fullmatch(part.text)),
            plain and known >= len(parts),
        )

    def _form(self, source: str) -> re.Pattern[str]:
        words = self._words
        filled = source.replace("SUM", words.sum).replace("LENGTH", words.length)
        return re.compile(filled.replace("AGE", words.age))

    def _parts(self, text: str) -> Iterator[_Part]:
        """The short parts in order; none of a text that is long, or made of long ones."""
        if len(text) > _LONGEST:
            return
        found = list(self._part.finditer(text))
        if not found or len(text) > _MEAN * len(found):
            return
        said = ["", *(match.group() for match in found), ""]
        for index, match in enumerate(found, 1):
            if len(said[index]) <= self._words.longest:
                yield _Part(said[index], match.start(), said[index - 1], said[index + 1])

    def _is_known(self, part: _Part, places: Collection[str]) -> bool:
        named = any(part.text.startswith(place) for place in places)
        numbers = (self._wage(part, True), self._age(part, True), self._length(part))
        told = any(number is not None for number in numbers)
        then = self._age_then.fullmatch(part.text) is not None
        return named or told or then or self._is_beside(part)

    def _is_beside(self, part: _Part) -> bool:
        return self._beside.fullmatch(part.text) is not None

    def _length(self, part: _Part) -> Duration | None:
        match = self._service.fullmatch(part.text)
        if match is None or self._no_service_before.search(part.before):
            return None
        found = self._durations.find(match["length"])
        whole = len(found) == 1 and found[0].start == 0 and found[0].value.months
        after = self._no_service_after.match(part.after)
        return found[0].value if whole and not after else None

    def _wage(self, part: _Part, plain: bool) -> Found | None:
        """The pay of a month; of a bare sum only where the line is `plain`."""
        match = self._wage_marked.fullmatch(part.text)
        match = match or (self._wage_bare.fullmatch(part.text) if plain else None)
        if match is None or self._is_other(part) or self._year.fullmatch(part.text):
            return None
        value = self._numerals.read(match["sum"])
        if value is None or not self._words.least_wage <= value <= self._words.most_wage:
            return None
        return Found(value, part.text, part.start, part.start + len(part.text))

    def _is_other(self, part: _Part) -> bool:
        before, after = self._not_before.search(part.before), self._not_after.match(part.after)
        return bool(before or after)

    def _age(self, part: _Part, plain: bool) -> int | None:
        """Years of age; of a bare number only where the line is `plain`, and no young one."""
        marked = self._age_marked.fullmatch(part.text)
        match = marked or (self._age_bare.fullmatch(part.text) if plain else None)
        number = self._numerals.read(match["age"]) if match else None
        if number is None or self._is_other(part):
            return None
        least = 0 if marked else self._words.least_bare_age
        return int(number) if number >= least else None

    def _grown(self, then: list[_Part], service: Duration | None) -> int | None:
        """The age today of who came at that age, and has been there so many whole years."""
        match = self._age_then.fullmatch(then[0].text) if len(then) == 1 else None
        number = self._numerals.read(match["age"]) if match else None
        months = service.months if service is not None else None
        if number is None or months is None:
            return None
        return int(number) + int(months // _YEAR)
