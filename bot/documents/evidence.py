"""The evidence of a case: what the worker holds, what to look for, how to keep it."""

from collections.abc import Iterable
from typing import Literal

from bot.documents.filling import fill, marked, safe
from bot.documents.paper import Told
from bot.documents.template_files import EvidenceText, Templates

Table = Literal["held", "all", "keeping"]
Row = tuple[str, ...]


def evidence_rows(table: Table, told: Told, words: Templates, other: str) -> tuple[Row, ...]:
    """The rows of one of the three tables of evidence."""
    fitting = [item for item in words.evidence if _fits(item, told)]
    if table == "all":
        return tuple(
            (words.words["ticked" if _is_held(item, told) else "unticked"], *_told(item, other))
            for item in fitting
        )
    if table == "keeping":
        return tuple((str(at), item.name, item.keep) for at, item in enumerate(fitting, 1))
    held = [_told(item, other) for item in fitting if _is_held(item, told)]
    rows = [*held, *_uploads(told, words), _further(words)]
    return tuple((str(at), *row) for at, row in enumerate(rows, 1))


def evidence_names(told: Told, words: Templates) -> tuple[Row, ...]:
    """The names of what the worker holds."""
    held = [item.name for item in words.evidence if _fits(item, told) and _is_held(item, told)]
    return tuple((name,) for name in (*held, *(row[0] for row in _uploads(told, words))))


def _fits(item: EvidenceText, told: Told) -> bool:
    return not item.kinds or any(kind in item.kinds for kind in told.kinds)


def _is_held(item: EvidenceText, told: Told) -> bool:
    return any(told.held.get(fact) == answer for fact, answer in item.told.items())


def _told(item: EvidenceText, other: str) -> Row:
    return (item.name, fill(item.source, {"other": other}), item.proves)


def _uploads(told: Told, words: Templates) -> Iterable[Row]:
    for name in told.uploads:
        shown = words.words["uploaded"].format(name=safe(name))
        yield (shown, words.words["uploaded_from"], words.words["uploaded_proves"])


def _further(words: Templates) -> Row:
    return (marked(words.words["other_evidence"]), "", "")
