"""Build time: what teaches the hint of danger."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from intents.asked_questions import AskedQuestion
from intents.crisis_check import CrisisCheck, CrisisClass
from intents.crisis_words import NORMAL, CrisisWords
from intents.library import Intents
from intents.matching.hint import HintModel
from intents.matching.hint_training import train_hint
from knowledge.schemas import FaqEntry


@dataclass(frozen=True, slots=True)
class DangerLessons:
    """The classes with their patterns, sentences of danger and of none, and `calm` phrases."""

    classes: tuple[CrisisClass, ...]
    words: CrisisWords
    calm: tuple[str, ...]


def danger_lessons(
    entries: Sequence[FaqEntry],
    intents: Intents,
    words: CrisisWords,
    asked: Iterable[AskedQuestion] = (),
) -> DangerLessons:
    """Phrases of entries that have no alarm of theirs are calm, and so are the questions people
    ask that such entries answer: injuries of the past, quarrels."""
    calm = [entry for entry in entries if not set(entry.alarms) & set(intents.crisis)]
    phrases = [phrase for entry in calm for phrase in entry.phrases]
    phrases += [phrase for door in intents.doors.values() for phrase in door.phrases]
    ids = {entry.id for entry in calm}
    phrases += [each.asked for each in asked if each.entries and ids.issuperset(each.entries)]
    return DangerLessons(tuple(intents.crisis.values()), words, tuple(phrases))


def learn_danger(lessons: DangerLessons) -> HintModel:
    """A model of the crisis classes."""
    said = {each.id: lessons.words.said[each.id] for each in lessons.classes}
    patterns = CrisisCheck(lessons.classes)
    return train_hint(
        said,
        lessons.words.said[NORMAL],
        lessons.calm,
        lessons.words.signs,
        lambda text: bool(patterns.alarms(text)),
    )
