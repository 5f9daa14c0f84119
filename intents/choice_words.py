"""What teaches the reader of choices: phrases by question and choice, `choices/*.yaml`."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, RootModel, StringConstraints

from intents.wish_words import FOLDER as WISHES
from knowledge.schemas import Identifier

FOLDER = "choices"
NONE = "none"
"""The label of messages that answer with none of the choices."""

_Phrase = Annotated[str, StringConstraints(min_length=1, max_length=40)]
_Phrases = Annotated[tuple[_Phrase, ...], Field(min_length=20)]


class Choices(RootModel[dict[Identifier, dict[Identifier, _Phrases]]]):
    """Phrases by question and the id of the choice they mean; under none those that mean no choice."""


def choice_lessons(values: Mapping[str, Any]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Phrases by question, then by choice."""
    return {
        question: {choice: tuple(phrases) for choice, phrases in by_choice.items()}
        for name, file in values.items()
        if name.startswith(f"{FOLDER}/")
        for question, by_choice in file.items()
    }


def said_elsewhere(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Messages of talks that answer no question."""
    return tuple(values[f"{WISHES}/none.yaml"]["none"])
