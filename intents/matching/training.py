"""Build time only: from phrases and asked questions to a calibrated model. Same in, same bytes.

The phrases and the asked questions teach together. For calibration the questions are split into
parts, and each part is read by a model that never saw it: these readings, not the training fit,
set every probability and threshold.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from intents.asked_questions import ELSEWHERE
from intents.matching.calibrating import HeldOut, calibrate
from intents.matching.fitting import Example, fit
from intents.matching.homophone_training import learn_homophones
from intents.matching.meaning import Meaning
from intents.matching.model import Linear, Model, Phrases
from intents.matching.normalise import Normaliser
from intents.matching.signals import SignalReader
from intents.matching.words import MatchingWords

_PARTS = 3
_TAUGHT = {False: (True, 1.0), True: (False, 0.5)}
"""Whether a sample is shown, and its weight, by whether it is weak."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A text and the entry or door it belongs to.

    Weak samples (a title, a short answer) help to learn but are not shown as phrases. `grounds`
    are the articles the entry rests on, the decisive one first. A door may be `about_labour`, too.
    """

    text: str
    entry_id: str
    weak: bool = False
    grounds: tuple[str, ...] = ()
    about_labour: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked: the entries that answer it, best first, or its door, or neither.

    `misleading` when it was written to be mistaken for another matter.
    """

    text: str
    entries: tuple[str, ...] = ()
    door: str | None = None
    misleading: bool = False


@dataclass(frozen=True, slots=True)
class Lessons:
    """All that is taught: samples of at least two entries and a door, questions of both kinds."""

    entries: tuple[Sample, ...]
    doors: tuple[Sample, ...]
    questions: tuple[Question, ...]
    words: MatchingWords


Run = Callable[[Callable[[int], list[HeldOut]], Iterable[int]], Iterator[list[HeldOut]]]
"""As `map` does it, perhaps in other processes."""


def train(lessons: Lessons, meaning: Meaning, run: Run = map) -> Model:
    """The model of the lessons; an id must not be both entry and door.

    Other processes may be used, not threads: liblinear draws its random numbers from one place.
    Raises ValueError for less than two entries and a door, and without questions of both kinds.
    """
    school = _School(lessons, meaning)
    parts = run(school.read_part, range(_PARTS))
    linear, phrases = school.fit()
    held_out = [each for part in parts for each in part]
    calibration = calibrate(held_out, len(school.entry_ids))
    return Model(lessons.words, school.homophones, meaning, phrases, linear, calibration)


class _School:
    """All that is learned from, folded and numbered once."""

    def __init__(self, lessons: Lessons, meaning: Meaning) -> None:
        entries, doors, questions = lessons.entries, lessons.doors, lessons.questions
        self._words, self._meaning = lessons.words, meaning
        self._normaliser = Normaliser(lessons.words.fillers, lessons.words.dialect)
        self.entry_ids = _ids(entries)
        beside = _ids([door for door in doors if door.about_labour])
        self._labels = (*self.entry_ids, *beside, *_ids(doors, but=beside), ELSEWHERE)
        self._labour_count = len(self.entry_ids) + len(beside)
        _refuse_too_little(self._labels, self.entry_ids, questions)
        self._numbers = {label: number for number, label in enumerate(self._labels)}
        self._articles = _articles(entries, self._labels)
        self._examples = self._examples_of((*entries, *doors))
        self._alike = _alike(entries)
        self._questions = [each for each in questions if self._normaliser.fold(each.text)]
        self._asked = [self._example_of(each) for each in self._questions]
        asked = [self._normaliser.fold(each.text) for each in self._questions]
        self.homophones = learn_homophones([*(each.folded for each in self._examples), *asked])

    def fit(self, but: int | None = None) -> tuple[Linear, Phrases]:
        """The model of all samples and of the questions but those of one part."""
        taught = [
            example
            for number, examples in enumerate(self._asked)
            if number % _PARTS != but
            for example in examples
        ]
        counts = len(self.entry_ids), self._labour_count
        with threadpool_limits(1):
            return fit([*self._examples, *taught], self._labels, self._articles, *counts)

    def read_part(self, part: int) -> list[HeldOut]:
        """The questions of one part, read by a model that was not taught them."""
        reader = SignalReader(*self.fit(part), self._meaning, self._words.labour)
        return [
            HeldOut(
                self._answering(question),
                question.door is None or self._numbers[question.door] < self._labour_count,
                reader.read(self._heard(question.text, reader.known)),
                question.misleading,
            )
            for question in self._questions[part::_PARTS]
        ]

    def _heard(self, text: str, known: Container[str]) -> str:
        return self.homophones.repaired(self._normaliser.fold(text), known)

    def _answering(self, question: Question) -> frozenset[int]:
        """The entries named for the question, and those that rest on the same decisive article."""
        alike = (other for entry in question.entries for other in self._alike[entry])
        return frozenset(self._numbers[entry] for entry in (*question.entries, *alike))

    def _examples_of(self, samples: Iterable[Sample]) -> list[Example]:
        examples = [
            self._example(each.text, each.entry_id, *_TAUGHT[each.weak]) for each in samples
        ]
        kept = {(each.label, each.folded, each.shown): each for each in examples if each.folded}
        return [kept[key] for key in sorted(kept)]

    def _example_of(self, question: Question) -> list[Example]:
        """A question teaches the best of its entries as well as a phrase does, but is not shown."""
        label = question.entries[0] if question.entries else question.door
        if label is None:
            return []
        return [self._example(question.text, label, shown=False)]

    def _example(self, text: str, label: str, shown: bool, weight: float = 1.0) -> Example:
        folded = self._normaliser.fold(text)
        return Example(
            text, folded, self._meaning.read(folded), self._numbers[label], shown, weight
        )


def _alike(entries: Iterable[Sample]) -> dict[str, list[str]]:
    """For each entry the others: the decisive article of one is among the grounds of the other."""
    grounds = {sample.entry_id: sample.grounds for sample in entries}
    return {
        one: [
            other
            for other, theirs in grounds.items()
            if other != one and (set(own[:1]) & set(theirs) or set(theirs[:1]) & set(own))
        ]
        for one, own in grounds.items()
    }


def _articles(entries: Iterable[Sample], labels: Sequence[str]) -> list[int]:
    """By label the number of the article its entry rests on first; 0 for doors and where none is told."""
    first = {sample.entry_id: sample.grounds[0] for sample in entries if sample.grounds}
    numbers = {ground: number for number, ground in enumerate(sorted(set(first.values())), 1)}
    return [numbers[first[label]] if label in first else 0 for label in labels]


def _refuse_too_little(
    labels: Sequence[str], entry_ids: Sequence[str], questions: Sequence[Question]
) -> None:
    if len(entry_ids) < 2 or len(labels) < len(entry_ids) + 2 or len(set(labels)) != len(labels):
        raise ValueError("training needs two entries and one door, with distinct ids")
    if not any(each.entries for each in questions) or not any(each.door for each in questions):
        raise ValueError("training needs asked questions, some about labour and some not")


def _ids(samples: Iterable[Sample], but: tuple[str, ...] = ()) -> tuple[str, ...]:
    return tuple(sorted({sample.entry_id for sample in samples} - set(but)))
