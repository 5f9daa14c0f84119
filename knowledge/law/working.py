"""The working of one calculation while it grows: steps, articles, assumptions, what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from knowledge.citation import Citation
from knowledge.law.calculation_words import CalculationWords
from knowledge.law.explanation import Explanation, Step
from knowledge.law.figures import Figures
from knowledge.law.holidays import Holidays
from knowledge.law.minimum_wages import Locality, MinimumWages
from knowledge.law.money import in_fen, plain, to_fen
from knowledge.law.parameters import Parameters, Value


@dataclass(frozen=True, slots=True)
class Basis:
    """What calculations rest on, the same for all of them."""

    parameters: Parameters
    figures: Figures
    minimum_wages: MinimumWages
    holidays: Holidays
    words: CalculationWords


class Working:
    """Collects the working of one rule; `places` is the region, its city, its province."""

    def __init__(
        self,
        basis: Basis,
        places: Sequence[Locality],
        today: date,
        cited: Sequence[Citation],
    ) -> None:
        self.basis = basis
        self.places = places
        self.today = today
        self._citations: dict[Citation, None] = dict.fromkeys(cited)
        self._steps: list[Step] = []
        self._assumptions: dict[str, None] = {}
        self._missing: dict[str, None] = {}

    def value(self, name: str, day: date) -> Value:
        """The parameter in force on `day`, its article cited; raises NoValueInForce."""
        found = self.basis.parameters.value_on(name, day)
        if found.citation is not None:
            self._citations[found.citation] = None
        return found

    def step(self, key: str, value: str | Decimal, **filled: object) -> None:
        """One more line of the working; a Decimal value is a sum of money."""
        shown = in_fen(value) if isinstance(value, Decimal) else value
        self._steps.append(Step(self._filled(self.basis.words.steps[key], filled), shown))

    def assume(self, key: str, **filled: object) -> None:
        """Something taken for granted, or that the worker should know beside the sum."""
        self._assumptions[self._filled(self.basis.words.assumptions[key], filled)] = None

    def miss(self, *keys: str) -> None:
        """Facts without which the answer stays open."""
        self._missing.update(dict.fromkeys(keys))

    def cite(self, *citations: Citation) -> None:
        """Further articles the outcome rests on."""
        self._citations.update(dict.fromkeys(citations))

    def yuan(self, sum_: Decimal) -> str:
        """A sum in a sentence, marked where it is rounded."""
        rounded = to_fen(sum_)
        text = plain(rounded)
        return text if rounded == sum_ else self.basis.words.lines["about"].format(number=text)

    def amount(self, amount: Decimal, **also: object) -> Explanation:
        """The one answer, in yuan."""
        return self._explanation(to_fen(amount), None, None, also)

    def between(self, low: Decimal | None, high: Decimal | None) -> Explanation:
        """Two readings, or a bound where the other is not known; equal bounds are one answer."""
        if low is not None and high is not None and to_fen(low) == to_fen(high):
            return self.amount(low)
        return self._explanation(
            None, None if low is None else to_fen(low), None if high is None else to_fen(high), {}
        )

    def unknown(self, *missing: str, **also: object) -> Explanation:
        """No answer before these facts are known."""
        self.miss(*missing)
        return self._explanation(None, None, None, also)

    def _explanation(
        self,
        amount: Decimal | None,
        low: Decimal | None,
        high: Decimal | None,
        also: Mapping[str, object],
    ) -> Explanation:
        return Explanation(
            amount=amount,
            low=low,
            high=high,
            steps=tuple(self._steps),
            citations=tuple(
                citation
                for citation in self._citations
                if citation.paragraph is None
                or Citation(citation.law, citation.article) not in self._citations
            ),
            assumptions=tuple(self._assumptions),
            missing=tuple(self._missing),
            also=also,
        )

    def _filled(self, template: str, filled: Mapping[str, object]) -> str:
        return template.format(
            **{
                name: plain(value) if isinstance(value, Decimal) else value
                for name, value in filled.items()
            }
        )
