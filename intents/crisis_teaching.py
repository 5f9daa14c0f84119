"""Build time: what teaches the hint of danger."""

from collections.abc import Iterable

from intents.crisis_check import CrisisCheck
from intents.crisis_words import NORMAL, CrisisWords
from intents.library import Intents
from intents.matching.hint import HintModel
from intents.matching.hint_training import train_hint
from knowledge.schemas import FaqEntry


def learn_danger(entries: Iterable[FaqEntry], intents: Intents, words: CrisisWords) -> HintModel:
    """A model of the crisis classes; phrases of entries that have no alarm of theirs are normal."""
    classes = intents.crisis
    phrases = [
        phrase
        for entry in entries
        if not set(entry.alarms) & set(classes)
        for phrase in entry.phrases
    ]
    phrases += [phrase for door in intents.doors.values() for phrase in door.phrases]
    said = {name: words.said[name] for name in classes}
    patterns = CrisisCheck(tuple(classes.values()))
    return train_hint(
        said, words.said[NORMAL], phrases, words.signs, lambda text: bool(patterns.alarms(text))
    )
