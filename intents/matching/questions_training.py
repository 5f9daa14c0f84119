"""Build time only: teaches the reader of what is asked in the middle of a case. Same phrases, same bytes.

An answer has few phrases, so what it asks and says teaches, too: the middle of its phrases, in grams and in meaning.
Then each phrase that is nearer to another answer draws its own towards it, and pushes the other away.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from intents.matching.features import Floats, grams
from intents.matching.label_training import Margins
from intents.matching.labels import MEANING_WEIGHT, LabelModel
from intents.matching.meaning import Meaning
from intents.matching.questions import LONGEST, Fold

OF_ASKS, OF_SAYS, OF_MEANT_ASKS = 0.5, 0.35, 0.7
"""How much the question and the answer count beside the middle of the phrases."""
OF_MEANING = 0.8
"""How much what is meant counts beside the middle of the grams (measured held out)."""
STEP, CLEAR, ROUNDS = 0.03, 0.35, 4
"""How far a phrase draws; how clearly its own answer must lead; how often all phrases are gone through (measured on
labelled talks: `python -m tests.benchmarks ranking`)."""
_FEWEST_TEXTS, _AT_ONCE, _SEED = 2, 1_500, 0

Numbers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class TaughtAnswer:
    """What teaches when an answer is asked for: phrases, the question in plain words, what it says."""

    phrases: Sequence[str]
    asks: str
    says: str


def learn_questions(
    taught: Mapping[str, TaughtAnswer], meaning: Meaning, letters: Fold
) -> LabelModel:
    """A model of the answers by name."""
    names = sorted(taught)
    phrases = [[letters(text)[-LONGEST:] for text in taught[name].phrases] for name in names]
    flat = [text for own in phrases for text in own]
    labels = np.repeat(np.arange(len(names)), [len(own) for own in phrases])
    asks = [letters(taught[name].asks) for name in names]
    tfidf = TfidfVectorizer(analyzer=grams, sublinear_tf=True, min_df=_FEWEST_TEXTS)
    seen = csr_matrix(tfidf.fit_transform(flat))
    says = csr_matrix(tfidf.transform([letters(taught[name].says) for name in names]))
    own = csr_matrix(tfidf.transform(asks)) * OF_ASKS + says * OF_SAYS
    middles = _unit(_middles(seen, labels, len(names)) + own.toarray())
    read = _meant(flat, meaning)
    meant = _middles(read, labels, len(names))
    meant = _unit(meant + OF_MEANT_ASKS * _meant(asks, meaning))
    lessons = _Lessons(seen.astype(np.float32), read.astype(np.float32), labels)
    weights, of_meaning = _drawn(lessons, middles, OF_MEANING * meant)
    scale = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
    return LabelModel(
        grams=tuple(tfidf.get_feature_names_out().tolist()),
        rarity=tfidf.idf_.astype(np.float32),
        labels=tuple(names),
        weights=np.rint(weights / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        of_meaning=of_meaning.T / MEANING_WEIGHT,
        bias=np.zeros(len(names), dtype=np.float32),
    )


@dataclass(frozen=True, slots=True)
class _Lessons:
    """Phrases as grams and in meaning (phrases x grams, phrases x numbers), each with the number of its answer."""

    seen: csr_matrix
    meant: Floats
    labels: Numbers


def _drawn(lessons: _Lessons, middles: Margins, meant: Margins) -> tuple[Floats, Floats]:
    """The weights of grams and of meaning (grams x answers, answers x numbers) after all rounds."""
    weights = np.ascontiguousarray(middles.T, dtype=np.float32)
    of_meaning = meant.astype(np.float32)
    chance = np.random.default_rng(_SEED)
    for _ in range(ROUNDS):
        order = chance.permutation(len(lessons.labels))
        for start in range(0, len(order), _AT_ONCE):
            _draw(lessons, order[start : start + _AT_ONCE], weights, of_meaning)
    return weights, of_meaning


def _draw(lessons: _Lessons, rows: Numbers, weights: Floats, of_meaning: Floats) -> None:
    """Change the weights by some of the phrases. They lie gram by gram: else each product would copy them."""
    seen, meant, own = lessons.seen[rows], lessons.meant[rows], lessons.labels[rows]
    margins = np.asarray(seen @ weights) + meant @ of_meaning.T
    each = np.arange(len(rows))
    reached = margins[each, own].copy()
    margins[each, own] = -np.inf
    rival = margins.argmax(axis=1)
    unclear = np.flatnonzero(reached - margins[each, rival] < CLEAR)
    signs = np.repeat(np.array([STEP, -STEP], dtype=np.float32), len(unclear))
    places = (np.concatenate([own[unclear], rival[unclear]]), np.tile(unclear, 2))
    which = csr_matrix((signs, places), (len(of_meaning), len(rows)))
    change = (which @ seen).tocoo()
    weights[change.col, change.row] += change.data
    of_meaning += OF_MEANING * (which @ meant)


def _meant(texts: Sequence[str], meaning: Meaning) -> Margins:
    return np.array([meaning.read(text) for text in texts])


def _middles(values: csr_matrix | Margins, labels: Numbers, count: int) -> Margins:
    """The mean of the rows of each label."""
    which = csr_matrix(
        (np.ones(len(labels)), (labels, np.arange(len(labels)))), (count, len(labels))
    )
    summed = which @ values
    dense = summed.toarray() if isinstance(summed, csr_matrix) else np.asarray(summed)
    return dense / np.maximum(np.bincount(labels, minlength=count), 1)[:, None]


def _unit(rows: Margins) -> Margins:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))
