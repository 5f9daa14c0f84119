"""What a message is about: dispute kinds, circumstances, the kind of worker, by lines of patterns."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from intents.extraction.found import Found
from intents.extraction.patterns import (
    CLAUSE_END,
    all_matches,
    compile_optional,
    compile_pattern,
    either,
    filled,
    first_match,
    fits_any,
)
from intents.extraction.word_lists import TopicLine, TopicWords
from intents.needed_letters import PatternIndex

_NEAR, _WIDE = 6, 18
_HARDLY = 1


@dataclass(frozen=True, slots=True)
class _Line:
    """`any`, `aside`, `with_` and `unless` are numbers of patterns."""

    line: TopicLine
    any: range
    aside: range
    with_: range
    unless: range


_DENIED, _SUPPOSED = "denied", "supposed"


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    firm: bool


class TopicReader:
    """Reads the lines of one word list."""

    def __init__(self, words: TopicWords) -> None:
        def compiled(sources: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
            return tuple(compile_pattern(filled(source, words.pieces)) for source in sources)

        self._negators = compile_optional(words.negators)
        self._supposed = compile_optional(words.supposed)
        self._settled = compile_optional(words.settled)
        self._vague = re.compile(either(words.vague) or "(?!)")
        self._index = PatternIndex()
        self._lines = [
            _Line(
                line,
                self._index.numbered(compiled(line.any)),
                self._index.numbered(compiled(line.aside)),
                self._index.numbered(compiled(line.with_)),
                self._index.numbered(compiled(line.unless)),
            )
            for line in words.lines
        ]

    def is_vague(self, text: str) -> bool:
        """Whether the text only greets or asks to be heard: hardly a letter of it says more."""
        return sum(map(str.isalnum, self._vague.sub("", text))) <= _HARDLY

    def first(self, text: str, facts: Mapping[str, Found]) -> Found | None:
        """The first line that fits, as a fact with the kind for its value."""
        fitting = self._index.may_fit(text)
        for line in self._lines:
            if (hit := self._hit(line, text, facts, fitting)) is not None:
                return Found(line.line.kind, text[hit.start : hit.end], hit.start, hit.end)
        return None

    def all(self, text: str, facts: Mapping[str, Found]) -> Found | None:
        """Every kind whose line fits: main matters before side matters, else as they come up.

        What is only supposed or said in passing counts where nothing is told firmly.
        """
        fitting = self._index.may_fit(text)
        hits = [
            (line.line, hit)
            for line in self._lines
            if (hit := self._hit(line, text, facts, fitting))
        ]
        firm = _standing([(line, hit) for line, hit in hits if hit.firm] or hits)
        replaced = {kind for line, _ in firm for kind in line.replaces}
        places: dict[str, tuple[bool, int, int]] = {}
        for line, hit in firm:
            places.setdefault(line.kind, (line.side, hit.start, hit.end))
        kept = sorted((place, kind) for kind, place in places.items() if kind not in replaced)
        if not kept:
            return None
        _, start, end = kept[0][0]
        return Found(tuple(kind for _, kind in kept), text[start:end], start, end)

    def certain(self, text: str, facts: Mapping[str, Found]) -> frozenset[str]:
        """The kinds of the lines that tell theirs whatever else the text is about."""
        fitting = self._index.may_fit(text)
        lines = (line for line in self._lines if line.line.certain)
        return frozenset(
            line.line.kind for line in lines if self._hit(line, text, facts, fitting) is not None
        )

    def _hit(
        self, line: _Line, text: str, facts: Mapping[str, Found], fitting: Set[int]
    ) -> _Hit | None:
        """Where the line fits, of the patterns that may; None where it does not."""
        silent = fitting.isdisjoint(line.any) and fitting.isdisjoint(line.aside)
        if silent and not line.line.from_fact:
            return None
        if not _may_fit(line.line, facts):
            return None
        if line.with_ and not fits_any(self._index.among(line.with_, fitting), text):
            return None
        hit = self._place(line, text, facts, fitting)
        denied = hit is not None and fits_any(self._index.among(line.unless, fitting), text)
        return None if denied else hit

    def _place(
        self, line: _Line, text: str, facts: Mapping[str, Found], fitting: Set[int]
    ) -> _Hit | None:
        denied = facts.get(line.line.from_fact or "")
        if denied is not None and denied.value is False:
            return _Hit(denied.start, denied.end, firm=True)
        possible = self._index.among(line.any, fitting)
        matches = sorted(all_matches(possible, text), key=lambda match: match.start())
        weak = [(match, self._weak(text, match)) for match in matches]
        firm = next((match for match, why in weak if not why), None)
        match = firm or next((match for match, why in weak if why == _SUPPOSED), None)
        match = match or first_match(self._index.among(line.aside, fitting), text)
        return _Hit(*match.span(), firm=firm is not None) if match else None

    def _weak(self, text: str, match: re.Match[str]) -> str:
        """Why a match tells nothing firm: denied (没有欠条), or only supposed (要是被辞退) or settled."""
        start, end = match.span()
        if self._negators and self._negators.search(text[max(0, start - _NEAR) : start]):
            return _DENIED
        if self._settled and self._settled.match(text[end : end + _WIDE]):
            return _DENIED
        clause = CLAUSE_END.split(text[max(0, start - _WIDE) : start])[-1] + match.group()
        return _SUPPOSED if self._supposed and self._supposed.search(clause) else ""


def _standing(hits: Sequence[tuple[TopicLine, _Hit]]) -> list[tuple[TopicLine, _Hit]]:
    """The hits without those that stand behind another kind; of two behind each other the first."""
    lines = [line for line, _ in hits]

    def stands(index: int, line: TopicLine) -> bool:
        ahead = ((at, other) for at, other in enumerate(lines) if other.kind in line.behind)
        return not any(line.kind not in other.behind or at < index for at, other in ahead)

    return [hit for index, hit in enumerate(hits) if stands(index, hit[0])]


def _may_fit(line: TopicLine, facts: Mapping[str, Found]) -> bool:
    """Whether the fact the line needs holds, for a kind of worker it is about."""
    if line.needs and (line.needs not in facts or facts[line.needs].value is False):
        return False
    kind = facts.get("worker_kind")
    worker = kind.value if kind is not None else None
    return (not line.for_ or worker in line.for_) and worker not in line.not_for
