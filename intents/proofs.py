"""What a worker says he has, or what became of it (巡逻本我拍了, 合同收走了, 他把记录删了): each has a worth."""

from collections.abc import Mapping

from pydantic import model_validator

from intents.compiled import compiled
from intents.intake_form import Identifier, IntakeShape

REPLY = "proof_"
"""What the names of the replies begin with."""


class Proof(IntakeShape):
    """One kind of thing: any of `said` names it, but with one of `unless` in the words another thing is told.
    `first`: met before any remark the words resemble. `grave`: danger may stand behind it. `demand`: what the
    other side wants or threatens, whose money is none owed to the worker."""

    said: tuple[str, ...]
    unless: tuple[str, ...] = ()
    first: bool = False
    demand: bool = False
    grave: bool = False


class Proofs(IntakeShape):
    """word_lists/proofs.yaml: the kinds and the order they are looked for in; `pieces` are words that
    stand in the patterns as <name>. `asks`: a question, but with `asks_worth` one that the worth
    of the thing answers. `calm`: words that only sound of danger."""

    pieces: Mapping[Identifier, str]
    calm: str
    asks: str
    asks_worth: str
    order: tuple[Identifier, ...]
    kinds: Mapping[Identifier, Proof]

    @model_validator(mode="after")
    def _all_fit(self) -> "Proofs":
        if sorted(self.order) != sorted(self.kinds):
            raise ValueError("order names every kind once")
        for kind in self.kinds.values():
            for pattern in (*kind.said, *kind.unless):
                compiled(self._whole(pattern))
        return self

    def named(self, text: str) -> str | None:
        """The first kind that the words tell, if any."""
        return next((name for name in self.order if self._tells(self.kinds[name], text)), None)

    def reply(self, text: str) -> str | None:
        """The name of the reply that tells the worth of what is told."""
        name = self.named(text)
        return f"{REPLY}{name}" if name is not None else None

    def is_met_by_worth(self, text: str) -> bool:
        """Whether the words ask nothing, or what the thing is good for (这个算证据不)."""
        asks = compiled(self.asks).search(text) is not None
        return not asks or compiled(self.asks_worth).search(text) is not None

    def goes_first(self, text: str) -> bool:
        """Whether what is told is met before any remark that the words resemble."""
        name = self.named(text)
        return name is not None and self.kinds[name].first

    def demanded(self, text: str) -> str | None:
        """The kind of what the other side wants or threatens, if the words tell it."""
        name = self.named(text)
        return name if name is not None and self.kinds[name].demand else None

    def calmly_told(self, text: str) -> str:
        """Words that tell such a thing, none of danger, without what only sounds of it; empty for others."""
        name = self.named(text)
        harmless = name is not None and not self.kinds[name].grave
        return compiled(self.calm).sub(" ", text) if harmless else ""

    def _tells(self, kind: Proof, text: str) -> bool:
        told = any(compiled(self._whole(said)).search(text) for said in kind.said)
        return told and not any(compiled(self._whole(said)).search(text) for said in kind.unless)

    def _whole(self, pattern: str) -> str:
        for name, words in self.pieces.items():
            pattern = pattern.replace(f"<{name}>", words)
        return pattern
