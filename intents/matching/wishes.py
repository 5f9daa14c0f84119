"""A learned reader of wishes: what a short message in the middle of a talk is up to. Pure.

The patterns of the word lists know the commonest ways to say 我该去找谁; this reader, taught on many
more, hears the others. It names a wish only where the message is no fact and no other question.
"""

from dataclasses import dataclass

import numpy as np

from intents.matching.features import Floats
from intents.matching.labels import LONGEST, LabelModel, LabelReader, Repair
from intents.matching.normalise import Normaliser
from intents.wish_words import NONE


@dataclass(frozen=True, slots=True)
class WishModel:
    """The weights of the wishes, `NONE` among them.

    A wish is named where its margin is above that of `NONE` by `lead`, and above that of the next
    wish by `clear`.
    """

    model: LabelModel
    lead: float
    clear: float


class WishReader:
    """Reads messages with a learned model; share one between threads."""

    def __init__(self, learned: WishModel, repaired: Repair = str) -> None:
        self._learned, self._repaired = learned, repaired
        self._reader = LabelReader(learned.model)
        self._letters = Normaliser(()).letters

    def read(self, text: str) -> str | None:
        """The wish of the whole message, if it surely is one; a bare number is none."""
        letters = self._letters(text)
        if not letters or letters.isdigit() or len(letters) > LONGEST:
            return None
        return named(self._reader.margins(self._repaired(letters)), self._learned)


def named(margins: Floats, learned: WishModel) -> str | None:
    """The label of these margins (one a label), if one stands out."""
    labels = learned.model.labels
    none = labels.index(NONE)
    wishes = np.delete(margins, none)
    second, first = np.sort(wishes)[-2:]
    if first - margins[none] < learned.lead or first - second < learned.clear:
        return None
    return labels[int(np.flatnonzero(margins == first)[0])]
