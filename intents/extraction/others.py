"""Clauses about other people (同组的小李给了两万, 我表弟上个月压断了手): nothing they tell is the worker's own."""

import re
from collections.abc import Iterator

from intents.extraction.list_shape import ListShape

_CLAUSE = re.compile(r"[^\s，,。；;！!？?]+")


class OthersWords(ListShape):
    """Patterns of word_lists/others.yaml; what each is for is said there."""

    lead: str
    owner: str
    which: str
    kin: str
    fellows: str
    called: str
    named: str
    strangers: str
    together: str
    staff: str
    their_life: str
    to_me: str
    alone: str
    back: str
    goes_on: str
    comes_of_it: str
    joint: str
    first: str
    mine: str
    place_led: str
    place_alone: str


class OthersReader:
    """Finds such clauses by their subject, and those that go on with it."""

    def __init__(self, words: OthersWords) -> None:
        self._fellows = _subject(words, words.fellows)
        self._anybody = _subject(words, f"{words.kin}|{words.fellows}")
        self._alone, self._mine = re.compile(words.alone), re.compile(words.mine)
        self._back = re.compile(words.back)
        self._first = re.compile(words.first)
        self._on = re.compile(f"{words.goes_on}|{words.comes_of_it}")

    def without(self, text: str, *, within: bool = False) -> str:
        """The folded text, as long as before, with blanks for such clauses.

        `within` a matter of the worker's own those of relatives as well; else whoever a message tells
        of alone may be spoken for.
        """
        found = list(self._clauses(text, self._anybody if within else self._fellows))
        if not within and not any(mine for _, other, mine in found if not other):
            return text
        letters = list(text)
        for (start, end), other, _ in found:
            if other:
                letters[start:end] = " " * (end - start)
        return "".join(letters)

    def _clauses(
        self, text: str, subject: re.Pattern[str]
    ) -> Iterator[tuple[tuple[int, int], bool, bool]]:
        """Each clause: where it stands, whether others are its subject, whether the worker is."""
        told = led = False
        for match in _CLAUSE.finditer(text):
            clause = match.group()
            other = subject.match(clause)
            rest = clause[other.end() :] if other else clause
            mine = self._mine.search(rest) is not None
            on = (led or (told and self._on.match(clause))) and not self._back.match(clause)
            theirs = bool(other or on) and not mine
            yield match.span(), theirs, self._first.match(clause) is not None
            led = other is not None and self._alone.match(rest) is not None
            told = theirs


def _subject(words: OthersWords, people: str) -> re.Pattern[str]:
    """How a clause about others begins, up to and with their name."""
    named = f"{words.owner}{words.which}{{0,3}}(?:{people}|{words.named})"
    life = f"{words.owner}{words.staff}(?={words.their_life})"
    each = "|".join((words.together, words.called, named, words.strangers, life))
    return re.compile(f"(?!{words.joint})(?:{words.lead}){{0,3}}(?:{each}){words.to_me}")
