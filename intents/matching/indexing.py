"""Build time only: the phrases behind an inverted index of their grams."""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix

from intents.matching.features import Integers
from intents.matching.model import Phrases
from intents.matching.postings import Postings

# A gram of more phrases than this tells little and would cost every message time.
_MOST_PHRASES = 2000


def index(
    written: Sequence[str], folded: Sequence[str], labels: Integers, matrix: csr_matrix
) -> Phrases:
    """The phrases and, gram by gram, which of them hold it (`matrix`: phrases x grams, cosines)."""
    columns = matrix.tocsc()
    columns.sort_indices()
    counts = np.diff(columns.indptr)
    telling = counts <= _MOST_PHRASES
    kept = np.repeat(telling, counts)
    starts = np.concatenate(([0], np.cumsum(np.where(telling, counts, 0))))
    return Phrases(
        written=tuple(written),
        folded=tuple(folded),
        labels=labels,
        index=Postings(
            starts=starts.astype(np.int32),
            numbers=columns.indices[kept].astype(np.int32),
            weights=columns.data[kept].astype(np.float32),
        ),
    )
