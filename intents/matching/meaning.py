"""What a text means, roughly: a small student of an embedding model.

The teacher (multilingual-e5-small) hears that 炒鱿鱼 and 辞退 are alike; our own phrases alone
cannot teach that. The student is one table: a row of numbers for each of some thousand grams,
learned once by `python -m tests.make_meaning` and kept in meaning.npz. It is numpy alone.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from intents.matching.features import Floats, vectorize

MEANING_FILE = Path(__file__).with_name("meaning.npz")


@dataclass(frozen=True)
class Meaning:
    """`table` (grams x numbers) is int8, to be multiplied by `scale` of its column."""

    grams: tuple[str, ...]
    rarity: Floats
    table: NDArray[np.int8]
    scale: Floats

    @cached_property
    def _vocabulary(self) -> dict[str, int]:
        return {gram: column for column, gram in enumerate(self.grams)}

    @property
    def size(self) -> int:
        """How many numbers a text becomes."""
        return len(self.scale)

    def read(self, folded: str) -> Floats:
        """A vector of length one; zeros for a text without a known gram."""
        vector = vectorize(folded, self._vocabulary, self.rarity)
        summed = (vector.values @ self.table[vector.columns].astype(np.float32)) * self.scale
        length = float(np.sqrt(summed @ summed))
        return np.asarray(summed / length if length else summed, dtype=np.float32)


def load_meaning(path: Path = MEANING_FILE) -> Meaning:
    """The student as it is shipped."""
    with np.load(path, allow_pickle=False) as file:
        grams = tuple(file["grams"].tobytes().decode("utf-8").split("\n"))
        return Meaning(grams, file["rarity"], file["table"], file["scale"])
