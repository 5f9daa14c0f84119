"""Build time only: scikit-learn fits the linear models of one set of samples."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from intents.matching.features import grams
from intents.matching.model import Linear, Phrases

# Chosen on held-out phrases of our own, see tests/benchmarks; fixed seeds keep builds equal.
_SOFTNESS = 0.1
_SEED = 0


@dataclass(frozen=True, slots=True)
class Example:
    """A folded text of a label. Weak examples (titles, answers) teach, but are no phrases."""

    written: str
    folded: str
    label: int
    weak: bool = False


def fit(
    examples: Sequence[Example], labels: tuple[str, ...], entry_count: int
) -> tuple[Linear, Phrases]:
    """The classifier, the domain classifier and the phrase index. Deterministic."""
    tfidf = TfidfVectorizer(analyzer=_grams_of, sublinear_tf=True, dtype=np.float64)
    matrix = csr_matrix(tfidf.fit_transform([example.folded for example in examples]))
    of_label = np.array([example.label for example in examples])
    weights, bias = _entries_and_doors(matrix, of_label, len(labels))
    domain_weights, domain_bias = _domain(matrix, of_label < entry_count)
    scale = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
    linear = Linear(
        grams=tuple(tfidf.get_feature_names_out().tolist()),
        rarity=tfidf.idf_.astype(np.float32),
        labels=labels,
        entry_count=entry_count,
        weights=np.rint(weights / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=bias.astype(np.float32),
        domain_weights=domain_weights.astype(np.float32),
        domain_bias=domain_bias,
    )
    return linear, _index(matrix, examples)


def _grams_of(folded: str) -> list[str]:
    return list(grams(folded))


def _entries_and_doors(
    matrix: csr_matrix, of_label: np.ndarray, label_count: int
) -> tuple[np.ndarray, np.ndarray]:
    """Weights (grams x labels) and bias; a label without examples is never chosen."""
    machine = LinearSVC(C=_SOFTNESS, random_state=_SEED).fit(matrix, of_label)
    weights = np.zeros((matrix.shape[1], label_count))
    bias = np.full(label_count, -2.0)
    coefficients, intercepts = machine.coef_, machine.intercept_
    if len(machine.classes_) == 2:
        coefficients = np.vstack([-coefficients[0], coefficients[0]])
        intercepts = np.array([-intercepts[0], intercepts[0]])
    weights[:, machine.classes_] = coefficients.T
    bias[machine.classes_] = intercepts
    return weights, bias


def _domain(matrix: csr_matrix, in_domain: np.ndarray) -> tuple[np.ndarray, float]:
    machine = LinearSVC(C=_SOFTNESS, class_weight="balanced", random_state=_SEED)
    machine.fit(matrix, in_domain.astype(int))
    return machine.coef_[0], float(machine.intercept_[0])


def _index(matrix: csr_matrix, examples: Sequence[Example]) -> Phrases:
    strong = [number for number, example in enumerate(examples) if not example.weak]
    columns = matrix[strong].tocsc()
    columns.sort_indices()
    return Phrases(
        written=tuple(examples[number].written for number in strong),
        folded=tuple(examples[number].folded for number in strong),
        labels=np.array([examples[number].label for number in strong], dtype=np.int32),
        starts=columns.indptr.astype(np.int32),
        numbers=columns.indices.astype(np.int32),
        weights=columns.data.astype(np.float32),
    )
