"""What a worker says he has, or what became of it (巡逻本我拍了, 合同收走了, 他把记录删了): each has a worth."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache

from pydantic import model_validator

from intents.compiled import compiled
from intents.intake_form import Identifier, IntakeShape
from intents.needed_letters import PatternIndex
from intents.parted import parted

_NOT_LETTERS = re.compile(r"[^\w]+|_")
REPLY = "proof_"
"""What the names of the replies begin with."""
_READINGS_KEPT = 8
"""One turn asks several times what its words tell."""


class Proof(IntakeShape):
    """One kind of thing: any of `said` names it, but with one of `unless` in the words another thing is told.
    `first`: met before any remark the words resemble. `asked`: its reply
    answers what is asked of it, too. `grave`: danger may stand behind it. `demand`: what the
    other side wants or threatens, whose money is none owed to the worker. `said_after` tells it, too, where the talk
    before held `after`."""

    said: tuple[str, ...]
    unless: tuple[str, ...] = ()
    first: bool = False
    asked: bool = False
    demand: bool = False
    grave: bool = False
    said_after: str | None = None
    after: str | None = None


class Proofs(IntakeShape):
    """word_lists/proofs.yaml: the kinds and the order they are looked for in; `pieces` are words that
    stand in the patterns as <name>. `refers`: a message that asks of what was told before. `asks`: a question, but with `asks_worth` one that the worth
    of the thing answers. `calm`: words that only sound of danger."""

    pieces: Mapping[Identifier, str]
    calm: str
    asks: str
    asks_worth: str
    refers: str
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
        return self._named_lately(parted(text))

    def reply(self, text: str) -> str | None:
        """The name of the reply that tells the worth of what is told."""
        name = self.named(text)
        return f"{REPLY}{name}" if name is not None else None

    def reply_after(self, text: str, talk: str) -> str | None:
        """The name of the reply to what the words tell only after such a talk (算我们旷工, after a gas leak)."""
        for name, kind in self.kinds.items():
            if kind.said_after is None or kind.after is None:
                continue
            if compiled(kind.said_after).search(text) and compiled(kind.after).search(talk):
                return f"{REPLY}{name}"
        return None

    def is_met_by_worth(self, text: str) -> bool:
        """Whether the words ask nothing, or what the thing is good for (这个算证据不)."""
        if compiled(self.asks).search(text) is None or self.answering(text):
            return True
        return compiled(self.asks_worth).search(text) is not None

    def answering(self, text: str) -> str | None:
        """The kind told whose reply answers what is asked of it, too (要不要去堵门)."""
        name = self.named(text)
        return name if name is not None and self.kinds[name].asked else None

    def asks_of_told(self, text: str) -> bool:
        """Whether the whole words ask if what was told before proves anything (这能当证据不)."""
        return compiled(self.refers).fullmatch(_NOT_LETTERS.sub("", text)) is not None

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

    @cached_property
    def _named_lately(self) -> Callable[[str], str | None]:
        return lru_cache(maxsize=_READINGS_KEPT)(self._named)

    @cached_property
    def _said(self) -> tuple[PatternIndex, Mapping[str, range]]:
        """The patterns, and which of them tell each kind."""
        index = PatternIndex()
        said = {name: map(self._whole, self.kinds[name].said) for name in self.order}
        return index, {name: index.numbered(map(compiled, said[name])) for name in self.order}

    def _named(self, text: str) -> str | None:
        index, numbers = self._said
        fitting = index.may_fit(text)
        for name in self.order:
            told = any(each.search(text) for each in index.among(numbers[name], fitting))
            if told and not self._is_another(self.kinds[name], text):
                return name
        return None

    def _is_another(self, kind: Proof, text: str) -> bool:
        return any(compiled(self._whole(each)).search(text) for each in kind.unless)

    def _whole(self, pattern: str) -> str:
        for name, words in self.pieces.items():
            pattern = pattern.replace(f"<{name}>", words)
        return pattern
