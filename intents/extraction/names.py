"""Names of platforms and of employers; what names nobody (一家饭店) is left out."""

import re
from collections.abc import Iterable, Iterator, Sequence

from intents.extraction.firm_names import FirmReader
from intents.extraction.firm_words import FirmWords
from intents.extraction.found import Found
from intents.extraction.patterns import all_matches, either
from intents.extraction.word_lists import EmployerWords, PlatformWords

_NEAR = 6
_LONGEST_NAME = 30
_SHORTEST_MARK = 2
_LONG_NAME = 4
"""Letters of a name told as one (店叫湘里人家), of which a single one need be no ordinary word."""
_OPEN = r"[(\uff08](?!.*[)\uff09])"


class PlatformReader:
    """Finds the one platform somebody works by."""

    def __init__(self, words: PlatformWords) -> None:
        self._canonical = {
            alias: name for name, aliases in words.names.items() for alias in aliases
        }
        self._pattern = re.compile(either(self._canonical))
        self._not_before, self._not_after = (
            re.compile(words.not_before),
            re.compile(words.not_after),
        )

    def read(self, text: str) -> dict[str, Found]:
        """`platform`; two different ones leave it open."""
        found = list(self._mentions(text))
        if len({mention.value for mention in found}) != 1:
            return {}
        return {"platform": found[0]}

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where any platform is named, worked for or not."""
        yield from (match.span() for match in self._pattern.finditer(text))

    def _mentions(self, text: str) -> Iterator[Found]:
        for match in self._pattern.finditer(text):
            before = text[max(0, match.start() - _NEAR) : match.start()]
            after = text[match.end() : match.end() + _NEAR]
            if not self._not_before.search(before) and not self._not_after.match(after):
                yield Found(self._canonical[match.group()], match.group(), *match.span())


class EmployerReader:
    """Finds the one employer named: by a legal ending, by 叫, by a well-known name, by an ordinary ending."""

    def __init__(self, words: EmployerWords, firms: FirmWords) -> None:
        self._firms = FirmReader(firms)
        self._legal = re.compile(
            f"{words.characters}{{2,{_LONGEST_NAME}}}?(?:{either(words.legal_ends)})"
        )
        self._legal_end = re.compile(f"(?:{either(words.legal_ends)})\\Z")
        self._cut = re.compile(f".*(?:{either(words.cut_after)}|{_OPEN})")
        self._told = [re.compile(form) for form in words.told]
        self._plain = [re.compile(form) for form in words.plain]
        self._brand = re.compile(f"[{words.brand}]{{2}}|[A-Za-z]{{2}}|{words.brand_forms}")
        self._branded = re.compile(f"[{words.brand}]{{2,3}}(?:{either(words.generic)}){{1,2}}\\Z")
        self._indefinite = re.compile(words.indefinite)
        self._joined = re.compile(words.joined)
        self._known = re.compile(either(words.known))
        self._known_before = re.compile(words.known_before)
        self._known_not_after = re.compile(words.known_not_after)
        self._generic = re.compile(either(words.generic))

    def read(self, text: str, places: tuple[str, ...]) -> dict[str, Found]:
        """`employer`; names of places distinguish none, two names leave it open."""
        readings = (
            self._distinguishing(self._legal_names(text), places),
            self._distinguishing(self._told_names(text, places), places, told=True),
            list(self._firms.read(text, places)),
            self._distinguishing(self._known_names(text, places), places),
            list(self._firms.bosses(text)),
        )
        for found in readings:
            if found:
                return {"employer": found[0]} if _are_one(found) else {}
        return {}

    def _distinguishing(
        self, names: Iterable[Found], places: tuple[str, ...], *, told: bool = False
    ) -> list[Found]:
        return [name for name in names if self._distinguishes(str(name.value), places, told=told)]

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where any employer is named, well-known names wherever they stand."""
        yield from (match.span() for match in self._known.finditer(text))
        for names in (self._legal_names(text), self._told_names(text, ())):
            for name in names:
                if self._distinguishes(str(name.value), ()):
                    yield name.start, name.end
        yield from ((name.start, name.end) for name in self._firms.read(text, ()))

    def _legal_names(self, text: str) -> Iterator[Found]:
        for match in self._legal.finditer(text):
            cut = self._cut.match(match.group()[: -len(self._end(match.group()))])
            start = match.start() + (cut.end() if cut else 0)
            yield Found(text[start : match.end()], text[start : match.end()], start, match.end())

    def _end(self, name: str) -> str:
        end = self._legal_end.search(name)
        return end.group() if end else ""

    def _told_names(self, text: str, places: tuple[str, ...]) -> Iterator[Found]:
        for match in all_matches(self._told, text):
            if not self._indefinite.search(match["name"]):
                yield Found(match["name"], match["name"], *match.span("name"))
        for match in all_matches(self._plain, text):
            name = _after_places(match["name"], places)
            if self._brand.search(name) and not self._indefinite.search(name):
                yield Found(name, name, match.end("name") - len(name), match.end("name"))

    def _known_names(self, text: str, places: tuple[str, ...]) -> Iterator[Found]:
        for match in self._known.finditer(text):
            before = _before_places(text[: match.start()], places)[-2:]
            after = text[match.end() : match.end() + _NEAR]
            if self._known_before.search(before) and not self._known_not_after.match(after):
                yield Found(match.group(), match.group(), *match.span())

    def _distinguishes(self, name: str, places: tuple[str, ...], *, told: bool = False) -> bool:
        rest = name
        for place in sorted(places, key=len, reverse=True):
            rest = rest.replace(place, "")
        rest = self._legal_end.sub("", rest)
        marks = len(self._generic.sub("", rest))
        named = told and marks and len(rest) >= _LONG_NAME and not self._joined.search(rest)
        if marks >= _SHORTEST_MARK or named:
            return True
        return bool(self._branded.match(rest))


def _are_one(found: Sequence[Found]) -> bool:
    """Whether all are one name, once with its place and once without."""
    longest = max((str(name.value) for name in found), key=len)
    return all(longest.endswith(str(name.value)) for name in found)


def _before_places(text: str, places: tuple[str, ...]) -> str:
    """The text without the place at its end (在昆山 of 在昆山仁宝)."""
    at_end = [place for place in places if text.endswith(place)]
    return text[: len(text) - max((len(place) for place in at_end), default=0)]


def _after_places(name: str, places: tuple[str, ...]) -> str:
    """The name without the place before it (晋江宏达鞋厂)."""
    before = [place for place in places if name.startswith(place)]
    return name[max((len(place) for place in before), default=0) :]
