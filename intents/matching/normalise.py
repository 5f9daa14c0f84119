"""One written form for everything that is compared: width, script, case, digits, fillers."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property

from opencc import OpenCC

# A message is read up to here; the question of a longer post stands at its start or its end.
_HEAD, _TAIL = 1_000, 500
_DIGITS = re.compile(r"[0-9]+(?:[.:-][0-9]+)*")
_BREAKS = re.compile(r"[。！？!?；;\n…]+")
_DASHES = re.compile(r"[,，、:：\s]+")


class Normaliser:
    """Folds texts. Give the same fillers and dialect words (佢=他) at training and at run time."""

    def __init__(self, fillers: Iterable[str] = (), dialect: Iterable[str] = ()) -> None:
        self._fillers, self._dialect = tuple(fillers), tuple(dialect)

    def __reduce__(self) -> tuple[type["Normaliser"], tuple[tuple[str, ...], tuple[str, ...]]]:
        """Told to another process by its words alone: the converter of scripts cannot be."""
        return Normaliser, (self._fillers, self._dialect)

    @cached_property
    def _script(self) -> OpenCC:
        return OpenCC("tw2sp")

    @cached_property
    def _filler(self) -> re.Pattern[str]:
        longest_first = sorted(
            {self.letters(word) for word in self._fillers} - {""}, key=_by_length
        )
        return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def letters(self, text: str) -> str:
        """Half-width, simplified, lower case, letters and digits only, without words of dialects."""
        wide = unicodedata.normalize("NFKC", text).casefold()
        kept = "".join(filter(str.isalnum, wide))
        simplified: str = self._script.convert(kept)
        return self._of_dialect.sub(lambda found: self._plain[found[0]], simplified)

    @cached_property
    def _plain(self) -> dict[str, str]:
        """The plain words of each word of a dialect."""
        return dict(pair.split("=", 1) for pair in self._dialect)

    @cached_property
    def _of_dialect(self) -> re.Pattern[str]:
        longest_first = sorted(self._plain, key=_by_length)
        return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def fold(self, text: str) -> str:
        """`letters` with numbers of three digits and more as 0, and without fillers.

        Short numbers stay: 2N, 48小时 and 63岁 mean something, 3500 and 4200 the same.
        """
        numbered = _DIGITS.sub(_one_number, unicodedata.normalize("NFKC", text))
        return self._filler.sub("", self.letters(numbered))

    def sentences(self, text: str) -> Iterator[str]:
        """The sentences of a message as written; very long ones fall apart at commas and blanks."""
        for sentence in _BREAKS.split(shortened(text)):
            if len(sentence) <= 60:
                yield sentence
            else:
                yield from _pieces(sentence)


def shortened(text: str) -> str:
    """The first 1,000 and the last 500 characters of a message."""
    if len(text) <= _HEAD + _TAIL:
        return text
    return f"{text[:_HEAD]}\n{text[-_TAIL:]}"


def _one_number(found: re.Match[str]) -> str:
    return found[0] if len(found[0]) <= 2 else "0"


def _by_length(word: str) -> tuple[int, str]:
    return -len(word), word


def _pieces(sentence: str, size: int = 45) -> Iterator[str]:
    """Clauses joined up to about `size` characters; unpunctuated text is cut there."""
    piece = ""
    for clause in _DASHES.split(sentence):
        for start in range(0, len(clause), size):
            part = clause[start : start + size]
            if piece and len(piece) + len(part) > size:
                yield piece
                piece = ""
            piece += part
    if piece:
        yield piece
