"""A reference to a statute, an article of it, or a paragraph of that article."""

import re
from dataclasses import dataclass

_FORM = re.compile(
    r"(?P<law>[a-z][a-z0-9_]*)(?:#(?P<article>[1-9][0-9]{0,3})(?:\.(?P<paragraph>[1-9][0-9]?))?)?"
)


class CitationError(ValueError):
    """The text is not of the form law, law#article or law#article.paragraph."""


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """Where a legal statement comes from.

    `law` is an id of knowledge/statutes; `article` is None for notices without articles;
    a supplementary article (第二百七十六条之一) carries the number it follows (276).
    """

    law: str
    article: int | None = None
    paragraph: int | None = None

    def __str__(self) -> str:
        article = "" if self.article is None else f"#{self.article}"
        paragraph = "" if self.paragraph is None else f".{self.paragraph}"
        return f"{self.law}{article}{paragraph}"


def parse_citation(text: str) -> Citation:
    """Read `labour_contract_law#38.2`; raises CitationError on any other form."""
    found = _FORM.fullmatch(text)
    if found is None:
        raise CitationError(
            f"{text!r} is not a citation; write law#article or law#article.paragraph"
        )
    article, paragraph = found["article"], found["paragraph"]
    return Citation(
        law=found["law"],
        article=int(article) if article else None,
        paragraph=int(paragraph) if paragraph else None,
    )
