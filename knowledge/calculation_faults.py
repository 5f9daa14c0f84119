"""Whether the calculations rest on articles we hold, and read as the rest of our words do."""

import re
from collections.abc import Iterator
from datetime import date

from knowledge.citation_faults import citation_fault
from knowledge.law.calculation_rules import CITED, RULES
from knowledge.law.calculation_words import placeholders
from knowledge.law.figures import FIGURE_KINDS
from knowledge.law.given import KINDS
from knowledge.problems import Problem
from knowledge.sources import Sources
from knowledge.wording_faults import banned_words, long_sentences

RULE_TABLE = "knowledge/law/calculation_rules.py"
USUAL_FILLING, A_DAY = "8000", "2026-11-21"
"""About as long as what stands in the place of a name in braces."""
DAYS = frozenset(("first", "last", "applied", "until", "since", "source", "checked", "day"))
"""The names in braces that stand for a day."""

_FILLED = re.compile(r"\{([a-z_]+)\}")

SPOKEN = ("steps", "assumptions", "refusals")


def calculation_faults(sources: Sources, today: date) -> Iterator[Problem]:
    """Faults of the rules' articles, of their words, and of files of figures left unchecked."""
    statutes = {file.statute.id: file.statute for file in sources.statutes}
    for citation in sorted(CITED, key=str):
        fault = citation_fault(citation, statutes, today)
        if fault is not None:
            yield Problem(RULE_TABLE, 0, fault)
    for name, kind in FIGURE_KINDS.items():
        if kind.again_by < today:
            message = f"to be checked again by {kind.again_by}, which is past"
            yield Problem(f"{sources.root.name}/law/figures/{name}.csv", 0, message)
    yield from _word_faults(sources)


def _word_faults(sources: Sources) -> Iterator[Problem]:
    words, wording = sources.rules.calculation_words, sources.rules.wording
    if words is None or wording is None:
        return
    document = sources.rules.documents["calculation_words"]
    for name in RULES.keys() - words.titles.keys():
        yield Problem(document.shown_as, document.line("titles"), f"rule {name} has no title")
    for key in KINDS.keys() - words.facts.keys():
        yield Problem(document.shown_as, document.line("facts"), f"fact {key} has no name")
    for part in SPOKEN:
        for key, text in getattr(words, part).items():
            filled = _FILLED.sub(_filling, text)
            wrong = (
                *_braces(text),
                *long_sentences(filled, wording),
                *banned_words(filled, wording),
            )
            for message in wrong:
                yield Problem(document.shown_as, document.line(part, key), f"{key}: {message}")


def _filling(name: re.Match[str]) -> str:
    return A_DAY if name[1] in DAYS else USUAL_FILLING


def _braces(text: str) -> Iterator[str]:
    try:
        placeholders(text)
    except ValueError as fault:
        yield str(fault)
