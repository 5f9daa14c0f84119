"""Messages with a blank after every word (工钱 四 个 月 没 给), read as they would be written."""

import re
from dataclasses import dataclass, replace

from intents.extraction.found import Found

_FEWEST, _LONGEST_MEAN = 5, 1.8
"""Words, and characters a word: below that a blank is no comma."""
_PUNCTUATED = 1
"""So many blanks for each mark still part no clauses."""
_PARTS = re.compile(
    "(?<=[^\\x00-\\x2f\\x3a-\\x40\uff0c\u3002]) (?=[^\\x00-\\x20])(?<![0-9] (?=[0-9]))"
)
_BLANKS = re.compile(r"(?<=[^\x00-\x7f]) (?=[^ ])|(?<=[0-9]) (?=[^\x00-\x7f])")
_COMMA = re.compile("(?<![0-9]),|,(?![0-9])")
_WITHIN = re.compile(r"(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])")


@dataclass(frozen=True, slots=True)
class Closed:
    """A text without the blanks between its words, and where each character stood."""

    text: str
    at: tuple[int, ...]

    def opened(self, found: Found, typed: str) -> Found:
        """A fact with its place in the text as it was typed."""
        if not self.at or found.end <= found.start:
            return found
        start, end = self.at[found.start], self.at[found.end - 1] + 1
        return replace(found, said=typed[start:end], start=start, end=end)


def without_blanks(text: str) -> str:
    """The text without any blank between words that are not Latin."""
    return _WITHIN.sub("", text)


def with_commas(text: str, in_dates: re.Pattern[str]) -> str:
    """As long as the text, with commas of one sort, and such for blanks where those part its clauses;
    blanks that stand `in_dates` part none."""
    text = _COMMA.sub("\uff0c", text)
    kept = {match.end() - 1 for match in in_dates.finditer(text)}
    blanks = [each.start() for each in _PARTS.finditer(text) if each.start() not in kept]
    if len(blanks) <= _PUNCTUATED * sum(text.count(mark) for mark in "\uff0c\u3002"):
        return text
    letters = list(text)
    for blank in blanks:
        letters[blank] = "\uff0c"
    return "".join(letters)


def blanked_as(blanked: str, text: str) -> str:
    """The text with blanks for the letters that stand as blanks in another, as long as it."""
    pairs = zip(blanked, text, strict=True)
    return "".join(" " if one.isspace() and two.isalnum() else two for one, two in pairs)


def closed(text: str) -> Closed:
    """The text closed up where it is spaced word by word; else as it is, with no places."""
    words = text.split()
    if len(words) < _FEWEST or sum(map(len, words)) > _LONGEST_MEAN * len(words):
        return Closed(text, ())
    dropped = {match.start() for match in _BLANKS.finditer(text)}
    at = tuple(place for place in range(len(text)) if place not in dropped)
    return Closed("".join(text[place] for place in at), at)
