"""The raw signals of one folded text: margins, nearness to phrases, hints of the domain."""

from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from intents.matching.features import Floats, Vector, vectorize
from intents.matching.meaning import Meaning
from intents.matching.model import Linear, Phrases

_BEST = 5
_NEAREST_CENTRES = 3
_MOST_WORDS = 3
_FAINT = 0.05
# Chosen on the asked questions, see tests/benchmarks: how much meaning counts beside the words.
_MEANING_WEIGHT = 0.3
_TEXTS_KEPT = 16
"""One turn asks for the margins of its message, and of its parts, several times."""


@dataclass(frozen=True, slots=True)
class Signals:
    """`margins` and `likeness` in meaning by label, `nearness` by phrase (cosines); `domain` the
    inputs of the gate; `nearest` the entry of the nearest phrase.

    Doors in `domain` are those of matters other than labour. It is: the margin of the five best
    entries over the five best doors (where entries are alike, none stands out alone), the margins
    of the two readers of the domain, how much nearer in meaning the text is to entries than to
    doors, how near it is to all entries, how near to a phrase of an entry and to one of a door, and
    labour words (0 to 3). How sure the matcher is among the entries plays no part: look-alikes make
    it sure, too.
    """

    margins: Floats
    likeness: Floats
    nearness: Floats
    nearest: int
    domain: tuple[float, ...]


class SignalReader:
    """Reads signals with a linear model, an index of phrases and the student of meaning."""

    def __init__(
        self, linear: Linear, phrases: Phrases, meaning: Meaning, labour: tuple[str, ...]
    ) -> None:
        self._linear = linear
        self._phrases = phrases
        self._meaning = meaning
        self._labour = labour
        self._seen_lately = lru_cache(maxsize=_TEXTS_KEPT)(self._seen)

    @cached_property
    def _vocabulary(self) -> dict[str, int]:
        return {gram: column for column, gram in enumerate(self._linear.grams)}

    @cached_property
    def _splits(self) -> tuple[list[int], list[int]]:
        """Where, by label and by phrase, entries end and where labour ends."""
        by_label = [self._linear.entry_count, self._linear.labour_count]
        return by_label, [int((self._phrases.labels < label).sum()) for label in by_label]

    @property
    def known(self) -> Container[str]:
        """The grams of the texts learned from."""
        return self._vocabulary

    def vector(self, folded: str) -> Vector:
        """The text as the model sees it."""
        return vectorize(folded, self._vocabulary, self._linear.rarity)

    def domain_margins(self, vector: Vector) -> tuple[float, float]:
        """By the hard and the soft reader; above zero: more like the entries than the doors."""
        linear = self._linear
        hard, soft = vector.values @ linear.domain_weights[vector.columns] + linear.domain_bias
        return float(hard), float(soft)

    def labour_words(self, folded: str) -> int:
        """How many words of our domain the text holds, 3 at most."""
        return min(_MOST_WORDS, sum(word in folded for word in self._labour))

    def read(self, folded: str) -> Signals:
        """All signals of a text."""
        vector, likeness, margins = self._seen_lately(folded)
        nearness = self._phrases.index.summed(vector, len(self._phrases.labels))
        by_label, by_phrase = self._splits
        entries, _, doors = np.split(margins, by_label)
        like_entries, _, like_doors = np.split(likeness, by_label)
        near_entries, _, near_doors = np.split(nearness, by_phrase)
        domain = (
            _top_mean(entries, _BEST) - _top_mean(doors, _BEST),
            *self.domain_margins(vector),
            _top_mean(like_entries, _NEAREST_CENTRES) - _top_mean(like_doors, _NEAREST_CENTRES),
            float(like_entries.mean()),
            float(near_entries.max()),
            float(near_doors.max(initial=0.0)),
            float(self.labour_words(folded)),
        )
        nearest = int(self._phrases.labels[near_entries.argmax()])
        return Signals(margins, likeness, nearness, nearest, domain)

    def margins(self, folded: str) -> Floats:
        """The margins of a text alone: what `read` would tell, at a third of its cost."""
        _, _, margins = self._seen_lately(folded)
        return margins

    def _seen(self, folded: str) -> tuple[Vector, Floats, Floats]:
        """A text as the model sees it, how like it is to each label in meaning, and its margins."""
        vector = self.vector(folded)
        likeness = self._linear.centres @ self._meaning.read(folded)
        return vector, likeness, self._margins(vector, likeness)

    def _margins(self, vector: Vector, likeness: Floats) -> Floats:
        linear = self._linear
        summed = linear.weights.summed(vector)
        margins = summed * linear.scale + linear.bias + _MEANING_WEIGHT * likeness
        return np.asarray(margins, dtype=np.float32)


def _top_mean(values: Floats, count: int) -> float:
    """The mean of the highest; to look for them among very many zeros would be slow."""
    apart = values[values > _FAINT]
    telling = apart if apart.size > count else values
    if telling.size <= count:
        return float(telling.mean()) if telling.size else 0.0
    return float(np.partition(telling, -count)[-count:].mean())
