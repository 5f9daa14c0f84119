"""What is said or denied: a signed contract, still at work, injured. Wishes and questions are neither."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from intents.extraction.found import Found
from intents.extraction.patterns import CLAUSE_END, all_matches, compile_all, filled
from intents.extraction.word_lists import StatementWords
from intents.needed_letters import PatternIndex

_BEFORE = 14
_AFTER = 8


@dataclass(frozen=True, slots=True)
class _Vote:
    value: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The numbers of the patterns of a fact."""

    sure: range
    said: range
    denied: range
    leaning: range


class StatementReader:
    """Reads the yes-or-no facts; one that is both said and denied is left out."""

    def __init__(self, words: StatementWords) -> None:
        self._negators = re.compile(words.negators)
        self._unsaid = re.compile(words.unsaid)
        self._hypothetical = re.compile(words.hypothetical)
        self._asked = re.compile(words.asked)
        self._others, self._us = re.compile(words.others), re.compile(words.us)
        self._together = re.compile(words.together)
        self._third, self._kin = re.compile(words.third), re.compile(words.kin)
        self._index = PatternIndex()
        self._facts = {
            fact: _Patterns(
                *(
                    self._index.numbered(
                        compile_all(filled(source, words.pieces) for source in sources)
                    )
                    for sources in (line.sure, line.said, line.denied, line.leaning)
                )
            )
            for fact, line in words.facts.items()
        }

    def read(self, text: str) -> dict[str, Found]:
        """The facts that the text decides."""
        facts, fitting = {}, self._index.may_fit(text)
        for fact, patterns in self._facts.items():
            votes = self._votes(patterns, text, fitting)
            if len({vote.value for vote in votes}) == 1:
                facts[fact] = _found(votes, text)
        return facts

    def leanings(self, text: str) -> dict[str, Found]:
        """What the text leans to, for facts that nothing else decides."""
        facts, fitting = {}, self._index.may_fit(text)
        for fact, patterns in self._facts.items():
            leaning = self._index.among(patterns.leaning, fitting)
            votes = [_Vote(True, *m.span()) for m in all_matches(leaning, text)]
            if votes:
                facts[fact] = _found(votes, text)
        return facts

    def _votes(self, patterns: _Patterns, text: str, fitting: Set[int]) -> list[_Vote]:
        among = self._index.among
        sure = [
            _Vote(True, *match.span())
            for match in all_matches(among(patterns.sure, fitting), text)
            if self._stated(text, match)
        ]
        if sure:
            return sure
        against = [
            _Vote(False, *match.span())
            for match in all_matches(among(patterns.denied, fitting), text)
            if self._stated(text, match) and not self._unsaid.search(_before(text, match))
        ]
        votes = list(against)
        for match in all_matches(among(patterns.said, fitting), text):
            inside = any(match.start() < vote.end and vote.start < match.end() for vote in against)
            if not inside and self._stated(text, match):
                before = _before(text, match)
                votes.append(_Vote(not self._negators.search(before), *match.span()))
        return votes

    def _stated(self, text: str, match: re.Match[str]) -> bool:
        """Neither supposed (如果被辞退), nor asked (签了合同吗), nor told of others (同事被辞退)."""
        before = _before(text, match)
        if self._hypothetical.search(before):
            return False
        if self._of_others(CLAUSE_END.split(before)[-1], match.group(), text):
            return False
        return not self._asked.match(text[match.end() : match.end() + _AFTER])

    def _of_others(self, clause: str, said: str, text: str) -> bool:
        """Whether the clause is about somebody else than those the message speaks for."""
        other = self._others.search(clause) or self._third.search(clause)
        ours = self._together.search(clause)
        if other is None or ours or self._us.search(other.group() + said):
            return False
        return not (self._third.search(clause) and self._kin.search(text))


def _found(votes: Sequence[_Vote], text: str) -> Found:
    first = min(votes, key=lambda vote: vote.start)
    return Found(first.value, text[first.start : first.end], first.start, first.end)


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - _BEFORE) : match.start()]
