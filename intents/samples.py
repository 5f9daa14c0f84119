"""What matching learns from: the phrases of entries and doors, and weakly the titles."""

from collections.abc import Iterable

from intents.library import Door
from intents.matching.training import Sample
from knowledge.schemas import FaqEntry


def entry_samples(entries: Iterable[FaqEntry]) -> list[Sample]:
    """Every phrase of every entry; titles count weakly."""
    samples = []
    for entry in entries:
        samples += [Sample(phrase, entry.id) for phrase in entry.phrases]
        samples.append(Sample(entry.title, entry.id, weak=True))
    return samples


def door_samples(doors: Iterable[Door]) -> list[Sample]:
    """Every phrase of every door; titles count weakly."""
    samples = []
    for door in doors:
        samples += [Sample(phrase, door.id) for phrase in door.phrases]
        samples.append(Sample(door.title, door.id, weak=True))
    return samples
