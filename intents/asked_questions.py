"""Questions as people ask them, with the entries or the door that answer them.

They were invented by writers who had not seen the phrases of any entry. The build measures on
them when the matcher is sure enough to answer, to offer or to refuse, and learns from them, too.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from knowledge.schemas import Identifier, Line, Shape

FOLDER = "asked"
ELSEWHERE = "none"
"""No labour matter, and none of our doors fits it either."""


class AskedQuestion(Shape):
    """One question in intents/asked/*.yaml: its answers, best first, or its door.

    A labour question that no entry answers has no entries and says in `gap` what is missing.
    `misleading` are the questions of a file written to be mistaken for another matter.
    """

    asked: Annotated[str, Field(min_length=2, max_length=2_000)]
    entries: Annotated[tuple[Identifier, ...], Field(max_length=5)] = ()
    gap: Line | None = None
    door: Identifier | None = None
    misleading: bool = False

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (
            sum(
                (
                    bool(self.entries),
                    self.gap is not None and not self.entries,
                    self.door is not None,
                )
            )
            != 1
        ):
            raise ValueError("give entries, or a gap, or a door")
        return self

    @property
    def answers(self) -> tuple[str, ...]:
        """The entries or the door."""
        return self.entries if self.door is None else (self.door,)

    @property
    def about_labour(self) -> bool:
        """Whether a worker asks about work, answered or not."""
        return self.door is None


def asked_questions(values: Mapping[str, Any]) -> list[AskedQuestion]:
    """The development questions of the room's files (their values by path), in order."""
    return [
        AskedQuestion.model_validate({"misleading": value.get("misleading", False), **record})
        for name, value in values.items()
        if name.startswith(f"{FOLDER}/")
        for record in value["asked"]
    ]
