"""Build time only: scikit-learn fits the linear models of one set of examples."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from intents.matching.features import Floats, grams
from intents.matching.indexing import index
from intents.matching.model import Linear, Phrases
from intents.matching.weights import Weights

# Chosen on held-out phrases of our own, see tests/benchmarks; fixed seeds keep builds equal.
_SOFTNESS = 0.2
_ARTICLE_SOFTNESS, _ARTICLE_WEIGHT, _ARTICLE_TOLERANCE = 0.3, 0.25, 0.5
_TOLERANCE = 1e-1
_DOMAIN_SOFTNESS = (30.0, 3.0)
_SEED = 0
_FAINTEST = 2.5
# A gram of a single text tells nothing and costs memory.
_FEWEST_TEXTS = 2


@dataclass(frozen=True, slots=True)
class Example:
    """A folded text of a label and what it means; `shown` when it is one of the label's phrases,
    `weight` in teaching."""

    written: str
    folded: str
    meant: Floats
    label: int
    shown: bool = True
    weight: float = 1.0


def fit(
    examples: Sequence[Example],
    labels: tuple[str, ...],
    articles: Sequence[int],
    entry_count: int,
    labour_count: int,
) -> tuple[Linear, Phrases]:
    """The classifier, the domain classifier and the phrase index. Deterministic.

    `articles` number by label the article it rests on first, one number for all doors: entries of
    one article teach each other.
    """
    tfidf = TfidfVectorizer(
        analyzer=grams, sublinear_tf=True, min_df=_FEWEST_TEXTS, dtype=np.float64
    )
    matrix = csr_matrix(tfidf.fit_transform([example.folded for example in examples]))
    of_label = np.array([example.label for example in examples])
    weight = np.array([example.weight for example in examples])
    weights, bias = _with_articles(matrix, of_label, weight, np.array(articles))
    telling = (of_label < entry_count) | (of_label >= labour_count)
    domain_weights, domain_bias = _domain(matrix[telling], of_label[telling] < entry_count)
    scale = np.maximum([np.abs(each).max() for each in weights], 1e-9) / 127
    linear = Linear(
        grams=tuple(tfidf.get_feature_names_out().tolist()),
        rarity=tfidf.idf_.astype(np.float32),
        labels=labels,
        entry_count=entry_count,
        labour_count=labour_count,
        weights=Weights.of(_quantized(weights, scale)),
        scale=scale.astype(np.float32),
        bias=bias.astype(np.float32),
        centres=_centres(examples, of_label, len(labels)),
        domain_weights=domain_weights,
        domain_bias=domain_bias,
    )
    shown = [number for number, example in enumerate(examples) if example.shown]
    phrases = index(
        [examples[number].written for number in shown],
        [examples[number].folded for number in shown],
        of_label[shown].astype(np.int32),
        matrix[shown],
    )
    return linear, phrases


def _quantized(weights: np.ndarray, scale: np.ndarray) -> NDArray[np.int8]:
    """Weights (labels x grams) as whole numbers of -127 to 127 (grams x labels), without the faintest: most of
    them, and they tell nothing."""
    whole = np.zeros(weights.shape, dtype=np.int8)
    for row, own, unit in zip(whole, weights, scale, strict=True):
        scaled = own / unit
        row[:] = np.where(np.abs(scaled) < _FAINTEST, 0, np.rint(scaled))
    return np.ascontiguousarray(whole.T)


def _with_articles(
    matrix: csr_matrix, of_label: np.ndarray, weight: np.ndarray, articles: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Weights (labels x grams) and bias: those of the label, and a part of those of its article."""
    weights, bias = _one_against_rest(
        matrix, of_label, weight, len(articles), _SOFTNESS, _TOLERANCE
    )
    if not articles.any():
        return weights, bias
    of_article = _one_against_rest(
        matrix,
        articles[of_label],
        weight,
        int(articles.max()) + 1,
        _ARTICLE_SOFTNESS,
        _ARTICLE_TOLERANCE,
    )
    return (
        weights + _ARTICLE_WEIGHT * of_article[0][articles],
        bias + _ARTICLE_WEIGHT * of_article[1][articles],
    )


def _one_against_rest(
    matrix: csr_matrix,
    of_class: np.ndarray,
    weight: np.ndarray,
    count: int,
    softness: float,
    tolerance: float,
) -> tuple[np.ndarray, np.ndarray]:
    """Weights (classes x grams) and bias; a class without examples is never chosen."""
    machine = LinearSVC(C=softness, tol=tolerance, random_state=_SEED)
    machine.fit(matrix, of_class, sample_weight=weight)
    weights = np.zeros((count, matrix.shape[1]))
    bias = np.full(count, -2.0)
    weights[machine.classes_] = machine.coef_
    bias[machine.classes_] = machine.intercept_
    return weights, bias


def _domain(matrix: csr_matrix, in_domain: np.ndarray) -> tuple[Floats, Floats]:
    machines = [
        LogisticRegression(C=softness, class_weight="balanced", max_iter=400).fit(matrix, in_domain)
        for softness in _DOMAIN_SOFTNESS
    ]
    weights = np.stack([machine.coef_[0] for machine in machines], axis=1)
    bias = np.array([machine.intercept_[0] for machine in machines])
    return weights.astype(np.float32), bias.astype(np.float32)


def _centres(examples: Sequence[Example], of_label: np.ndarray, label_count: int) -> Floats:
    """The middle of the meanings of each label's examples, of length one (labels x numbers)."""
    weighed = np.array([each.weight * each.meant for each in examples])
    summed = np.zeros((label_count, weighed.shape[1]))
    np.add.at(summed, of_label, weighed)
    lengths = np.linalg.norm(summed, axis=1, keepdims=True)
    return (summed / np.where(lengths > 0, lengths, 1)).astype(np.float32)
