"""What a calculation gives: the sum or its bounds, the working, the articles, what was assumed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from knowledge.citation import Citation


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the working, as a worker reads it, and the number it arrives at."""

    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The outcome of one rule.

    `amount` is set only where the law and the facts leave one answer; else `low` and `high`, as
    far as they are known, and `missing` (keys of the given facts) say why. `also` holds outcomes
    that are no sum (retirement_month, dates, working_rest_days).
    """

    amount: Decimal | None
    low: Decimal | None
    high: Decimal | None
    steps: tuple[Step, ...]
    citations: tuple[Citation, ...]
    assumptions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    also: Mapping[str, object] = field(default_factory=dict)
