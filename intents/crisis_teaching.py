"""Build time: what teaches the hint of danger."""

from collections.abc import Iterable, Sequence

from intents.asked_questions import AskedQuestion
from intents.crisis_check import CrisisCheck
from intents.crisis_words import NORMAL, CrisisWords
from intents.library import Intents
from intents.matching.hint import HintModel
from intents.matching.hint_training import train_hint
from knowledge.schemas import FaqEntry


def learn_danger(
    entries: Sequence[FaqEntry],
    intents: Intents,
    words: CrisisWords,
    asked: Iterable[AskedQuestion] = (),
) -> HintModel:
    """A model of the crisis classes. Phrases of entries that have no alarm of theirs are normal,
    and so are the questions people ask that such entries answer: injuries of the past, quarrels."""
    classes = intents.crisis
    calm = [entry for entry in entries if not set(entry.alarms) & set(classes)]
    phrases = [phrase for entry in calm for phrase in entry.phrases]
    phrases += [phrase for door in intents.doors.values() for phrase in door.phrases]
    ids = {entry.id for entry in calm}
    phrases += [each.asked for each in asked if each.entries and ids.issuperset(each.entries)]
    said = {name: words.said[name] for name in classes}
    patterns = CrisisCheck(tuple(classes.values()))
    return train_hint(
        said, words.said[NORMAL], phrases, words.signs, lambda text: bool(patterns.alarms(text))
    )
