"""Words written with characters that only sound right: 老扳拖我工姿 is 老板拖我工资.

Who speaks to a phone, or types by sound, sends such words. A pair of characters that none of our
texts holds gives way to the one common pair that sounds like it. Numpy alone.
"""

from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

_Sound = tuple[int, int]


@dataclass(frozen=True)
class Homophones:
    """`syllables` are the sounds of `characters`, by number; `likely` the pairs to repair to.

    A sound has no tone, and 是/四, 宾/冰 sound alike. Of each two sounds `likely` holds one pair.
    """

    characters: str
    syllables: NDArray[np.int16]
    likely: tuple[str, ...]

    @cached_property
    def _sounds(self) -> dict[str, int]:
        return dict(zip(self.characters, self.syllables.tolist(), strict=True))

    @cached_property
    def _by_sound(self) -> dict[_Sound, str]:
        return {(self._sounds[pair[0]], self._sounds[pair[1]]): pair for pair in self.likely}

    def repaired(self, folded: str, known: Container[str]) -> str:
        """The text with unknown pairs replaced; pairs in `known` stay, and what they rest on."""
        text = list(folded)
        for place in range(len(text) - 1):
            better = self._better(text, place, known)
            if better:
                text[place : place + 2] = better
        return "".join(text)

    def _better(self, text: list[str], place: int, known: Container[str]) -> str | None:
        one, two = text[place : place + 2]
        if one + two in known or one not in self._sounds or two not in self._sounds:
            return None
        pair = self._by_sound.get((self._sounds[one], self._sounds[two]))
        if pair is None:
            return None
        kept_by_left = place > 0 and pair[0] != one and text[place - 1] + one in known
        kept_by_right = place + 2 < len(text) and pair[1] != two and two + text[place + 2] in known
        return None if kept_by_left or kept_by_right else pair
