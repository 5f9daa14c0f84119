"""Is a person in danger? Read before everything else, without any other machinery.

The words live in crisis/*.yaml, one class a file. A cue is either `any` of some words, or lists
that stand `near` each other: one word of each list, in that order, at most `within` characters
between two of them, inside one sentence. Spaces, punctuation and script do not matter.

A cue is void when one of its `unless` words stands in the same sentence, when a `negations`
word stands directly before it, or when it lies in an idiom. A message that holds `settled`
words is about the past or about the law: there only `firm` cues count.

Beside the patterns a learned hint may raise an alarm; idioms, the past and the law are among what
it learned. Where it is sure of no danger only `firm` cues count, and where there is no doubt only
`undeniable` ones: what the hint takes for harmless for all the words about money around it. Without
the hint the patterns work alone.
"""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Annotated

from pydantic import Field, model_validator

from intents.any_word import AnyWord, NearWords, pairs_of
from intents.hinting import Hint, ReadHint
from intents.matching.normalise import Normaliser
from knowledge.schemas import Identifier, Shape

_BREAKS = re.compile(r"[。！？!?；;\n…]+")
TOLD_FIRMLY = frozenset({"detained"})
"""Dangers that nobody who is in them tells faintly (of our sentences none)."""
TOLD_PLAINLY_IN = 20
"""Letters up to which who is in danger speaks plainly: what only the hint hears in them, and faintly,
was none of ours (差不多一万八 零头我不要了也行)."""
_HINTS_KEPT = 8
"""One turn asks several times what its message tells, and hints at."""
Words = Annotated[tuple[str, ...], Field(min_length=1)]


class Cue(Shape):
    """One pattern; either `any` or `near` is given. `before_everything` None: as its class. `firm` and
    `undeniable` tell what counts though the hint speaks against it."""

    any: Words | None = None
    near: Annotated[tuple[Words, ...], Field(min_length=2, max_length=3)] | None = None
    within: Annotated[int, Field(ge=0, le=30)] = 6
    unless: tuple[str, ...] = ()
    firm: bool = False
    undeniable: bool = False
    before_everything: bool | None = None

    @model_validator(mode="after")
    def _one_form(self) -> "Cue":
        if (self.any is None) == (self.near is None):
            raise ValueError("a cue has either any or near")
        return self


class CrisisClass(Shape):
    """One kind of danger: how it is told, and the fixed words that answer it.

    Where a word of `tended` stands and none of `untended`, help is there already, and the learned hint
    alone raises no alarm. `reply` comes at once, `care` with the next turns; `urgency` 1 is the most urgent.
    """

    id: Identifier
    urgency: Annotated[int, Field(ge=1, le=9)]
    before_everything: bool
    reply: Annotated[str, Field(min_length=20, max_length=300)]
    care: Annotated[str, Field(min_length=20, max_length=300)]
    cues: Annotated[tuple[Cue, ...], Field(min_length=1)]
    idioms: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    tended: tuple[str, ...] = ()
    untended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alarm:
    """A danger told in a message; `before_everything` when safety comes before any answer, `faint`
    when only the learned hint hears it, and not clearly."""

    id: str
    before_everything: bool
    faint: bool = False


_CueId = tuple[str, int]
"""The class, and the cue's place in it."""


@dataclass(frozen=True, slots=True)
class _ReadyCue:
    id: _CueId
    told: NearWords
    unless: AnyWord
    firm: bool
    undeniable: bool
    before_everything: bool


@dataclass(frozen=True, slots=True)
class _ReadyClass:
    id: str
    before_everything: bool
    cues: tuple[_ReadyCue, ...]
    idioms: AnyWord
    negations: AnyWord
    settled: AnyWord
    tended: AnyWord
    untended: AnyWord


class CrisisCheck:
    """Reads messages for danger. Pure; share one between threads."""

    def __init__(self, classes: Sequence[CrisisClass], read_hint: ReadHint | None = None) -> None:
        self._read_hint = lru_cache(maxsize=_HINTS_KEPT)(read_hint) if read_hint else None
        self._read_lately = lru_cache(maxsize=_HINTS_KEPT)(self._read)
        self._pieced_lately = lru_cache(maxsize=_HINTS_KEPT)(self._pieced)
        self._normaliser = Normaliser(())
        self._texts = sorted(classes, key=lambda each: (each.urgency, each.id))

    @cached_property
    def _classes(self) -> tuple[_ReadyClass, ...]:
        """Made with the first message, so that a start is quick."""
        return tuple(map(self._ready, self._texts))

    @cached_property
    def _cues_by_opening(self) -> Mapping[str, Set[_CueId]]:
        """The cues that may stand in a text with these two letters: few of them are looked for."""
        index: dict[str, set[_CueId]] = {}
        for kind in self._classes:
            for cue in kind.cues:
                for opening in cue.told.openings:
                    index.setdefault(opening, set()).add(cue.id)
        return index

    def alarms(self, text: str) -> tuple[str, ...]:
        """The ids of all dangers told, most urgent first."""
        return tuple(alarm.id for alarm in self.read(text))

    def danger(self, text: str) -> str | None:
        """The most urgent danger that must be answered before everything else, if any; what is faintly
        heard only where nothing else is."""
        first = [alarm for alarm in self.read(text) if alarm.before_everything]
        return next((alarm.id for alarm in sorted(first, key=lambda each: each.faint)), None)

    def is_faint(self, text: str) -> bool:
        """Whether the dangers told that come before everything are all told faintly."""
        first = [alarm for alarm in self.read(text) if alarm.before_everything]
        return bool(first) and all(alarm.faint for alarm in first)

    def is_doubtful(self, text: str) -> bool:
        """Whether the danger is only faintly heard, and nobody tells it so, or in so few words: no alarm."""
        if not self.is_faint(text):
            return False
        return len(self._folded(text)) <= TOLD_PLAINLY_IN or self.danger(text) in TOLD_FIRMLY

    def danger_in_pieces(self, pieces: Sequence[str]) -> str | None:
        """The danger told by messages only together. The patterns tell it; the hint, which was
        taught whole sentences, may only deny it."""
        return self._pieced_lately("".join(pieces))

    def _pieced(self, text: str) -> str | None:
        message = self._folded(text)
        found = self._told(message, replace(self._hint(message), classes=frozenset()))
        return next((alarm.id for alarm in found if alarm.before_everything), None)

    def read(self, text: str) -> tuple[Alarm, ...]:
        """All dangers told, most urgent first."""
        return self._read_lately(text)

    def _read(self, text: str) -> tuple[Alarm, ...]:
        message = self._folded(text)
        return self._told(message, self._hint(message))

    def _hint(self, message: str) -> Hint:
        return self._read_hint(message.replace("\n", "")) if self._read_hint else Hint()

    def _told(self, message: str, hint: Hint) -> tuple[Alarm, ...]:
        pairs = pairs_of(message)
        opened = self._cues_by_opening.keys() & pairs
        cues = {cue for opening in opened for cue in self._cues_by_opening[opening]}
        found = (_alarm(each, message, pairs, cues, hint) for each in self._classes)
        return tuple(alarm for alarm in found if alarm is not None)

    def _folded(self, text: str) -> str:
        """One sentence a line, letters and digits only; a text broken at every character is joined."""
        sentences = [self._normaliser.letters(part) for part in _BREAKS.split(text)]
        broken = bool(sentences) and all(len(sentence) <= 1 for sentence in sentences)
        return ("" if broken else "\n").join(sentences)

    def _ready(self, kind: CrisisClass) -> _ReadyClass:
        return _ReadyClass(
            id=kind.id,
            before_everything=kind.before_everything,
            cues=tuple(self._ready_cue(kind, number) for number in range(len(kind.cues))),
            idioms=self._words(kind.idioms),
            negations=self._words(kind.negations),
            settled=self._words(kind.settled),
            tended=self._words(kind.tended),
            untended=self._words(kind.untended),
        )

    def _ready_cue(self, kind: CrisisClass, number: int) -> _ReadyCue:
        cue, first = kind.cues[number], kind.before_everything
        lists = (cue.any,) if cue.any is not None else cue.near or ()
        return _ReadyCue(
            id=(kind.id, number),
            told=NearWords(tuple(map(self._words, lists)), cue.within),
            unless=self._words(cue.unless),
            firm=cue.firm,
            undeniable=cue.undeniable,
            before_everything=first if cue.before_everything is None else cue.before_everything,
        )

    def _words(self, words: Sequence[str]) -> AnyWord:
        return AnyWord.of(self._normaliser.letters(word) for word in words)


def _alarm(
    kind: _ReadyClass, message: str, pairs: Set[str], cues: Set[_CueId], hint: Hint
) -> Alarm | None:
    settled = hint.surely_none or (
        kind.settled.may_stand_in(pairs) and kind.settled.stands_in(message)
    )
    plain = kind.idioms.struck_from(message) if kind.idioms.may_stand_in(pairs) else message
    told = [
        cue.before_everything
        for cue in kind.cues
        if cue.id in cues and (cue.undeniable or not hint.beyond_doubt)
        if (cue.firm or cue.undeniable or not settled) and _is_told(cue, plain, kind.negations)
    ]
    if told:
        return Alarm(kind.id, any(told))
    heard = kind.id in hint.classes and not _is_tended(kind, message)
    return Alarm(kind.id, kind.before_everything, hint.faint) if heard else None


def _is_tended(kind: _ReadyClass, message: str) -> bool:
    return kind.tended.stands_in(message) and not kind.untended.stands_in(message)


def _is_told(cue: _ReadyCue, message: str, negations: AnyWord) -> bool:
    for hit in cue.told.pattern.finditer(message):
        start = message.rfind("\n", 0, hit.start()) + 1
        end = message.find("\n", hit.end())
        sentence = message[start : end if end >= 0 else len(message)]
        before = message[max(start, hit.start() - 4) : hit.start()]
        if _cuts_a_number(message, hit.end()):
            continue
        if not negations.ends(before) and not cue.unless.stands_in(sentence):
            return True
    return False


def _cuts_a_number(message: str, end: int) -> bool:
    """我1560: the 15 that was read is a part of another number."""
    return message[end - 1 : end + 1].isdecimal() and end < len(message)
