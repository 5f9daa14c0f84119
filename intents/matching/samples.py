"""Build time: what of entries, doors and asked questions teaches the matcher."""

from collections.abc import Iterable, Iterator

from intents.asked_questions import AskedQuestion
from intents.library import Door
from intents.matching.training import Lessons, Question, Sample
from intents.matching.words import MatchingWords
from knowledge.schemas import FaqEntry


def matching_lessons(
    entries: Iterable[FaqEntry],
    doors: Iterable[Door],
    questions: Iterable[AskedQuestion],
    words: MatchingWords,
) -> Lessons:
    """All that teaches the matcher."""
    return Lessons(
        tuple(entry_samples(entries)),
        tuple(door_samples(doors)),
        tuple(question_samples(questions)),
        words,
    )


def entry_samples(entries: Iterable[FaqEntry]) -> list[Sample]:
    """Phrases, and as weak samples the title and the reviewed text of each entry."""
    return [sample for entry in entries for sample in _samples_of(entry)]


def door_samples(doors: Iterable[Door]) -> list[Sample]:
    """The phrases of the out-of-scope groups."""
    return [
        Sample(phrase, door.id, about_labour=door.about_labour)
        for door in doors
        for phrase in door.phrases
    ]


def question_samples(questions: Iterable[AskedQuestion]) -> list[Question]:
    """The asked questions with what answers them."""
    return [Question(each.asked, each.entries, each.door, each.misleading) for each in questions]


def _samples_of(entry: FaqEntry) -> Iterator[Sample]:
    grounds = tuple(f"{each.law}#{each.article}" for each in entry.cited)
    yield from (Sample(phrase, entry.id, grounds=grounds) for phrase in entry.phrases)
    texts = (
        entry.title,
        entry.short_answer,
        entry.more,
        " ".join((*entry.do_now, *entry.evidence)),
    )
    yield from (Sample(text, entry.id, True, grounds) for text in texts if text)
