"""Character 1- and 2-grams of a folded text as a sparse vector of unit length."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LONGEST_GRAM = 2
Floats = NDArray[np.float32]
Integers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Vector:
    """The columns that are not zero, ascending, and their values."""

    columns: Integers
    values: Floats


def grams(folded: str) -> Iterator[str]:
    """All single characters and pairs, with ^ and $ where the text begins and ends."""
    marked = f"^{folded}$"
    for size in range(1, LONGEST_GRAM + 1):
        for start in range(len(marked) - size + 1):
            yield marked[start : start + size]


def vectorize(folded: str, vocabulary: Mapping[str, int], rarity: Floats) -> Vector:
    """Sublinear term frequency times `rarity` (inverse document frequency), length one."""
    counts = Counter(vocabulary[gram] for gram in grams(folded) if gram in vocabulary)
    columns = np.array(sorted(counts), dtype=np.int32)
    frequency = np.array([counts[column] for column in columns.tolist()], dtype=np.float32)
    values = (1 + np.log(frequency)) * rarity[columns]
    length = float(np.sqrt(values @ values))
    return Vector(columns, (values / length if length else values).astype(np.float32))
