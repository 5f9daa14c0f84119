"""What is said beside the matter, from one person to another: who are you, do not tell them, thanks, I am still shaking."""

import re
from collections.abc import Mapping
from functools import cached_property

from pydantic import model_validator

from intents.compiled import whole_clauses
from intents.intake_form import Identifier, IntakeShape
from intents.needed_letters import PatternIndex

_NOT_LETTERS = re.compile(r"[^\w]+|_")
_CLAUSES = re.compile(r"[^\s，。；！？、,;!?~～…]+")


class Courtesy(IntakeShape):
    """One kind by the words of a whole clause of at most `longest` letters, met with the reply `say`. `alone`: only
    where nothing else is said; `fully`: the reply where this alone is said; `quiet`: nothing is asked then; `covers`:
    kinds that its reply answers, too; `answers_bare`: what is asked without saying what of (这咋弄), too."""

    said: str
    say: Identifier
    fully: Identifier | None = None
    longest: int = 24
    alone: bool = False
    quiet: bool = False
    answers_bare: bool = False
    covers: tuple[Identifier, ...] = ()


class Courtesies(IntakeShape):
    """word_lists/courtesies.yaml: what may stand before and after, what says nothing (`fillers`), and the kinds in
    the `order` they are looked for and answered."""

    lead: str
    tail: str
    fillers: str
    order: tuple[Identifier, ...]
    kinds: Mapping[Identifier, Courtesy]

    @model_validator(mode="after")
    def _all_in_order(self) -> "Courtesies":
        if sorted(self.order) != sorted(self.kinds):
            raise ValueError("order names every kind once")
        return self

    def apart(self, text: str) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
        """The kinds that clauses of the words are, and where the clauses stand that are none and no filler."""
        said: dict[str, None] = {}
        rest, held = [], []
        for clause in _CLAUSES.finditer(text):
            bare = _NOT_LETTERS.sub("", clause.group())
            name = self.named(bare)
            if name is not None and self.kinds[name].alone:
                held.append((name, clause.span()))
            elif name is not None:
                said[name] = None
            elif bare and not self._fillers.fullmatch(bare):
                rest.append(clause.span())
        if rest:
            return tuple(said), tuple(sorted([*rest, *(span for _, span in held)]))
        return tuple(self._in_order({*said, *(name for name, _ in held)})), ()

    def without_thanks(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where the other clauses stand in words of which one is a courtesy met only alone; none in other words."""
        clauses = [
            (each.span(), _NOT_LETTERS.sub("", each.group())) for each in _CLAUSES.finditer(text)
        ]
        left = [span for span, bare in clauses if not self._is_alone(self.named(bare))]
        return tuple(left) if 0 < len(left) < len(clauses) else ()

    def _is_alone(self, name: str | None) -> bool:
        return name is not None and self.kinds[name].alone

    def named(self, bare: str) -> str | None:
        """The kind that a clause without punctuation is, if any."""
        fitting = self._index.may_fit(bare)
        for number, name in enumerate(self.order):
            short = len(bare) <= self.kinds[name].longest
            if number in fitting and short and self._patterns[name].fullmatch(bare):
                return name
        return None

    def to_answer(self, said: tuple[str, ...]) -> tuple[str, ...]:
        """The kinds whose reply is due: none that another one covers."""
        covered = {each for name in said for each in self.kinds[name].covers}
        return tuple(self._in_order(set(said) - covered))

    def _in_order(self, said: set[str]) -> list[str]:
        return [name for name in self.order if name in said]

    @cached_property
    def _fillers(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self.fillers})+")

    @cached_property
    def _index(self) -> PatternIndex:
        return PatternIndex(self._patterns.values())

    @cached_property
    def _patterns(self) -> Mapping[str, re.Pattern[str]]:
        said = {name: self.kinds[name].said for name in self.order}
        return whole_clauses(self.lead, self.tail, said)
