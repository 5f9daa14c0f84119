"""Weights of labels by gram: common grams weigh on many labels and stand in a table, of the others
only the weights that are not zero are kept. So it is both smaller and faster than either alone."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from intents.matching.features import Floats, Integers, Vector
from intents.matching.postings import Postings

_MANY = 0.15
"""The share of labels from which on a gram stands in the table."""


@dataclass(frozen=True, slots=True)
class Weights:
    """`rows[c]` is the row of gram c in `table` (rows x labels, int8), -1 where it is in `rest`."""

    rows: Integers
    table: NDArray[np.int8]
    rest: Postings

    @classmethod
    def of(cls, weights: NDArray[np.int8]) -> "Weights":
        """From all weights (grams x labels)."""
        many = np.count_nonzero(weights, axis=1) >= _MANY * weights.shape[1]
        rows = np.where(many, np.cumsum(many) - 1, -1).astype(np.int32)
        return cls(rows, weights[many], Postings.of(np.where(many[:, None], 0, weights)))

    def summed(self, vector: Vector) -> Floats:
        """The weights of the vector's grams times their values, summed for each label."""
        rows = self.rows[vector.columns]
        in_table = rows >= 0
        common = vector.values[in_table] @ self.table[rows[in_table]].astype(np.float32)
        rare = Vector(vector.columns[~in_table], vector.values[~in_table])
        return np.asarray(common + self.rest.summed(rare, self.table.shape[1]), dtype=np.float32)
