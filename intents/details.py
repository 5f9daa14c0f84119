"""Narrow questions in the middle of a case (让我走意外险行吗), each with its straight answer: details/*.yaml."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any

from pydantic import Field, RootModel, StringConstraints

from knowledge.citation import Citation, parse_citation
from knowledge.schemas import CitationText, Identifier, Shape

FOLDER = "details"
ANY = "any"
"""Stands for every kind of dispute."""

_Phrase = Annotated[str, StringConstraints(min_length=3, max_length=40)]


class Detail(Shape):
    """`asks`: the question in plain words; `kinds` of dispute it is asked in, or `any`; `workers`: the
    kinds of worker it is answered so for, all where empty; `phrases` teach how it is asked; `says`
    answers in two to four lines and rests on the articles of `rests_on`."""

    asks: Annotated[str, StringConstraints(min_length=4, max_length=28)]
    kinds: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    workers: tuple[Identifier, ...] = ()
    phrases: Annotated[tuple[_Phrase, ...], Field(min_length=10)]
    rests_on: Annotated[tuple[CitationText, ...], Field(max_length=8)] = ()
    says: Annotated[str, StringConstraints(min_length=20, max_length=240)]

    @property
    def cited(self) -> tuple[Citation, ...]:
        """The articles, parsed."""
        return tuple(parse_citation(text) for text in self.rests_on)

    def suits(self, worker: str | None) -> bool:
        """Whether it is answered so for such a worker; an unknown one may be any."""
        return not self.workers or worker is None or worker in self.workers


class Details(RootModel[dict[Identifier, Detail]]):
    """A file: details by id."""


@dataclass(frozen=True)
class DetailBank:
    """All details by id."""

    by_id: Mapping[str, Detail]

    def open_in(self, kinds: Collection[str], worker: str | None) -> frozenset[str]:
        """The ids of those that may be asked in a case of these kinds by such a worker."""
        fitting = (name for kind in (*kinds, ANY) for name in self._of_kind.get(kind, ()))
        return frozenset(name for name in fitting if self.by_id[name].suits(worker))

    @cached_property
    def _of_kind(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for name, detail in self.by_id.items():
            for kind in detail.kinds:
                found.setdefault(kind, []).append(name)
        return {kind: tuple(names) for kind, names in found.items()}


def details_of(values: Mapping[str, Any]) -> DetailBank:
    """All details; raises ValueError where two have one id."""
    found: dict[str, Detail] = {}
    for name, value in values.items():
        if name.startswith(f"{FOLDER}/"):
            file = Details.model_validate(value).root
            if twice := found.keys() & file.keys():
                raise ValueError(f"{name}: {sorted(twice)[0]} stands in another file, too")
            found.update(file)
    return DetailBank(found)
