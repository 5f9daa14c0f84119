"""Narrow questions in the middle of a case (让我走意外险行吗), each with its straight answer: details/*.yaml."""

from collections.abc import Collection, Mapping
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

    def fits(self, kinds: Collection[str], worker: str | None) -> bool:
        """Whether it may be asked in a case of these kinds by such a worker."""
        for_worker = not self.workers or worker is None or worker in self.workers
        return for_worker and (ANY in self.kinds or not kinds.isdisjoint(self.kinds))


class Details(RootModel[dict[Identifier, Detail]]):
    """A file: details by id."""


def details_of(values: Mapping[str, Any]) -> dict[str, Detail]:
    """All details by id; raises ValueError where two have one id."""
    found: dict[str, Detail] = {}
    for name, value in values.items():
        if name.startswith(f"{FOLDER}/"):
            file = Details.model_validate(value).root
            if twice := found.keys() & file.keys():
                raise ValueError(f"{name}: {sorted(twice)[0]} stands in another file, too")
            found.update(file)
    return found
