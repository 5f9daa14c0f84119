"""Patterns of the word lists: ordinary expressions plus one mark of our own, `~`.

`~` stands for up to eight characters of the same sentence. Repeats are bounded, so that no
message makes a search slow.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

GAP = r"[^。！？!?；;\n]{0,8}"
SENTENCE_END = re.compile(r"[。！？!?；;\n]")
CLAUSE_END = re.compile(r"[。！？!?；;\n，,、：:]")


def filled(source: str, pieces: Mapping[str, str]) -> str:
    """The pattern with each `{name}` replaced by the piece of that name."""
    for name, piece in pieces.items():
        source = source.replace("{" + name + "}", piece)
    return source


def compile_pattern(source: str) -> re.Pattern[str]:
    """The pattern with `~` filled in; re.error when it is not an expression."""
    return re.compile(source.replace("~", GAP))


def compile_all(sources: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Each pattern by itself: a search for plain words is much faster than one great either-or."""
    return tuple(compile_pattern(source) for source in sources)


def compile_optional(
    source: str | None, pieces: Mapping[str, str] | None = None
) -> re.Pattern[str] | None:
    """The pattern, where there is one."""
    return compile_pattern(filled(source, pieces or {})) if source else None


def either(words: Iterable[str]) -> str:
    """An expression for any of the plain words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def first_match(patterns: Sequence[re.Pattern[str]], text: str) -> re.Match[str] | None:
    """The match that stands first in the text, of any pattern."""
    found = [match for pattern in patterns if (match := pattern.search(text))]
    return min(found, key=lambda match: match.start()) if found else None


def fits_any(patterns: Sequence[re.Pattern[str]], text: str) -> bool:
    """Whether one of the patterns is found."""
    return any(pattern.search(text) for pattern in patterns)


def all_matches(patterns: Iterable[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """Every match of every pattern, pattern by pattern."""
    for pattern in patterns:
        yield from pattern.finditer(text)


def sentence_before(text: str, position: int, width: int) -> str:
    """At most `width` characters before a position, back to the end of the last sentence."""
    return SENTENCE_END.split(text[max(0, position - width) : position])[-1]


def sentence_after(text: str, position: int, width: int) -> str:
    """At most `width` characters from a position on, up to the end of the sentence."""
    return SENTENCE_END.split(text[position : position + width], maxsplit=1)[0]
