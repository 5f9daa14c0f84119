"""Many more phrases than we have: halves of phrases joined anew, and an index over all of them."""

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.sparse import csr_matrix

from intents.matching.features import vectorize
from intents.matching.indexing import index
from intents.matching.model import Model
from intents.matching.normalise import Normaliser
from tests.benchmarks.matching.methods import Phrase


def grown(phrases: Sequence[Phrase], scale: int) -> list[Phrase]:
    """`scale` times as many: the first half of one phrase and the second of another."""
    chance = random.Random(0)
    made = list(phrases)
    while len(made) < scale * len(phrases):
        (one, entry), (other, _) = chance.choice(phrases), chance.choice(phrases)
        made.append((one[: len(one) // 2 + 1] + other[len(other) // 2 :], entry))
    return made


def with_phrases(model: Model, phrases: Sequence[Phrase]) -> Model:
    """The model with an index over these phrases."""
    fold = Normaliser(model.words.fillers, model.words.dialect).fold
    folded = [fold(text) for text, _ in phrases]
    vocabulary = {gram: column for column, gram in enumerate(model.linear.grams)}
    numbers = {label: number for number, label in enumerate(model.linear.labels)}
    vectors = [vectorize(text, vocabulary, model.linear.rarity) for text in folded]
    rows = np.repeat(np.arange(len(vectors)), [len(vector.columns) for vector in vectors])
    columns = np.concatenate([vector.columns for vector in vectors])
    values = np.concatenate([vector.values for vector in vectors])
    shape = (len(vectors), len(vocabulary))
    matrix = csr_matrix((values, (rows, columns)), shape=shape, dtype=np.float32)
    labels = np.array([numbers[entry] for _, entry in phrases], dtype=np.int32)
    return replace(model, phrases=index([text for text, _ in phrases], folded, labels, matrix))
