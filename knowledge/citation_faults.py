"""Whether a citation may be used: the law is held, in force, and has that article."""

from collections.abc import Iterator, Mapping
from datetime import date

from knowledge.citation import Citation
from knowledge.problems import Problem
from knowledge.schemas import Statute
from knowledge.sources import StatuteFile


def citation_fault(
    citation: Citation, statutes: Mapping[str, Statute], today: date, with_gist: bool = False
) -> str | None:
    """What forbids that citation on `today`, or None."""
    statute = statutes.get(citation.law)
    if statute is None:
        return f"citation {citation}: no law {citation.law} in knowledge/statutes"
    fault = _law_fault(statute, today) or _article_fault(citation, statute)
    if fault is None and with_gist and citation.article and citation.article not in statute.gist:
        fault = f"article {citation.article} has no gist in knowledge/statutes/{citation.law}.yaml"
    return f"citation {citation}: {fault}" if fault else None


def _law_fault(statute: Statute, today: date) -> str | None:
    if not statute.text_read:
        return "we do not hold the text, so it may not be cited"
    if statute.status not in ("in_force", "partly_repealed"):
        return f"the law is {statute.status}"
    if statute.in_force_from is not None and statute.in_force_from > today:
        return f"in force only from {statute.in_force_from}"
    if statute.in_force_to is not None and statute.in_force_to < today:
        return f"in force only until {statute.in_force_to}"
    return None


def _article_fault(citation: Citation, statute: Statute) -> str | None:
    article = citation.article
    if article is None:
        return "name the article" if statute.articles else None
    if statute.excerpt:
        if article not in statute.excerpt:
            return f"article {article} is not in the part we hold"
    elif statute.articles is not None and article > statute.articles:
        return f"the law has {statute.articles} articles"
    whole = str(article)
    if whole in statute.repealed or f"{whole}.{citation.paragraph}" in statute.repealed:
        return "that article or paragraph is repealed"
    return None


def statute_faults(file: StatuteFile) -> Iterator[Problem]:
    """Gists of articles the law does not have, or that are repealed as a whole."""
    statute = file.statute
    for article in statute.gist:
        fault = _article_fault(Citation(statute.id, article), statute)
        if fault is not None:
            line = file.document.line("gist", article)
            yield Problem(file.document.shown_as, line, f"gist of article {article}: {fault}")
