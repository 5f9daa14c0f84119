"""A long text as several messages. Telegram counts UTF-16 units and takes 4096 of them."""

import unicodedata

LIMIT = 4096
_SENTENCE_ENDS = "。！？；…!?;"
_JOINERS = "\u200d\ufe0e\ufe0f"
_LONGEST_CLUSTER = 32


def units(text: str) -> int:
    """The length as Telegram counts it."""
    return sum(_width(char) for char in text)


def split_text(text: str, limit: int = LIMIT) -> tuple[str, ...]:
    """Parts of at most `limit` UTF-16 units that join to the text, cut at the best border."""
    parts = []
    start = 0
    while start < len(text):
        end = _furthest(text, start, limit)
        if end < len(text):
            end = _border(text, start, end)
        parts.append(text[start:end])
        start = end
    return tuple(parts)


def _width(char: str) -> int:
    return 2 if ord(char) > 0xFFFF else 1


def _furthest(text: str, start: int, limit: int) -> int:
    end, used = start, 0
    while end < len(text) and used + _width(text[end]) <= limit:
        used += _width(text[end])
        end += 1
    return max(end, start + 1)


def _border(text: str, start: int, end: int) -> int:
    """The last line end, sentence end or blank in the second half, else between two characters."""
    middle = start + (end - start) // 2
    for found in (
        text.rfind("\n", middle, end),
        max(text.rfind(mark, middle, end) for mark in _SENTENCE_ENDS),
        text.rfind(" ", middle, end),
    ):
        if found > start:
            return _whole(text, start, found + 1)
    return _whole(text, start, end)


def _whole(text: str, start: int, end: int) -> int:
    """The nearest place at or before `end` that does not part a character from its marks."""
    for place in range(end, max(start, end - _LONGEST_CLUSTER), -1):
        if place >= len(text) or not _belongs_together(text[place - 1], text[place]):
            return place
    return end


def _belongs_together(before: str, after: str) -> bool:
    return before == "\u200d" or after in _JOINERS or unicodedata.category(after)[0] == "M"
