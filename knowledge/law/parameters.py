"""Numbers the law fixes, each with the days it is in force: parameters/*.yaml, typed.

The day of the facts chooses the value. A day outside the data has none: NoValueInForce, never
the nearest value.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, RootModel, StringConstraints, model_validator

from knowledge.citation import Citation, parse_citation
from knowledge.schemas import CitationText, Identifier, Line, Shape

Number = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,9}(\.[0-9]{1,4})?$")]
Unit = Literal["multiple", "share", "yuan", "days", "hours", "months", "years", "table"]


class NoValueInForce(LookupError):
    """No value of that parameter is known for that day."""

    def __init__(self, name: str, day: date) -> None:
        super().__init__(f"no value of {name} is known for {day}")
        self.name = name
        self.day = day


class DatedValue(Shape):
    """One value and its days; exactly one of `value`, `scale` and `table` is given.

    `in_force_to` is the last day; None: until the next value, or further notice. `scale` gives
    the value from each threshold on. `unchanged` says that equality with the value before is meant.
    """

    in_force_from: date
    in_force_to: date | None = None
    value: Number | None = None
    scale: Annotated[dict[Number, Number], Field(min_length=1)] | None = None
    table: Annotated[dict[Identifier, Number], Field(min_length=1)] | None = None
    citation: CitationText | None = None
    source: Line
    checked_on: date
    unchanged: bool = False
    note: Line | None = None

    @model_validator(mode="after")
    def _one_form(self) -> "DatedValue":
        if sum(form is not None for form in self.content) != 1:
            raise ValueError("give exactly one of value, scale, table")
        return self

    @property
    def content(self) -> tuple[object, object, object]:
        """What two neighbours are compared by."""
        return self.value, self.scale, self.table


class Parameter(Shape):
    """One number of the law over time; to be checked again by `again_by`."""

    title: Line
    unit: Unit
    again_by: date
    values: Annotated[tuple[DatedValue, ...], Field(min_length=1)]


class ParameterFile(RootModel[dict[Identifier, Parameter]]):
    """One file of parameters/, or all of them together."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value in force: `number`, or `scale` (thresholds rising), or `table`; and where it stands."""

    name: str
    in_force_from: date
    in_force_to: date
    number: Decimal
    scale: tuple[tuple[Decimal, Decimal], ...]
    table: Mapping[str, Decimal]
    citation: Citation | None
    source: str
    checked_on: date

    def at(self, measure: Decimal) -> Decimal:
        """What the scale gives for `measure`: a threshold reached exactly counts; 0 below all."""
        found = Decimal(0)
        for threshold, value in self.scale:
            if measure >= threshold:
                found = value
        return found


@dataclass(frozen=True)
class Parameters:
    """All parameters of a build."""

    file: ParameterFile
    _values: dict[str, tuple[Value, ...]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        for name, parameter in self.file.root.items():
            self._values[name] = _values(name, parameter)

    def value_on(self, name: str, day: date) -> Value:
        """The value in force on `day`; raises NoValueInForce, and KeyError for an unknown name."""
        for value in self._values[name]:
            if value.in_force_from <= day <= value.in_force_to:
                return value
        raise NoValueInForce(name, day)

    def knows(self, name: str) -> bool:
        """Whether there is such a parameter."""
        return name in self._values


def _values(name: str, parameter: Parameter) -> tuple[Value, ...]:
    ends = [
        dated.in_force_to or (after.in_force_from - timedelta(days=1) if after else date.max)
        for dated, after in zip(parameter.values, (*parameter.values[1:], None), strict=True)
    ]
    return tuple(
        Value(
            name=name,
            in_force_from=dated.in_force_from,
            in_force_to=end,
            number=Decimal(dated.value or 0),
            scale=tuple(sorted((Decimal(k), Decimal(v)) for k, v in (dated.scale or {}).items())),
            table={key: Decimal(number) for key, number in (dated.table or {}).items()},
            citation=parse_citation(dated.citation) if dated.citation else None,
            source=dated.source,
            checked_on=dated.checked_on,
        )
        for dated, end in zip(parameter.values, ends, strict=True)
    )
