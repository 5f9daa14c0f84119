"""Whether the conditions of a row hold: sets of words, prepared once a table."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.law.triage.table import When, Words

Set = frozenset[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """A case as sets of words."""

    disputes: Set
    worker: Set
    circumstances: Set
    event: Set
    still_employed: bool | None
    signs: Set


@dataclass(frozen=True, slots=True)
class Conditions:
    """Prepared conditions; an empty set or None holds always."""

    some: tuple[tuple[str, Set], ...]
    none: tuple[tuple[str, Set], ...]
    only_disputes: Set
    not_only_disputes: Set
    signs: Set
    still_employed: bool | None

    def hold(self, seen: Seen) -> bool:
        """Whether they all hold in that case."""
        if self.still_employed is not None and self.still_employed is not seen.still_employed:
            return False
        if not self.signs <= seen.signs:
            return False
        if self.only_disputes and not _only(seen.disputes, self.only_disputes):
            return False
        if _only(seen.disputes, self.not_only_disputes):
            return False
        return all(getattr(seen, name) & words for name, words in self.some) and not any(
            getattr(seen, name) & words for name, words in self.none
        )


def _only(told: Set, words: Set) -> bool:
    return bool(told) and told <= words


def prepared(when: When, groups: Mapping[str, Words]) -> Conditions:
    """The conditions with groups of disputes spelled out."""
    some = (
        ("disputes", spelled_out(when.any_dispute, groups)),
        ("worker", frozenset(when.worker)),
        ("circumstances", frozenset(when.any_circumstance)),
        ("event", frozenset(when.event)),
    )
    none = (
        ("disputes", spelled_out(when.no_dispute, groups)),
        ("worker", frozenset(when.not_worker)),
        ("circumstances", frozenset(when.no_circumstance)),
        ("event", frozenset(when.not_event)),
        ("signs", frozenset(when.no_sign)),
    )
    return Conditions(
        some=tuple((name, words) for name, words in some if words),
        none=tuple((name, words) for name, words in none if words),
        only_disputes=spelled_out(when.only_disputes, groups),
        not_only_disputes=spelled_out(when.not_only_disputes, groups),
        signs=frozenset(when.signs),
        still_employed=when.still_employed,
    )


def spelled_out(words: Words, groups: Mapping[str, Words]) -> Set:
    """Dispute kinds with each group replaced by its members."""
    return frozenset(kind for word in words for kind in groups.get(word, (word,)))
