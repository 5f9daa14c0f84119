"""What teaches the reader of questions in the middle of a case: details and entries alike. Building only."""

from collections.abc import Iterable, Mapping

from intents.asked_questions import AskedQuestion
from intents.details import DetailBank
from intents.matching.questions_training import TaughtAnswer
from knowledge.schemas import FaqEntry


def question_lessons(
    entries: Iterable[FaqEntry], bank: DetailBank, asked: Iterable[AskedQuestion]
) -> dict[str, TaughtAnswer]:
    """The lessons of each answer by its id; an asked question teaches the entry that answers it best."""
    of_details = {
        name: TaughtAnswer(detail.phrases, detail.asks, detail.says)
        for name, detail in bank.by_id.items()
    }
    questions = _by_entry(asked)
    of_entries = {
        entry.id: TaughtAnswer(
            (*entry.phrases, *entry.phrases_within, *questions.get(entry.id, ())),
            entry.title,
            entry.short_answer,
        )
        for entry in entries
    }
    return of_details | of_entries


def _by_entry(asked: Iterable[AskedQuestion]) -> Mapping[str, list[str]]:
    questions: dict[str, list[str]] = {}
    for each in asked:
        if each.entries:
            questions.setdefault(each.entries[0], []).append(each.asked)
    return questions
