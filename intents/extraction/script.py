"""One writing for every reading: half-width, simplified, and not a character moved."""

import re
import unicodedata
from functools import lru_cache

from intents.extraction.word_lists import ScriptWords
from intents.needed_letters import PatternIndex

LONGEST_READ = 6_000
_FOLDED_KEPT = 32
"""One turn folds its message, and its parts, many times."""


class Script:
    """Folds a text character for character, so that spans also hold in the text as it came."""

    def __init__(self, words: ScriptWords) -> None:
        pairs = zip("".join(words.traditional), "".join(words.simplified), strict=True)
        self._homophones = [(re.compile(each.typed), each.read) for each in words.homophones]
        self._typed = PatternIndex(typed for typed, _ in self._homophones)
        self._table = {ord(old): new for old, new in pairs}
        self._fold_lately = lru_cache(maxsize=_FOLDED_KEPT)(self._fold)

    def fold(self, text: str) -> str:
        """The same length as the text, at most `LONGEST_READ` characters."""
        return self._fold_lately(text[:LONGEST_READ])

    def _fold(self, read: str) -> str:
        if not read.isascii():
            read = "".join(map(_narrow, read)).translate(self._table)
            read = self._as_meant(read)
        return read

    def _as_meant(self, text: str) -> str:
        """The text with characters that only sound like others put right."""
        fitting = self._typed.may_fit(text)
        for number, (typed, meant) in enumerate(self._homophones):
            if number in fitting:
                text = typed.sub(meant, text)
                fitting = self._typed.may_fit(text)
        return text


def _narrow(character: str) -> str:
    """Full-width forms made narrow, but Chinese punctuation kept: it parts the sentences."""
    if "\uff10" <= character <= "\uff5a" and character not in "\uff1a\uff1b\uff1f\uff1c\uff1e":
        return unicodedata.normalize("NFKC", character)
    return character
