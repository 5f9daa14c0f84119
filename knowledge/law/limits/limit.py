"""One time limit as the law sets it, before it is held against a day."""

from dataclasses import dataclass
from datetime import date

from knowledge.citation import Citation


@dataclass(frozen=True, slots=True)
class Limit:
    """A kind of limit (interfaces.md, deadlines), its last safe day, and the article.

    `last_day` None means that no limit runs at present.
    """

    kind: str
    last_day: date | None
    citation: Citation
