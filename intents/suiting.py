"""What an answer presumes of the case it is given in: many people, no pressure, an injury."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Self

from pydantic import model_validator

from intents.intake_form import Identifier, IntakeShape
from intents.named_patterns import NamedPatterns

EMPLOYEE = "employee"
"""The kind of worker whose answers are for any trade."""
NO_TRADE: frozenset[str] = frozenset()
TALKS_KEPT, ANSWERS_KEPT = 8, 1_024


class Presumption(IntakeShape):
    """What these answers presume: words of the talk (`needs`), or one of these facts; never words of
    the talk in `unless`, nor one of the disputes in `unless_kinds` (but where the message says `even_if`), nor one of the circumstances
    in `unless_told`. `instead` is the answer where that does not hold."""

    entries: tuple[Identifier, ...]
    needs: str | None = None
    or_facts: tuple[Identifier, ...] = ()
    unless: str | None = None
    unless_kinds: tuple[Identifier, ...] = ()
    unless_facts: tuple[Identifier, ...] = ()
    unless_told: tuple[Identifier, ...] = ()
    even_if: str | None = None
    instead: Identifier | None = None

    @model_validator(mode="after")
    def _presumes(self) -> Self:
        if not (self.needs or self.unless or self.unless_kinds or self.unless_told):
            raise ValueError("a presumption has needs, unless, unless_kinds or unless_told")
        return self


class Trade(IntakeShape):
    """A kind of work: the answers that are for it, by their worker kinds or their ids; words it may be
    told with (`said`), and words no other trade uses (`plainly`). Where it `must_be_told`, its answers
    are for a talk that has a word of it."""

    kinds: tuple[Identifier, ...] = ()
    entries: tuple[Identifier, ...] = ()
    said: str | None = None
    plainly: str | None = None
    must_be_told: bool = False


class Trades:
    """Kinds of work by name, and the few talks read last: one turn asks many times of its own."""

    def __init__(self, trades: Mapping[str, Trade]) -> None:
        said = {name: its.said for name, its in trades.items() if its.said is not None}
        plainly = {name: its.plainly for name, its in trades.items() if its.plainly is not None}
        self._said, self._plainly = NamedPatterns(said), NamedPatterns(plainly)
        self.to_be_told = frozenset(name for name, its in trades.items() if its.must_be_told)
        self._by_entry = _names_by((its.entries, name) for name, its in trades.items())
        self._by_kind = _names_by((its.kinds, name) for name, its in trades.items())
        self.others = lru_cache(maxsize=TALKS_KEPT)(self._others)
        self.of = lru_cache(maxsize=ANSWERS_KEPT)(self._of)

    def _of(self, entry_id: str, worker_kinds: tuple[str, ...]) -> frozenset[str]:
        """The trades an answer is named for, else those of its worker kinds."""
        named = self._by_entry.get(entry_id, NO_TRADE)
        if named or EMPLOYEE in worker_kinds:
            return named
        return NO_TRADE.union(*(self._by_kind.get(kind, NO_TRADE) for kind in worker_kinds))

    def _others(self, talk: str) -> "OtherTrades":
        said, plainly = self._said.found(talk), self._plainly.found(talk)
        return OtherTrades(self, frozenset(said), frozenset(plainly))


def _names_by(lists: Iterable[tuple[Iterable[str], str]]) -> dict[str, frozenset[str]]:
    """Of each that is listed the names of the lists it stands in."""
    found: dict[str, frozenset[str]] = {}
    for listed, name in lists:
        for each in listed:
            found[each] = found.get(each, NO_TRADE) | {name}
    return found


@dataclass(frozen=True, slots=True)
class OtherTrades:
    """The trades a talk has words of (`said`), and those it `plainly` tells, by their names."""

    trades: "Trades"
    said: frozenset[str]
    plainly: frozenset[str]

    def include(self, entry_id: str, worker_kinds: tuple[str, ...]) -> bool:
        """Whether this answer is for none of the trades told, and another one is plainly told."""
        if not self.plainly:
            return False
        own = self.trades.of(entry_id, worker_kinds)
        return bool(own and self.plainly - own) and not own & self.said

    def leave_untold(self, entry_id: str, worker_kinds: tuple[str, ...]) -> bool:
        """Whether this answer is only for who tells of its trade, and the talk has no word of it."""
        own = self.trades.of(entry_id, worker_kinds)
        return bool(own) and own <= self.trades.to_be_told and not own & self.said


class Matter(IntakeShape):
    """Words that keep an answer within disputes of these kinds."""

    said: str
    kinds: tuple[Identifier, ...]


class Suiting(IntakeShape):
    """word_lists/suiting.yaml."""

    worker_kinds_of: Mapping[Identifier, Identifier]
    presumes: Mapping[Identifier, Presumption]
    trades: Mapping[Identifier, Trade]
    matters: Mapping[Identifier, Matter]
    gives_way: Mapping[Identifier, Mapping[Identifier, Identifier]]
    of_circumstance: Mapping[Identifier, Mapping[Identifier, Identifier]]
    counsel_in: Mapping[Identifier, Mapping[Identifier, Identifier]]

    def presumptions(self, entry_id: str) -> tuple[Presumption, ...]:
        """All that this answer presumes."""
        return self._presumed.get(entry_id, ())

    @cached_property
    def _presumed(self) -> Mapping[str, tuple[Presumption, ...]]:
        found: dict[str, tuple[Presumption, ...]] = {}
        for presumption in self.presumes.values():
            for entry_id in presumption.entries:
                found[entry_id] = (*found.get(entry_id, ()), presumption)
        return found

    def other_trades(self, talk: str) -> OtherTrades:
        """Which answers are for a trade the talk has no word of, while it plainly tells another."""
        return self._trades.others(talk)

    def kinds_of(self, text: str) -> frozenset[str]:
        """The kinds of dispute an answer to these words has to be of; empty where any will do."""
        found = (self.matters[name].kinds for name in self._matters.found(text))
        return frozenset(kind for kinds in found for kind in kinds)

    @cached_property
    def _trades(self) -> Trades:
        return Trades(self.trades)

    @cached_property
    def _matters(self) -> NamedPatterns:
        return NamedPatterns({name: each.said for name, each in self.matters.items()})
