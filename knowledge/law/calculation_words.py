"""The Chinese of every calculation: calculation_words.yaml, typed and filled in."""

from collections.abc import Mapping
from string import Formatter

from knowledge.schemas import Identifier, Line, Shape


class AreaWords(Shape):
    """How minimum_wage_areas.csv and the names of divisions tell urban districts from counties."""

    county: Line
    urban: Line
    whole: Line
    district: str
    not_urban: tuple[Line, ...]


class CalculationWords(Shape):
    """Titles of the rules, names of the facts and of fixed values, steps, assumptions, refusals;
    `units` says how the units of figures/*.csv are counted."""

    areas: AreaWords
    titles: Mapping[Identifier, Line]
    facts: Mapping[Identifier, Line]
    steps: Mapping[Identifier, Line]
    assumptions: Mapping[Identifier, Line]
    refusals: Mapping[Identifier, Line]
    values: Mapping[Identifier, Line]
    units: Mapping[str, Line]
    lines: Mapping[Identifier, str]

    def fact(self, key: str) -> str:
        """A fact's name as a worker says it; the key where there is none."""
        return self.facts.get(key, key)

    def refusal(self, code: str, key: str, said: str) -> str:
        """Why a given value can't be used, with an example of one that can."""
        return self.refusals[code].format(fact=self.fact(key), said=self.values.get(said, said))


def placeholders(template: str) -> frozenset[str]:
    """The names in braces of a template; raises ValueError when the braces don't match."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)
