"""The local minimum wage (最低工资标准) a sum depends on: told by the worker, or from the table.

最低工资规定 art. 7: it differs within a province, so it is never guessed.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from knowledge.law.given import Given
from knowledge.law.working import Working

KEY = "local_minimum_wage"


@dataclass(frozen=True, slots=True)
class Standard:
    """The minimum wage of the place lies between `low` and `high`; equal: it is known.

    None: not known on that side.
    """

    low: Decimal | None
    high: Decimal | None

    @property
    def exact(self) -> Decimal | None:
        """The standard, where it is known."""
        return self.low if self.low == self.high else None


def standard(given: Given, working: Working, day: date) -> Standard:
    """What is known of the minimum wage: given, else the table's for the region, else the range
    over the country. Says where the number comes from."""
    if KEY in given:
        return Standard(given.number(KEY), given.number(KEY))
    wages, all_known = working.basis.minimum_wages.possible(working.places, day)
    if wages and all_known:
        one = wages[0]
        if one.monthly == wages[-1].monthly:
            working.assume(
                "minimum_wage_from_table",
                wage=one.monthly,
                since=one.in_force_from or one.source_date,
                source=one.source_date,
            )
        return Standard(one.monthly, wages[-1].monthly)
    return Standard(*working.basis.minimum_wages.range_on(day))


def known_standard(given: Given, working: Working, day: date) -> Decimal | None:
    """The standard where a rule is nothing without it; notes it as missing otherwise."""
    exact = standard(given, working, day).exact
    if exact is None:
        working.miss(KEY)
    return exact
