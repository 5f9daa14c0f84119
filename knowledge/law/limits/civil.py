"""Claims outside labour law: three years (民法典 188)."""

from datetime import date

from knowledge.citation import Citation
from knowledge.law.civil_days import years_after
from knowledge.law.limits.limit import Limit

CIVIL = Citation("civil_code_excerpts", 188, 1)
CITED = (CIVIL,)


def civil(start: date | None) -> list[Limit]:
    """Three years from `start`; nothing where that day is not known."""
    return [] if start is None else [Limit("civil_limitation", years_after(start, 3), CIVIL)]
