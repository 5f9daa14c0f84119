"""The words that tell what a day was, before or after it, and how near they stand."""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass

from intents.extraction.date_mention import DateMention
from intents.extraction.date_words import EventLine, EventWords
from intents.extraction.event_days import OVER_COMMA
from intents.extraction.patterns import compile_optional
from intents.needed_letters import PatternIndex

RIGHT, NEXT = 36, 6
_PLAIN, _SPACED = -1, 6
_COMMAS = ",\uff0c"
_COMMA = re.compile(f"[{_COMMAS}]")


@dataclass(frozen=True, slots=True)
class _Line:
    """`lefts` and `rights` are the numbers of its patterns."""

    line: EventLine
    left: re.Pattern[str] | None
    right: re.Pattern[str] | None
    lefts: range
    rights: range

    def may_be_of(self, day: DateMention, *, platform: bool) -> bool:
        """Whether a day told so may be one of this line."""
        line = self.line
        if line.platform_only and not platform:
            return False
        return not line.no_day if day.value.day else not line.whole_day

    def may_fit(self, before: Set[int], after: Set[int]) -> bool:
        """Whether one of its patterns is among those that may fit the words before, or after."""
        return not (before.isdisjoint(self.lefts) and after.isdisjoint(self.rights))


class EventLines:
    """Finds the line with the nearest words."""

    def __init__(self, words: EventWords) -> None:
        self._apart, self._tells = re.compile(words.apart), re.compile(words.tells)
        self._index = PatternIndex()
        self._lines = [self._compiled(line, words.pieces) for line in words.lines]

    def nearest(
        self, left: str, right: str, day: DateMention, *, platform: bool
    ) -> tuple[int, EventLine] | None:
        """The line with the nearest words: before, then within the clause, then over a comma;
        and how far they are."""
        best: tuple[int, EventLine] | None = None
        before, after = self._index.may_fit(left), self._index.may_fit(right)
        for each in self._lines:
            if not each.may_fit(before, after) or not each.may_be_of(day, platform=platform):
                continue
            distance = self._distance(each, left, right)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, each.line)
        return best

    def _compiled(self, line: EventLine, pieces: Mapping[str, str]) -> _Line:
        left, right = (compile_optional(each, pieces) for each in (line.left, line.right))
        numbers = (self._index.numbered([each] if each else []) for each in (left, right))
        return _Line(line, left, right, *numbers)

    def _distance(self, candidate: _Line, left: str, right: str) -> int | None:
        if not candidate.line.far:
            right = right[:RIGHT]
        after = candidate.right.search(right) if candidate.right else None
        before = candidate.left.search(left) if candidate.left else None
        if candidate.line.both:
            return _PLAIN if after and before and after.start() == 0 else None
        if before:
            return _PLAIN if self._tells.search(before.group()) else NEXT
        if not after:
            return None
        between = right[: after.end()]
        between = between.lstrip(_COMMAS) if candidate.line.far else between
        commas = len(_COMMA.findall(between))
        if commas > (3 if candidate.line.far else 1) or (commas and self._apart.search(between)):
            return None
        spaced = _SPACED if right[:1].isspace() else 0
        return after.end() + spaced + OVER_COMMA * commas
