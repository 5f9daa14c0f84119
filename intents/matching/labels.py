"""Labels of short messages by learned weights: what wishes and choices are read with. Numpy alone, pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from intents.matching.features import Floats, vectorize
from intents.matching.meaning import Meaning

LONGEST = 32
"""Letters of the longest message that is read as one: more tell a story."""
MEANING_WEIGHT = 0.7
"""How much what a message means counts beside its grams; chosen on phrases held out."""

Repair = Callable[[str], str]
"""Mends letters written by sound (该照谁)."""


@dataclass(frozen=True)
class LabelModel:
    """`weights` (grams x labels) are int8, times `scale` of their label; `of_meaning` are those of
    the numbers of a meaning (numbers x labels), no rows where meanings were not taught."""

    grams: tuple[str, ...]
    rarity: Floats
    labels: tuple[str, ...]
    weights: NDArray[np.int8]
    scale: Floats
    of_meaning: Floats
    bias: Floats

    @cached_property
    def vocabulary(self) -> Mapping[str, int]:
        """The column of each gram."""
        return {gram: column for column, gram in enumerate(self.grams)}


class LabelReader:
    """Reads folded letters with a learned model; share one between threads."""

    def __init__(self, model: LabelModel, meaning: Meaning | None = None) -> None:
        self._model, self._meaning = model, meaning

    def margins(self, letters: str) -> Floats:
        """The margin of each label."""
        model = self._model
        vector = vectorize(letters, model.vocabulary, model.rarity)
        summed = vector.values @ model.weights[vector.columns].astype(np.float32) * model.scale
        if self._meaning is not None:
            summed += MEANING_WEIGHT * self._meaning.read(letters) @ model.of_meaning
        return np.asarray(summed + model.bias, dtype=np.float32)
