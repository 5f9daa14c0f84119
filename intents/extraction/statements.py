"""What is said or denied: a signed contract, still at work, injured. Wishes and questions are neither."""

import re
from dataclasses import dataclass

from intents.extraction.found import Found
from intents.extraction.patterns import all_matches, compile_all
from intents.extraction.word_lists import StatementWords

_BEFORE = 14
_AFTER = 8


@dataclass(frozen=True, slots=True)
class _Vote:
    value: bool
    start: int
    end: int


class StatementReader:
    """Reads the yes-or-no facts; one that is both said and denied is left out."""

    def __init__(self, words: StatementWords) -> None:
        self._negators = re.compile(words.negators)
        self._unsaid = re.compile(words.unsaid)
        self._hypothetical = re.compile(words.hypothetical)
        self._asked = re.compile(words.asked)
        self._facts = {
            fact: (compile_all(line.said), compile_all(line.denied), compile_all(line.leaning))
            for fact, line in words.facts.items()
        }

    def read(self, text: str) -> dict[str, Found]:
        """The facts that the text decides."""
        facts = {}
        for fact in self._facts:
            votes = self._votes(fact, text)
            if len({vote.value for vote in votes}) == 1:
                first = min(votes, key=lambda vote: vote.start)
                said = text[first.start : first.end]
                facts[fact] = Found(first.value, said, first.start, first.end)
        return facts

    def _votes(self, fact: str, text: str) -> list[_Vote]:
        said, denied, leaning = self._facts[fact]
        against = [
            _Vote(False, *match.span())
            for match in all_matches(denied, text)
            if self._stated(text, match) and not self._unsaid.search(_before(text, match))
        ]
        votes = list(against)
        for match in all_matches(said, text):
            inside = any(match.start() < vote.end and vote.start < match.end() for vote in against)
            if not inside and self._stated(text, match):
                before = _before(text, match)
                votes.append(_Vote(not self._negators.search(before), *match.span()))
        return votes or [_Vote(True, *m.span()) for m in all_matches(leaning, text)]

    def _stated(self, text: str, match: re.Match[str]) -> bool:
        """Neither supposed (如果被辞退) nor asked (签了合同吗)."""
        before = _before(text, match)
        if self._hypothetical.search(before):
            return False
        return not self._asked.match(text[match.end() : match.end() + _AFTER])


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - _BEFORE) : match.start()]
