"""A learned reader of what is asked in the middle of a case: which entry, or which detail. Numpy alone, pure."""

from collections.abc import Callable
from functools import lru_cache

from intents.matching.features import Floats
from intents.matching.labels import LabelModel, LabelReader
from intents.matching.meaning import Meaning

SHORTEST, LONGEST = 3, 96
"""Letters of the shortest question; of a longer message the last ones are read, where people ask."""
Fold = Callable[[str], str]
"""The letters of a text that count."""
_READINGS_KEPT = 16
"""One turn asks several times for the same words."""


class QuestionReader:
    """Reads messages with a learned model; share one between threads."""

    def __init__(self, model: LabelModel, meaning: Meaning, letters: Fold) -> None:
        self._letters, self.names = letters, model.labels
        self._reader = LabelReader(model, meaning)
        self.margins = lru_cache(maxsize=_READINGS_KEPT)(self._margins)

    def _margins(self, text: str) -> Floats | None:
        """The margin of each of `names`; None where there is nothing to read."""
        letters = self._letters(text)
        if len(letters) < SHORTEST or letters.isdigit():
            return None
        return self._reader.margins(letters[-LONGEST:])
