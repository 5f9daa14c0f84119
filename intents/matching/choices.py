"""A learned reader of choices: 组长打电话叫我别来了 says that the notice was spoken. Pure.

Each question with choices has a machine of its own, which tells the choices apart, and all of them
from what answers nothing. It reads an answer to the open question, and, with more care, a story.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from intents.choice_words import NONE
from intents.matching.features import Floats
from intents.matching.labels import LONGEST, LabelModel, LabelReader, Repair
from intents.matching.meaning import Meaning
from intents.matching.normalise import Normaliser

SHORTEST = 2
"""Letters of the shortest clause of a story that is read."""
MOST_CLAUSES = 24
_READINGS_KEPT = 8
"""One turn asks for the choices in its message several times."""
_CLAUSES = re.compile(r"[\s，。；！？、,;!?…~]+")


@dataclass(frozen=True, slots=True)
class ChoiceLimits:
    """How far a choice must stand above `NONE` in an answer and in a story (`lead`), and above the
    next choice (`clear`)."""

    answer_lead: float
    answer_clear: float
    story_lead: float
    story_clear: float


@dataclass(frozen=True, slots=True)
class ChoiceModel:
    """Labels are <question>.<choice>, those of a question side by side."""

    model: LabelModel
    limits: ChoiceLimits


class ChoiceReader:
    """Reads messages with a learned model; share one between threads."""

    def __init__(self, learned: ChoiceModel, meaning: Meaning, repaired: Repair = str) -> None:
        self._limits, self._repaired = learned.limits, repaired
        self._reader = LabelReader(learned.model, meaning)
        self._letters = Normaliser(()).letters
        self._read_lately = lru_cache(maxsize=_READINGS_KEPT)(self._read)
        self._columns: dict[str, list[int]] = {}
        self._choices: dict[str, list[str]] = {}
        for column, label in enumerate(learned.model.labels):
            question, _, choice = label.partition(".")
            self._columns.setdefault(question, []).append(column)
            self._choices.setdefault(question, []).append(choice)

    def answer(self, question: str, text: str) -> str | None:
        """The choice meant by an answer to the open question, if it is clear."""
        limits = self._limits
        read = self._read_lately(text)
        return only(self._leading(question, read, limits.answer_lead, limits.answer_clear))

    def told(self, text: str) -> "ToldChoices":
        """What the clauses of a story say of any question."""
        return ToldChoices(self, self._read_lately(text))

    def in_story(self, question: str, read: Floats) -> str | None:
        """The choice of a question that surely stands in one of the clauses read, and that no other
        clause contradicts, were it the answer to the question."""
        limits = self._limits
        sure = self._leading(question, read, limits.story_lead, limits.story_clear)
        rivals = self._leading(question, read, limits.answer_lead, limits.answer_clear)
        return only(sure | rivals) if sure else None

    def _read(self, text: str) -> Floats:
        """The margins of the message and of its clauses, row by row, of those that can be read."""
        clauses = _clauses(text)
        read = map(self._margins, clauses if len(clauses) == 1 else (text, *clauses))
        return np.array([margins for margins in read if margins is not None])

    def _margins(self, text: str) -> Floats | None:
        letters = self._letters(text)
        if not SHORTEST <= len(letters) <= LONGEST:
            return None
        return self._reader.margins(self._repaired(letters))

    def _leading(self, question: str, read: Floats, lead: float, clear: float) -> set[str]:
        """The choices of a question that stand out in any of what was read."""
        columns, choices = self._columns.get(question, []), self._choices.get(question, [])
        if not columns or not len(read):
            return set()
        places = leading(read[:, columns], choices.index(NONE), lead, clear)
        return {choices[place] for place in places}


@dataclass(frozen=True, slots=True)
class ToldChoices:
    """The clauses of a story, read once for all questions."""

    reader: ChoiceReader
    read: Floats

    def of(self, question: str) -> str | None:
        """The choice of a question that the story surely names."""
        return self.reader.in_story(question, self.read)


def only(choices: set[str]) -> str | None:
    """The one choice; None where there are several or none."""
    return next(iter(choices)) if len(choices) == 1 else None


def leading(margins: Floats, none: int, lead: float, clear: float) -> list[int]:
    """The places of the choices that stand out in a row."""
    choices = margins.copy()
    choices[:, none] = -np.inf
    first = choices.argmax(axis=1)
    second, best = np.partition(choices, -2, axis=1)[:, -2:].T
    enough = (best - margins[:, none] >= lead) & (best - second >= clear)
    return [int(place) for place in first[enough]]


def _clauses(text: str) -> list[str]:
    return [part for part in _CLAUSES.split(text) if part][:MOST_CLAUSES]
