"""What teaches the reader of narrow questions. Building only."""

from collections.abc import Iterator, Mapping
from typing import Any

from intents.choice_words import FOLDER as CHOICES
from intents.choice_words import NONE as NO_CHOICE
from intents.crisis_words import CrisisWords
from intents.details import ANY, Detail, DetailBank
from intents.matching.details_training import TaughtDetail
from intents.wish_words import wish_lessons


def taught_details(bank: DetailBank) -> dict[str, TaughtDetail]:
    """The lessons of each detail."""
    details = bank.by_id
    together = _asked_together(details)
    return {
        name: TaughtDetail(detail.phrases, detail.asks, detail.says, together[name])
        for name, detail in details.items()
    }


def _asked_together(details: Mapping[str, Detail]) -> Mapping[str, tuple[str, ...]]:
    """For each detail all that may be asked in a case of its likeliest kind; one of any kind beside those
    of the kind that has most."""
    by_kind: dict[str, list[str]] = {}
    for name, detail in details.items():
        for kind in detail.kinds:
            by_kind.setdefault(kind, []).append(name)
    anywhere = by_kind.pop(ANY, [])
    fullest = max(by_kind.values(), key=len, default=[])
    return {
        name: tuple(sorted({*anywhere, *by_kind.get(detail.kinds[0], fullest)}))
        for name, detail in details.items()
    }


def no_details(values: Mapping[str, Any], danger: CrisisWords) -> tuple[str, ...]:
    """What is wished, remarked and answered in a talk, and asks for no detail."""
    return tuple(_none(values, danger))


def _none(values: Mapping[str, Any], danger: CrisisWords) -> Iterator[str]:
    for phrases in wish_lessons(values, danger).values():
        yield from phrases[::_OF_WISHES]
    for name, questions in values.items():
        if name.startswith(f"{CHOICES}/"):
            for by_choice in questions.values():
                for choice, phrases in by_choice.items():
                    if choice != NO_CHOICE:
                        yield from phrases[::_OF_ANSWERS]


_OF_WISHES, _OF_ANSWERS = 3, 4
"""Every third and fourth phrase is enough: they are many."""
