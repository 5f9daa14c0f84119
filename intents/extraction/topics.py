"""What a message is about: dispute kinds, circumstances, the kind of worker, by lines of patterns."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from intents.extraction.found import Found
from intents.extraction.patterns import (
    all_matches,
    compile_optional,
    compile_pattern,
    filled,
    first_match,
)
from intents.extraction.word_lists import TopicLine, TopicWords

_NEAR = 4


@dataclass(frozen=True, slots=True)
class _Line:
    line: TopicLine
    any: tuple[re.Pattern[str], ...]
    negators: re.Pattern[str] | None
    with_: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]


class TopicReader:
    """Reads the lines of one word list."""

    def __init__(self, words: TopicWords) -> None:
        def compiled(sources: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
            return tuple(compile_pattern(filled(source, words.pieces)) for source in sources)

        negators = compile_optional(words.negators)
        self._lines = [
            _Line(line, compiled(line.any), negators, compiled(line.with_), compiled(line.unless))
            for line in words.lines
        ]

    def first(self, text: str, facts: Mapping[str, Found]) -> Found | None:
        """The first line that fits, as a fact with the kind for its value."""
        for line in self._lines:
            if (match := _fits(line, text, facts)) is not None:
                return Found(line.line.kind, text[match[0] : match[1]], *match)
        return None

    def all(self, text: str, facts: Mapping[str, Found]) -> Found | None:
        """Every kind whose line fits: main matters before side matters, else as they come up."""
        hits: dict[str, tuple[bool, int, int]] = {}
        replaced: set[str] = set()
        for line in self._lines:
            if (match := _fits(line, text, facts)) is not None:
                hits.setdefault(line.line.kind, (line.line.side, *match))
                replaced.update(line.line.replaces)
        kept = sorted((place, kind) for kind, place in hits.items() if kind not in replaced)
        if not kept:
            return None
        _, start, end = kept[0][0]
        return Found(tuple(kind for _, kind in kept), text[start:end], start, end)


def _fits(line: _Line, text: str, facts: Mapping[str, Found]) -> tuple[int, int] | None:
    """Where the line fits; None where it does not."""
    needed = line.line.needs
    if needed and not (needed in facts and facts[needed].value is True):
        return None
    place = _place(line, text, facts)
    if place is None or (line.with_ and first_match(line.with_, text) is None):
        return None
    return None if first_match(line.unless, text) else place


def _place(line: _Line, text: str, facts: Mapping[str, Found]) -> tuple[int, int] | None:
    denied = facts.get(line.line.from_fact or "")
    if denied is not None and denied.value is False:
        return denied.start, denied.end
    match = first_match(line.any, text)
    if match is None or not line.negators:
        return match.span() if match else None
    return _not_denied(line, line.negators, text)


def _not_denied(line: _Line, negators: re.Pattern[str], text: str) -> tuple[int, int] | None:
    """The first match that no negator stands before (没有欠条 is no iou)."""
    for match in all_matches(line.any, text):
        if not negators.search(text[max(0, match.start() - _NEAR) : match.start()]):
            return match.span()
    return None
