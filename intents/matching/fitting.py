"""Build time only: scikit-learn fits the linear models of one set of examples."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from intents.matching.features import Floats, grams
from intents.matching.indexing import index
from intents.matching.model import Linear, Phrases
from intents.matching.weights import Weights

# Chosen on held-out phrases of our own, see tests/benchmarks; fixed seeds keep builds equal.
_SOFTNESS = 0.4
_TOLERANCE = 1e-1
_DOMAIN_SOFTNESS = (30.0, 3.0)
_SEED = 0
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
    entry_count: int,
    labour_count: int,
) -> tuple[Linear, Phrases]:
    """The classifier, the domain classifier and the phrase index. Deterministic."""
    tfidf = TfidfVectorizer(
        analyzer=grams, sublinear_tf=True, min_df=_FEWEST_TEXTS, dtype=np.float64
    )
    matrix = csr_matrix(tfidf.fit_transform([example.folded for example in examples]))
    of_label = np.array([example.label for example in examples])
    weight = np.array([example.weight for example in examples])
    weights, bias = _entries_and_doors(matrix, of_label, weight, len(labels))
    telling = (of_label < entry_count) | (of_label >= labour_count)
    domain_weights, domain_bias = _domain(matrix[telling], of_label[telling] < entry_count)
    scale = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
    linear = Linear(
        grams=tuple(tfidf.get_feature_names_out().tolist()),
        rarity=tfidf.idf_.astype(np.float32),
        labels=labels,
        entry_count=entry_count,
        labour_count=labour_count,
        weights=Weights.of(np.rint(weights / scale).astype(np.int8)),
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


def _entries_and_doors(
    matrix: csr_matrix, of_label: np.ndarray, weight: np.ndarray, label_count: int
) -> tuple[np.ndarray, np.ndarray]:
    """Weights (grams x labels) and bias; a label without examples is never chosen."""
    machine = LinearSVC(C=_SOFTNESS, tol=_TOLERANCE, random_state=_SEED)
    machine.fit(matrix, of_label, sample_weight=weight)
    weights = np.zeros((matrix.shape[1], label_count))
    bias = np.full(label_count, -2.0)
    coefficients, intercepts = machine.coef_, machine.intercept_
    weights[:, machine.classes_] = coefficients.T
    bias[machine.classes_] = intercepts
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
