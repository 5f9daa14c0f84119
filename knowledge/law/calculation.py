"""How a rule of the batch verb `calculate` is carried out.

Facts missing, or no value in force for the days given: an Explanation that says so. A value that
can't be used: GivenFault. Pure; the day of today comes in.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from knowledge.law.calculation_rules import RULES, Rule
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given, Span, read_given
from knowledge.law.minimum_wages import Locality
from knowledge.law.parameters import NoValueInForce
from knowledge.law.vague_days import joined, readings_of
from knowledge.law.working import Basis, Working


def calculate(
    name: str,
    given: Mapping[str, Any],
    *,
    basis: Basis,
    places: Sequence[Locality],
    today: date,
) -> Explanation:
    """What the rule `name` (a key of RULES) gives for the facts; raises GivenFault.

    A day known to the month or year only is counted from both its ends: low and high.
    """
    rule = RULES[name]
    facts = read_given(given, (*rule.needs, *rule.uses))
    readings = [
        _worked(rule, Given(reading), Working(basis, places, today, rule.cited))
        for reading in readings_of(facts)
    ]
    vague = [key for key, value in facts.items() if isinstance(value, Span)]
    if not vague:
        return readings[0]
    return joined(readings, vague, Working(basis, places, today, rule.cited))


def _worked(rule: Rule, given: Given, working: Working) -> Explanation:
    missing = [key for key in rule.needs if key not in given]
    if missing:
        return working.unknown(*missing)
    try:
        return rule.work(given, working)
    except NoValueInForce as none:
        working.assume("no_value_in_force", day=none.day)
        return working.unknown(*_of_that_day(given, none.day))


def _of_that_day(given: Given, day: date) -> list[str]:
    """The facts that chose the day; today itself where none did."""
    return [
        key for key, value in given.facts.items() if value == day or value == Decimal(day.year)
    ] or ["today"]
