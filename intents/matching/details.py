"""A learned reader of narrow questions: which detail of a case is asked, and how likely. Pure.

Only the details that may be asked in the case at hand are compared, so that few stand against each other.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from intents.matching.features import Floats
from intents.matching.labels import LONGEST, LabelModel, LabelReader, Repair
from intents.matching.meaning import Meaning
from intents.matching.normalise import Normaliser

SHORTEST = 3
"""Letters of the shortest question."""
_READINGS_KEPT = 8
"""One turn asks several times for the same words."""


@dataclass(frozen=True, slots=True)
class Sureness:
    """How likely the best detail is right: by its margin, by its lead over the next one, and by itself."""

    margin: float
    lead: float
    bias: float

    def of(self, margin: float, lead: float) -> float:
        """The share of such readings that are right, 0 to 1."""
        return float(1 / (1 + np.exp(-(self.margin * margin + self.lead * lead + self.bias))))


@dataclass(frozen=True, slots=True)
class DetailModel:
    """The weights of the details."""

    model: LabelModel
    sureness: Sureness


@dataclass(frozen=True, slots=True)
class ReadDetail:
    """A detail that may be asked; `likely` is the share of such readings that are right."""

    name: str
    likely: float


class DetailReader:
    """Reads messages with a learned model; share one between threads."""

    def __init__(self, learned: DetailModel, meaning: Meaning, repaired: Repair = str) -> None:
        self._sureness, self._repaired = learned.sureness, repaired
        self._reader = LabelReader(learned.model, meaning)
        self._labels = learned.model.labels
        self._columns = {label: column for column, label in enumerate(self._labels)}
        self._letters = Normaliser(()).letters
        self._margins = lru_cache(maxsize=_READINGS_KEPT)(self._read)

    def read(self, text: str, among: Collection[str]) -> ReadDetail | None:
        """The likeliest of the details named; None where nothing can be read or compared."""
        columns = [self._columns[name] for name in sorted(among) if name in self._columns]
        margins = self._margins(text) if columns else None
        if margins is None:
            return None
        first, lead = ahead(margins[columns])
        name = self._labels[columns[first]]
        return ReadDetail(name, self._sureness.of(float(margins[columns[first]]), lead))

    def _read(self, text: str) -> Floats | None:
        letters = self._letters(text)
        if not SHORTEST <= len(letters) <= LONGEST or letters.isdigit():
            return None
        return self._reader.margins(self._repaired(letters))


def ahead(margins: Floats) -> tuple[int, float]:
    """The place of the highest margin, and its lead over the next one."""
    first = int(margins.argmax())
    second = float(np.delete(margins, first).max()) if len(margins) > 1 else 0.0
    return first, float(margins[first]) - second
