"""What rests on an article: every place in the content that cites it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.citation import CitationError, parse_citation
from knowledge.strict_yaml import Key, YamlDocument


@dataclass(frozen=True, slots=True, order=True)
class Resting:
    """A citation in the content: file, line, the citation as written, and the file's title if any."""

    path: str
    line: int
    citation: str
    title: str


def resting_on(documents: Iterable[YamlDocument], law: str, article: int | None) -> list[Resting]:
    """All citations of the law, or of one article with any of its paragraphs, by file and line."""
    return sorted(
        Resting(document.shown_as, document.line(*keys), text, _title(document))
        for document in documents
        for keys, text in _texts(document.value, ())
        if _cites(text, law, article)
    )


def _cites(text: str, law: str, article: int | None) -> bool:
    if not text.startswith(law):
        return False
    try:
        cited = parse_citation(text)
    except CitationError:
        return False
    return cited.law == law and article in (None, cited.article)


def _title(document: YamlDocument) -> str:
    value = document.value
    return str(value.get("title", "")) if isinstance(value, dict) else ""


def _texts(value: object, keys: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], str]]:
    """Every text of a document with the keys that lead to it."""
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*keys, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, (*keys, index))
