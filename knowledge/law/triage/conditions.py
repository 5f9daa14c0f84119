"""Whether the conditions of a row hold: sets of words, prepared once a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from knowledge.law.triage.table import When, Words

Set = frozenset[str]


class Seen(NamedTuple):
    """A case as sets of words: `told` are its disputes, worker, circumstances, event and signs."""

    told: tuple[Set, Set, Set, Set, Set]
    still_employed: bool | None

    def with_sign(self, sign: str) -> "Seen":
        """The same case with one sign more."""
        *others, signs = self.told
        disputes, worker, circumstances, event = others
        return self._replace(told=(disputes, worker, circumstances, event, signs | {sign}))


_DISPUTES, _WORKER, _CIRCUMSTANCES, _EVENT, _SIGNS = range(5)


@dataclass(frozen=True, slots=True)
class Conditions:
    """Prepared conditions; an empty set or None holds always.

    `some` and `none` name a part of `told` by its place: one of the words, or none of them.
    """

    some: tuple[tuple[int, Set], ...]
    none: tuple[tuple[int, Set], ...]
    only_disputes: Set
    not_only_disputes: Set
    signs: Set
    still_employed: bool | None

    def hold(self, seen: Seen) -> bool:
        """Whether they all hold in that case."""
        told = seen.told
        for part, words in self.some:
            if words.isdisjoint(told[part]):
                return False
        for part, words in self.none:
            if not words.isdisjoint(told[part]):
                return False
        return (
            self.signs <= told[_SIGNS]
            and self.still_employed in (None, seen.still_employed)
            and (not self.only_disputes or _only(told[_DISPUTES], self.only_disputes))
            and not _only(told[_DISPUTES], self.not_only_disputes)
        )


def _only(told: Set, words: Set) -> bool:
    return bool(told) and told <= words


def prepared(when: When, groups: Mapping[str, Words]) -> Conditions:
    """The conditions with groups of disputes spelled out."""
    some = (
        (_DISPUTES, spelled_out(when.any_dispute, groups)),
        (_DISPUTES, spelled_out(when.and_dispute, groups)),
        (_WORKER, frozenset(when.worker)),
        (_CIRCUMSTANCES, frozenset(when.any_circumstance)),
        (_EVENT, frozenset(when.event)),
    )
    none = (
        (_DISPUTES, spelled_out(when.no_dispute, groups)),
        (_WORKER, frozenset(when.not_worker)),
        (_CIRCUMSTANCES, frozenset(when.no_circumstance)),
        (_EVENT, frozenset(when.not_event)),
        (_SIGNS, frozenset(when.no_sign)),
    )
    return Conditions(
        some=tuple((part, words) for part, words in some if words),
        none=tuple((part, words) for part, words in none if words),
        only_disputes=spelled_out(when.only_disputes, groups),
        not_only_disputes=spelled_out(when.not_only_disputes, groups),
        signs=frozenset(when.signs),
        still_employed=when.still_employed,
    )


def spelled_out(words: Words, groups: Mapping[str, Words]) -> Set:
    """Dispute kinds with each group replaced by its members."""
    return frozenset(kind for word in words for kind in groups.get(word, (word,)))
