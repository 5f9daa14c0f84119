"""What teaches the learned hint of danger: sentences by class, and words that mean the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, StringConstraints, model_validator

from knowledge.schemas import Identifier, Shape

NORMAL = "normal"

_SAID, _SIGNS = "crisis/said/", "crisis/signs/signs.yaml"
_Sentence = Annotated[str, StringConstraints(min_length=1, max_length=400)]
_Word = Annotated[str, StringConstraints(min_length=1, max_length=12)]


class Said(Shape):
    """Invented sentences of one class, or of none: crisis/said/<class>.yaml, <class>.<part>.yaml."""

    said: Annotated[tuple[_Sentence, ...], Field(min_length=10)]


class Signs(Shape):
    """Words by what they are a sign of: crisis/signs/signs.yaml."""

    signs: dict[Identifier, Annotated[tuple[_Word, ...], Field(min_length=1)]]

    @model_validator(mode="after")
    def _one_sign_each(self) -> "Signs":
        words = [word for sign in self.signs.values() for word in sign]
        twice = sorted({word for word in words if words.count(word) > 1})
        if twice:
            raise ValueError(f"in two signs: {', '.join(twice)}")
        return self


@dataclass(frozen=True, slots=True)
class CrisisWords:
    """Sentences by class id, `normal` among them, and words by sign."""

    said: Mapping[str, tuple[str, ...]]
    signs: Mapping[str, tuple[str, ...]]


def crisis_words(values: Mapping[str, Any]) -> CrisisWords:
    """The teaching material among the values of a build."""
    said: dict[str, tuple[str, ...]] = {}
    for name, value in sorted(values.items()):
        if name.startswith(_SAID):
            kind = name.removeprefix(_SAID).split(".")[0]
            said[kind] = (*said.get(kind, ()), *Said.model_validate(value).said)
    return CrisisWords(said, Signs.model_validate(values[_SIGNS]).signs)
