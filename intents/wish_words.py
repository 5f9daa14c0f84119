"""What teaches the reader of wishes: phrases by wish, `wishes/<kind>.yaml`."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, RootModel, StringConstraints

from intents.asides import Aside
from intents.crisis_words import CrisisWords
from knowledge.schemas import Identifier

FOLDER = "wishes"
NONE = "none"
"""The label of messages that are no wish."""

KINDS = ("commands", "moves", "asides")
"""The word lists that name wishes; a wish is known as <kind>.<id>."""

_Phrase = Annotated[str, StringConstraints(min_length=1, max_length=40)]


class Wishes(RootModel[dict[Identifier, Annotated[tuple[_Phrase, ...], Field(min_length=20)]]]):
    """Phrases by the id of the wish they are; in none.yaml those that are none."""


def wish_lessons(values: Mapping[str, Any], danger: CrisisWords) -> Mapping[str, tuple[str, ...]]:
    """Phrases by wish. Of danger nothing is a wish, so that the reader never covers it."""
    lessons = {
        f"{kind}.{name}": tuple(phrases)
        for kind in KINDS
        for name, phrases in values[f"{FOLDER}/{kind}.yaml"].items()
    }
    dangerous = [text for name in sorted(danger.said) for text in danger.said[name][::_OF_DANGER]]
    return {**lessons, NONE: (*values[f"{FOLDER}/{NONE}.yaml"][NONE], *dangerous)}


def said_in_talks(values: Mapping[str, Any], asides: Mapping[str, Aside]) -> tuple[str, ...]:
    """What is said in any talk and tells of no danger: all but remarks that may cover despair."""
    calm = list(values[f"{FOLDER}/{NONE}.yaml"][NONE])
    for kind in KINDS:
        for name, phrases in values[f"{FOLDER}/{kind}.yaml"].items():
            if kind != "asides" or not asides[name].grave:
                calm += phrases
    return tuple(calm)


_OF_DANGER = 5
"""Every fifth sentence is enough: they are many, and the ear for danger is asked first."""
