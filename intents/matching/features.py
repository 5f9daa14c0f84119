"""Character 1- and 2-grams of a folded text as a sparse vector of unit length."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from operator import add

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Vector:
    """The columns that are not zero, ascending, and their values."""

    columns: Integers
    values: Floats


def grams(folded: str) -> list[str]:
    """All single characters and pairs, with ^ and $ where the text begins and ends."""
    marked = f"^{folded}$"
    return [*marked, *map(add, marked, marked[1:])]


def vectorize(folded: str, vocabulary: Mapping[str, int], rarity: Floats) -> Vector:
    """Sublinear term frequency times `rarity` (inverse document frequency), length one."""
    counts = Counter(map(vocabulary.get, grams(folded)))
    columns = np.array(sorted(at for at in counts if at is not None), dtype=np.int32)
    frequency = np.array([counts[column] for column in columns.tolist()], dtype=np.float32)
    values = (1 + np.log(frequency)) * rarity[columns]
    length = float(np.sqrt(values @ values))
    return Vector(columns, (values / length if length else values).astype(np.float32))
