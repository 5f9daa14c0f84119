"""A sparse table, kept gram by gram: which numbers a gram weighs on, and how much."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from intents.matching.features import Floats, Integers, Vector


@dataclass(frozen=True, slots=True)
class Postings:
    """`starts[c]:starts[c + 1]` are the postings of gram c: numbers (of labels, or of phrases),
    each with its weight.
    """

    starts: Integers
    numbers: NDArray[np.integer]
    weights: Floats | NDArray[np.int8]

    @classmethod
    def of(cls, table: NDArray[np.int8]) -> "Postings":
        """Those of a table (grams x numbers) that are not zero."""
        grams, numbers = np.nonzero(table)
        starts = np.searchsorted(grams, np.arange(len(table) + 1))
        weights = table[grams, numbers]
        return cls(starts.astype(np.int32), numbers.astype(np.uint16), weights)

    def summed(self, vector: Vector, count: int) -> Floats:
        """The weights of the vector's grams times their values, summed for each of `count` numbers."""
        first = self.starts[vector.columns]
        lengths = self.starts[vector.columns + 1] - first
        ends = np.cumsum(lengths)
        within = np.arange(ends[-1] if ends.size else 0)
        at = within + np.repeat(first - (ends - lengths), lengths)
        weights = self.weights[at] * np.repeat(vector.values, lengths)
        return np.bincount(self.numbers[at], weights=weights, minlength=count).astype(np.float32)
