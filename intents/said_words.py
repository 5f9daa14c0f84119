"""Words within an answer: those of the choices, and those that say that something is not known."""

from collections.abc import Collection

from intents.compiled import compiled
from intents.intake_form import AnswerChoice, Question

_BREAKS = "[，,。 ]"


def choices_within(question: Question, said: str) -> list[str]:
    """The choices one of whose words stands in the answer.

    A longer word goes before its parts (外包公司发 is no 公司发), but where the first listed is meant
    all are given.
    """
    found = {choice.id: _longest(choice, said) for choice in question.choices}
    found = {id: length for id, length in found.items() if length}
    if question.best_first:
        return list(found)
    longest = max(found.values(), default=0)
    return [id for id, length in found.items() if length == longest]


def _longest(choice: AnswerChoice, said: str) -> int:
    words = (word.casefold() for word in (choice.label, *choice.say))
    return max((len(word) for word in words if len(word) > 1 and word in said), default=0)


def without_unknown(said: str, unknown: Collection[str]) -> str:
    """What is known of 不知道，包工头姓周; the words as they are where nothing is unknown."""
    parts = compiled(_BREAKS).split(said)
    known = [part for part in parts if part.strip() not in unknown]
    return said if len(known) == len(parts) else "".join(known).strip()
