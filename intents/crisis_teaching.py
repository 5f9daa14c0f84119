"""Build time: what teaches the hint of danger."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from intents.asked_questions import ELSEWHERE, AskedQuestion
from intents.crisis_words import NORMAL, CrisisWords
from intents.library import Intents
from intents.matching.hint import HintModel
from intents.matching.hint_training import train_hint
from knowledge.schemas import FaqEntry


@dataclass(frozen=True, slots=True)
class DangerLessons:
    """Sentences of danger by class, ordinary ones, and the words by sign."""

    said: Mapping[str, tuple[str, ...]]
    ordinary: tuple[str, ...]
    signs: Mapping[str, tuple[str, ...]]


def danger_lessons(
    entries: Sequence[FaqEntry],
    intents: Intents,
    words: CrisisWords,
    asked: Iterable[AskedQuestion] = (),
    in_talks: Iterable[str] = (),
) -> DangerLessons:
    """Ordinary are, beside the sentences said to be so and what is said in any talk, the phrases of entries that have no alarm
    of theirs and the questions that such entries answer: injuries of the past, quarrels. So are
    those of doors, but for doors to which people in danger come, too."""
    calm = [entry for entry in entries if not set(entry.alarms) & set(intents.crisis)]
    ordinary = [
        *words.said[NORMAL],
        *in_talks,
        *(phrase for entry in calm for phrase in entry.phrases),
    ]
    doors = [door for door in intents.doors.values() if not door.tells_of_danger]
    ordinary += [phrase for door in doors for phrase in door.phrases]
    ids = {entry.id for entry in calm} | {door.id for door in doors} | {ELSEWHERE}
    ordinary += [each.asked for each in asked if each.answers and ids.issuperset(each.answers)]
    said = {name: words.said[name] for name in intents.crisis}
    return DangerLessons(said, tuple(ordinary), words.signs)


def learn_danger(lessons: DangerLessons) -> HintModel:
    """A model of the crisis classes."""
    return train_hint(lessons.said, lessons.ordinary, lessons.signs)
