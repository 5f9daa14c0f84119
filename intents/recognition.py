"""What was recognized in a message: one answer, a few choices, a need to ask, or another door."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Outcome = Literal["answer", "choices", "clarify", "out_of_scope"]


@dataclass(frozen=True, slots=True)
class Match:
    """An entry and how likely it is the right one (0 to 1); `phrase` is its most alike phrase."""

    entry_id: str
    score: float
    phrase: str


@dataclass(frozen=True, slots=True)
class TalkedAbout:
    """The entry a worker was answered with last; `next` and `near` are ids of other entries.

    `next` are those an editor named as what is asked after it, `near` those of its topic.
    """

    entry_id: str
    title: str
    next: frozenset[str]
    near: frozenset[str]


@dataclass(frozen=True, slots=True)
class Case:
    """The matter a question is asked within: the story told, how much more likely than by its words
    an entry is in it (a margin by id), and the entries that are for another kind of worker."""

    story: str
    leans: Mapping[str, float] = field(hash=False)
    excluded: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bearing:
    """What of the case bears upon a choice: `open` are the ids of the details that may be asked in it, `kin` the
    kinds of dispute it is of, `named` those the words name, `given` the ids of what was answered before."""

    case: Case | None = None
    open: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry or a detail that may be asked for, and what speaks for it: a value for each weight of OF_ENTRY or
    OF_DETAIL in ranking.py, the constant's first."""

    name: str
    is_detail: bool
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Likely:
    """An answer that may be asked for, an entry or a detail; `likely` is the share of such readings that are right."""

    name: str
    is_detail: bool
    likely: float


@dataclass(frozen=True, slots=True)
class Recognition:
    """At most four matches, best first; none for clarify and out_of_scope.

    `door`, where one stands out, is the out-of-scope group the message resembles, `domain_score` how likely the
    message is about labour at all (0 to 1).
    """

    outcome: Outcome
    matches: tuple[Match, ...]
    door: str | None
    domain_score: float
    others: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a message was recognized as it was, for editors and for `main.py explain`.

    `candidates` are given whatever the outcome, best first; `best_door` is the nearest door.
    `read` is the part that was matched: very long posts are cut to their most telling sentences.
    """

    normalised: str
    read: str
    recognition: Recognition
    candidates: tuple[Match, ...]
    best_door: str | None
    near_exact: bool
    thresholds: dict[str, float]

    @property
    def best(self) -> Match | None:
        """The likeliest entry."""
        return self.candidates[0] if self.candidates else None

    @property
    def runner_up(self) -> Match | None:
        """The second likeliest entry."""
        return self.candidates[1] if len(self.candidates) > 1 else None
