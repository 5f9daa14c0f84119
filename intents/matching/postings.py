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

    def summed(self, vector: Vector, count: int) -> Floats:
        """The weights of the vector's grams times their values, summed for each of `count` numbers."""
        rows = [slice(*self.starts[column : column + 2]) for column in vector.columns]
        if not rows:
            return np.zeros(count, dtype=np.float32)
        numbers = np.concatenate([self.numbers[row] for row in rows])
        weights = np.concatenate(
            [self.weights[row] * value for row, value in zip(rows, vector.values, strict=True)]
        )
        return np.bincount(numbers, weights=weights, minlength=count).astype(np.float32)
