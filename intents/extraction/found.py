"""What the readers hand on: mentions inside a text, and facts with the words they come from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from knowledge.law.partial_date import PartialDate

Value = Decimal | PartialDate | str | int | bool | tuple[str, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mention(Generic[T]):
    """One value at `start`..`end` of the text read (half open)."""

    value: T
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Found:
    """A fact: its value, and the worker's own words (`said`) with their place in the text;
    one that is `presumed` no words tell (presumed.py)."""

    value: Value
    said: str
    start: int
    end: int
    presumed: bool = False


Facts = Mapping[str, Found]


def covering(text: str, spans: Iterable[tuple[int, int]]) -> bytearray:
    """One byte a character: 1 where one of the spans lies."""
    covered = bytearray(len(text))
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    return covered
