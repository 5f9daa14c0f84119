"""Character 1- and 2-grams of a folded text as a sparse vector of unit length."""

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
    known = [at for at in map(vocabulary.get, grams(folded)) if at is not None]
    if not known:
        return Vector(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32))
    known.sort()
    found = np.array(known, dtype=np.int32)
    begins = np.flatnonzero(np.append(True, found[1:] != found[:-1]))
    columns = found[begins]
    frequency = np.diff(np.append(begins, len(found))).astype(np.float32)
    values = (1 + np.log(frequency)) * rarity[columns]
    return Vector(columns, values / float(np.sqrt(values @ values)))
