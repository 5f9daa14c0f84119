"""Build time only: teaches the reader of choices. Same phrases, same bytes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from intents.choice_words import NONE
from intents.matching.choices import ChoiceLimits, ChoiceModel
from intents.matching.label_training import Labels, Lessons, Margins, Rows, least_clear
from intents.matching.labels import LONGEST
from intents.matching.meaning import Meaning
from intents.matching.normalise import Normaliser

FALSE_ANSWERS, RIGHT_ANSWERS = 0.06, 0.88
"""Of messages said elsewhere, held out from learning: how many may be taken for an answer to a
question; of the answers named, how many must be right."""
FALSE_IN_STORIES, RIGHT_IN_STORIES = 0.002, 0.95
"""The same for a clause of a story, which is asked of every question."""

_ELSEWHERE = 300
"""Messages said elsewhere that each question is taught beside its own."""

Said = Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class _Question:
    """The rows of a question's own texts and of those said elsewhere, each with its label."""

    name: str
    rows: Rows
    labels: Labels
    own: NDArray[np.bool_]


def learn_choices(said: Said, elsewhere: Sequence[str], meaning: Meaning) -> ChoiceModel:
    """A model from phrases by question and choice (`NONE` among the choices), and from messages that
    answer nothing."""
    letters = Normaliser(()).letters
    own: dict[str, list[tuple[str, str]]] = {
        question: [
            (letters(text)[:LONGEST], choice)
            for choice in sorted(said[question])
            for text in said[question][choice]
        ]
        for question in sorted(said)
    }
    texts = [text for told in own.values() for text, _ in told]
    texts += [folded for text in elsewhere if 0 < len(folded := letters(text)) <= LONGEST]
    with threadpool_limits(1):
        lessons = Lessons(texts, meaning)
        choices = {question: [choice for _, choice in told] for question, told in own.items()}
        questions = list(_questions(choices, len(texts)))
        machines = [lessons.taught(each.rows, each.labels) for each in questions]
        limits = _limits([_Read.of(each, lessons) for each in questions])
    labels = [
        f"{question.name}.{choice}"
        for question, machine in zip(questions, machines, strict=True)
        for choice in machine.classes_.tolist()
    ]
    return ChoiceModel(lessons.model(machines, labels), limits)


def _questions(choices: Mapping[str, Sequence[str]], everything: int) -> Iterator[_Question]:
    """Each question beside an even choice of what is said elsewhere, to other questions, too."""
    start = 0
    for name, labels in choices.items():
        mine = np.arange(start, start + len(labels))
        start += len(labels)
        others = np.setdiff1d(np.arange(everything), mine)
        far = np.random.default_rng(start).choice(others, min(_ELSEWHERE, len(others)), False)
        yield _Question(
            name,
            np.concatenate([mine, np.sort(far)]),
            np.array([*labels, *[NONE] * len(far)]),
            np.arange(len(mine) + len(far)) < len(mine),
        )


@dataclass(frozen=True, slots=True)
class _Read:
    """Of each text of a question, held out: how far its best choice stands above `NONE` and above
    the next, whether that choice is right, and whether the text answers at all."""

    lead: Margins
    clear: Margins
    right: NDArray[np.bool_]
    answers: NDArray[np.bool_]
    own: NDArray[np.bool_]

    @classmethod
    def of(cls, question: _Question, lessons: Lessons) -> "_Read":
        names = np.unique(question.labels)
        none = int(np.flatnonzero(names == NONE)[0])
        margins = lessons.held_out(question.rows, question.labels)
        choices, named = np.delete(margins, none, axis=1), np.delete(names, none)
        ahead = np.diff(np.sort(choices, axis=1)[:, -2:], axis=1)[:, 0]
        return cls(
            choices.max(axis=1) - margins[:, none],
            ahead,
            named[choices.argmax(axis=1)] == question.labels,
            question.labels != NONE,
            question.own,
        )


def _limits(read: Sequence[_Read]) -> ChoiceLimits:
    """One set for all questions: each has few texts."""

    def joined(name: str) -> NDArray[np.float64]:
        return np.concatenate([getattr(each, name) for each in read])

    lead, clear = joined("lead"), joined("clear")
    right, answers, own = (joined(name).astype(bool) for name in ("right", "answers", "own"))

    def least(false: float, enough_right: float) -> tuple[float, float]:
        least_lead = float(np.quantile(lead[~own], 1 - false))
        heard = answers & (lead >= least_lead)
        return least_lead, least_clear(clear[heard], right[heard], enough_right)

    return ChoiceLimits(
        *least(FALSE_ANSWERS, RIGHT_ANSWERS), *least(FALSE_IN_STORIES, RIGHT_IN_STORIES)
    )
