"""What an answer presumes of the case it is given in: many people, no pressure, an injury."""

from collections.abc import Mapping
from typing import Self

from pydantic import model_validator

from intents.compiled import compiled
from intents.intake_form import Identifier, IntakeShape


class Presumption(IntakeShape):
    """What these answers presume: words of the talk (`needs`), or one of these facts; never words of
    the talk in `unless`, nor one of the disputes in `unless_kinds` (but where the message says `even_if`). `instead` is the answer where
    that does not hold."""

    entries: tuple[Identifier, ...]
    needs: str | None = None
    or_facts: tuple[Identifier, ...] = ()
    unless: str | None = None
    unless_kinds: tuple[Identifier, ...] = ()
    even_if: str | None = None
    instead: Identifier | None = None

    @model_validator(mode="after")
    def _presumes(self) -> Self:
        if self.needs is None and self.unless is None and not self.unless_kinds:
            raise ValueError("a presumption has needs, unless or unless_kinds")
        return self


class Matter(IntakeShape):
    """Words that keep an answer within disputes of these kinds."""

    said: str
    kinds: tuple[Identifier, ...]


class Suiting(IntakeShape):
    """word_lists/suiting.yaml."""

    worker_kinds_of: Mapping[Identifier, Identifier]
    presumes: Mapping[Identifier, Presumption]
    matters: Mapping[Identifier, Matter]
    gives_way: Mapping[Identifier, Mapping[Identifier, Identifier]]
    of_circumstance: Mapping[Identifier, Mapping[Identifier, Identifier]]
    counsel_in: Mapping[Identifier, Mapping[Identifier, Identifier]]

    def presumptions(self, entry_id: str) -> tuple[Presumption, ...]:
        """All that this answer presumes."""
        return tuple(each for each in self.presumes.values() if entry_id in each.entries)

    def kinds_of(self, text: str) -> frozenset[str]:
        """The kinds of dispute an answer to these words has to be of; empty where any will do."""
        found = (each.kinds for each in self.matters.values() if compiled(each.said).search(text))
        return frozenset(kind for kinds in found for kind in kinds)
