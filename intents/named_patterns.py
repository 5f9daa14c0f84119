"""Patterns by name, in order. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from intents.compiled import compiled
from intents.needed_letters import PatternIndex


class NamedPatterns:
    """Sources by name, compiled with the first text; each is searched only where a text holds letters it needs."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources

    def first(self, text: str) -> str | None:
        """The name of the first pattern that stands in the text."""
        return next(self.found(text), None)

    def found(self, text: str) -> Iterator[str]:
        """The names of the patterns that stand in the text, in their order."""
        return (name for name, pattern in self.may_fit(text) if pattern.search(text))

    def may_fit(self, text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
        """The patterns whose letters stand in the text."""
        patterns = self._patterns
        return (patterns[number] for number in sorted(self._index.may_fit(text)))

    @cached_property
    def _index(self) -> PatternIndex:
        return PatternIndex(pattern for _, pattern in self._patterns)

    @cached_property
    def _patterns(self) -> Sequence[tuple[str, re.Pattern[str]]]:
        return [(name, compiled(source)) for name, source in self._sources.items()]
