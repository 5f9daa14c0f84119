"""Build time only: which pairs of characters our texts use, and how they sound."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from pypinyin import lazy_pinyin

from intents.matching.homophones import Homophones

_FEWEST_TEXTS = 15
_FIRST, _LAST = 0x4E00, 0x9FA5
# Many speakers do not tell zh from z, nor ing from in; nor does the keyboard of most.
_ALIKE = ((re.compile("^([zcs])h"), r"\1"), (re.compile("([ie])ng$"), r"\1n"))


def learn_homophones(folded: Iterable[str]) -> Homophones:
    """The commonest pair of each two sounds, where enough of the texts hold it. Deterministic."""
    characters = [chr(number) for number in range(_FIRST, _LAST + 1)]
    sounds = {char: _sound(char) for char in characters}
    numbers = {sound: number for number, sound in enumerate(sorted(set(sounds.values())))}
    counts = Counter(pair for text in folded for pair in set(map("".join, pairwise(text))))
    likely: dict[tuple[str, str], str] = {}
    for pair, count in sorted(counts.items(), key=lambda counted: (-counted[1], counted[0])):
        if count >= _FEWEST_TEXTS and pair[0] in sounds and pair[1] in sounds:
            likely.setdefault((sounds[pair[0]], sounds[pair[1]]), pair)
    return Homophones(
        characters="".join(characters),
        syllables=np.array([numbers[sounds[char]] for char in characters], dtype=np.int16),
        likely=tuple(sorted(likely.values())),
    )


def _sound(character: str) -> str:
    sound: str = lazy_pinyin(character)[0]
    for pattern, plain in _ALIKE:
        sound = pattern.sub(plain, sound)
    return sound
