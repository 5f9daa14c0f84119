"""YAML in the narrow dialect of our content, with the line of every key and every fault.

The dialect: mappings, lists, text, whole numbers, true/false, null and ISO dates. What YAML
would silently reinterpret (no, 010, 12:30, 1.5), what hides copies (anchors, merge keys) and
what runs code (tags) is refused, each with advice. The only module that imports yaml.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from knowledge.encoding import decode_text
from knowledge.problems import ContentError, Problem

MOST_BYTES = 1_000_000
DEEPEST = 24

Key = str | int
Trail = tuple[Key, ...]

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NUMBER_LIKE = re.compile(
    r"[-+]?(\.[0-9]|[0-9])[0-9_.,:]*([eE][-+]?[0-9]+)?|[-+]?0[xXoObB][0-9a-fA-F_]+|[-+]?\.(inf|nan)",
    re.IGNORECASE,
)
_TIME_LIKE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?")
_IN_PLAIN_WORDS = {
    "mapping values are not allowed here": "a colon in the text: put the text in quotes"
}
_SWITCHES = frozenset({"yes", "no", "on", "off"})
_EXACT: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """The value of a file and where each part of it stands."""

    value: Any
    shown_as: str
    lines: dict[Trail, int] = field(repr=False)

    def line(self, *keys: Key) -> int:
        """The line, from 1, of the part under `keys`; of the nearest enclosing part if absent."""
        for end in range(len(keys), 0, -1):
            if keys[:end] in self.lines:
                return self.lines[keys[:end]]
        return 1


def read_yaml(path: Path, shown_as: str) -> YamlDocument:
    """Read one file; `shown_as` is its name in faults. Raises ContentError with all of them."""
    return parse_yaml(path.read_bytes(), shown_as)


def parse_yaml(raw: bytes, shown_as: str) -> YamlDocument:
    """Read the bytes of one file; raises ContentError with every fault found."""
    text = decode_text(raw, shown_as, MOST_BYTES)
    builder = _Builder(shown_as, _events(text, shown_as))
    tabs = [
        Problem(shown_as, number, "tab character; indent and separate with spaces")
        for number, row in enumerate(text.split("\n"), 1)
        if "\t" in row
    ]
    if tabs:
        raise ContentError(tabs)
    try:
        value = builder.document()
    except ContentError as fault:
        builder.problems.extend(fault.problems)
    if builder.problems:
        raise ContentError(sorted(set(builder.problems)))
    return YamlDocument(value, shown_as, builder.lines)


def _events(text: str, shown_as: str) -> Iterator[Any]:
    """The parser's events; its complaints as ContentError."""
    try:
        yield from yaml.parse(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        words = ", ".join(part for part in (fault.context, fault.problem) if part)
        words = _IN_PLAIN_WORDS.get(fault.problem or "", words)
        line = mark.line + 1 if mark else 0
        raise ContentError([Problem(shown_as, line, f"not readable as YAML: {words}")]) from fault
    except yaml.YAMLError as fault:
        words = str(fault).splitlines()[0]
        raise ContentError([Problem(shown_as, 0, f"not readable as YAML: {words}")]) from fault


class _Builder:
    """Builds plain values from parser events, noting lines and faults as it goes."""

    def __init__(self, shown_as: str, events: Iterator[Any]) -> None:
        self.shown_as = shown_as
        self.events = events
        self.lines: dict[Trail, int] = {}
        self.problems: list[Problem] = []

    def document(self) -> Any:
        """The one document of the file, which must be a mapping or a list."""
        value: Any = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                self._expect(
                    documents == 1, event, "a second document (---); one file, one document"
                )
            elif isinstance(event, yaml.NodeEvent):
                value = self._value(event, ())
        if not documents:
            raise ContentError([Problem(self.shown_as, 1, "the file is empty")])
        if not isinstance(value, dict | list):
            self.problems.append(
                Problem(self.shown_as, 1, "holds no key: write `key: value` lines")
            )
        return value

    def _expect(self, fine: bool, event: Any, message: str) -> None:
        if not fine:
            self.problems.append(Problem(self.shown_as, event.start_mark.line + 1, message))

    def _value(self, event: Any, trail: Trail) -> Any:
        self.lines.setdefault(trail, event.start_mark.line + 1)
        if len(trail) > DEEPEST:
            raise ContentError(
                [
                    Problem(
                        self.shown_as,
                        event.start_mark.line + 1,
                        f"nested deeper than {DEEPEST} levels",
                    )
                ]
            )
        if isinstance(event, yaml.AliasEvent):
            self._expect(False, event, f"alias *{event.anchor}; write the value out")
            return None
        self._expect(
            event.anchor is None,
            event,
            f"anchor &{event.anchor}; write the value out where it is needed",
        )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        self._expect(event.tag is None, event, f"tag {event.tag}; plain values only")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(trail)
        return self._sequence(trail)

    def _sequence(self, trail: Trail) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            found.append(self._value(event, (*trail, len(found))))
        return found

    def _mapping(self, trail: Trail) -> dict[Key, Any]:
        found: dict[Key, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event, trail)
            here = (*trail, key)
            first = self.lines.get(here)
            self._expect(
                key not in found, event, f"key {key!r} stands twice (first on line {first})"
            )
            self.lines.setdefault(here, event.start_mark.line + 1)
            found[key] = self._value(next(self.events), here)
        return found

    def _key(self, event: Any, trail: Trail) -> Key:
        if not isinstance(event, yaml.ScalarEvent):
            self._value(event, (*trail, "?"))
            self._expect(False, event, "a key must be one word, not a list, mapping or alias")
            return "?"
        self._expect(
            event.anchor is None,
            event,
            f"anchor &{event.anchor}; write the value out where it is needed",
        )
        key = self._scalar(event)
        if isinstance(key, str) or (isinstance(key, int) and not isinstance(key, bool)):
            return key
        self._expect(False, event, f"key {event.value!r} is not text; quote it")
        return str(event.value)

    def _scalar(self, event: Any) -> Any:
        tagged = event.tag is not None and event.tag != "!"
        self._expect(not tagged, event, f"tag {event.tag}; plain values only")
        if tagged or not event.implicit[0]:
            return event.value
        for read in _READERS:
            found = read(event.value)
            if isinstance(found, _Refused):
                self._expect(False, event, found.why)
                return event.value
            if found is not _NOT_MINE:
                return found
        return event.value


@dataclass(frozen=True, slots=True)
class _Refused:
    why: str


_NOT_MINE = object()


def _named(word: str) -> Any:
    if word in _EXACT:
        return _EXACT[word]
    lower = word.lower()
    if lower in _SWITCHES:
        return _Refused(f"bare {word} may be read as true or false; quote it")
    if lower in _EXACT:
        return _Refused(f"bare {word}; write {lower}, or quote it if text is meant")
    if word in ("<<", "="):
        return _Refused(f"bare {word} has a meaning of its own in YAML; quote it")
    return _NOT_MINE


def _dated(word: str) -> Any:
    if _TIME_LIKE.fullmatch(word) is None:
        return _NOT_MINE
    found = _DATE.fullmatch(word)
    if found is None:
        return _Refused(f"{word} is no plain date; write 2026-03-09, or quote it")
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return _Refused(f"{word} is not in the calendar")


def _numbered(word: str) -> Any:
    if _INTEGER.fullmatch(word) and word != "-0":
        return int(word)
    if _NUMBER_LIKE.fullmatch(word):
        return _Refused(f"{word} may be read as another number; quote it")
    return _NOT_MINE


_READERS: tuple[Callable[[str], Any], ...] = (_named, _dated, _numbered)
