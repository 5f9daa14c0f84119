"""Kinds of dispute that hardly ever stand beside each other, or hardly ever apart."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from intents.extraction.found import Facts, Found
from intents.extraction.list_shape import ListShape

_KINDS, _CIRCUMSTANCES = "dispute_kinds", "circumstances"


class PairLine(ListShape):
    """A kind beside others: put aside unless one of the facts is told or the words are found; or
    added beside kinds and circumstances where the words are found."""

    kind: str
    beside: tuple[str, ...]
    unless: tuple[str, ...] = ()
    words: str = "(?!)"


class BesideWords(ListShape):
    """word_lists/kinds_beside.yaml."""

    apart: tuple[PairLine, ...]
    together: tuple[PairLine, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    line: PairLine
    words: re.Pattern[str]


class KindsBeside:
    """Settles which kinds of dispute are told together."""

    def __init__(self, words: BesideWords) -> None:
        self._apart = [_Pair(line, re.compile(line.words)) for line in words.apart]
        self._together = [_Pair(line, re.compile(line.words)) for line in words.together]

    def settled(self, text: str, facts: Facts) -> dict[str, Found]:
        """The facts with the kinds that stand together."""
        told = facts.get(_KINDS)
        kinds = list(_items(facts, _KINDS))
        kinds += [kind for kind in self._added(text, facts, kinds) if kind not in kinds]
        for pair in self._apart:
            if pair.line.kind in kinds and self._is_apart(pair, text, facts, kinds):
                kinds.remove(pair.line.kind)
        if told is None or tuple(kinds) == told.value:
            return dict(facts)
        return {**facts, _KINDS: replace(told, value=tuple(kinds))}

    def _added(self, text: str, facts: Facts, kinds: list[str]) -> list[str]:
        told = {*kinds, *_items(facts, _CIRCUMSTANCES)}
        return [
            pair.line.kind
            for pair in self._together
            if told.intersection(pair.line.beside) and pair.words.search(text)
        ]

    def _is_apart(self, pair: _Pair, text: str, facts: Facts, kinds: list[str]) -> bool:
        """Whether the kind only seems told, for another is."""
        if not set(pair.line.beside) & set(kinds) or set(pair.line.unless) & facts.keys():
            return False
        return pair.words.search(text) is None


def _items(facts: Mapping[str, Found], key: str) -> tuple[str, ...]:
    found = facts.get(key)
    return found.value if found is not None and isinstance(found.value, tuple) else ()
