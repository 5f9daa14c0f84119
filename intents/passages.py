"""Which sentences of an answer say most of what is asked: by what they mean and by the pairs of letters they share.
Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from intents.matching.features import Floats
from intents.matching.meaning import Meaning

FEWEST = 3
"""Pairs of letters of the shortest question."""
_NOT_LETTERS = re.compile(r"[^\w]+|_")


def likeness(meaning: Meaning, asked: str, sentences: Sequence[str]) -> list[float]:
    """How near each sentence is to the question; about 1 for the same words."""
    letters = _letters(asked)
    own, pairs = meaning.read(letters), _pairs(letters)
    return [_near(meaning, own, pairs, _letters(sentence)) for sentence in sentences]


def shared(words: str, said: str) -> float:
    """The part of the words' pairs of letters that were said, too; 1 where all were."""
    pairs = _pairs(_letters(words))
    return len(pairs & _pairs(_letters(said))) / max(FEWEST, len(pairs))


def _near(meaning: Meaning, own: Floats, pairs: frozenset[str], letters: str) -> float:
    shared = len(_pairs(letters) & pairs) / max(FEWEST, len(pairs))
    return float(meaning.read(letters) @ own) + shared


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text)


def _pairs(letters: str) -> frozenset[str]:
    return frozenset(first + second for first, second in pairwise(letters))
