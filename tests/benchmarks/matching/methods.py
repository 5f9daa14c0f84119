"""The methods compared: each learns phrases of entries and then ranks entries for a text."""

import re
import sqlite3
from collections.abc import Callable, Sequence

import numpy as np

Phrase = tuple[str, str]
Ranked = list[tuple[str, float]]
Ranker = Callable[[str], Ranked]
"""From a text to entry ids with scores, best first. The first score serves as confidence."""

_NEAREST = 40


def rapidfuzz_by(name: str) -> Callable[[Sequence[Phrase]], Ranker]:
    """Nearest phrase by one of rapidfuzz's scorers."""

    def build(phrases: Sequence[Phrase]) -> Ranker:
        from rapidfuzz import fuzz, process

        scorer = getattr(fuzz, name)
        texts, ids = [text for text, _ in phrases], [entry for _, entry in phrases]

        def rank(text: str) -> Ranked:
            found = process.extract(text, texts, scorer=scorer, limit=_NEAREST)
            return _by_entry([(ids[number], score) for _, score, number in found])

        return rank

    return build


def tfidf(phrases: Sequence[Phrase]) -> Ranker:
    """Nearest phrase by cosine of character 1- to 3-grams."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True)
    matrix = vectorizer.fit_transform([_letters(text) for text, _ in phrases])

    def rank(text: str) -> Ranked:
        nearness = (matrix @ vectorizer.transform([_letters(text)]).T).toarray().ravel()
        return _best(nearness, phrases)

    return rank


def bm25(phrases: Sequence[Phrase]) -> Ranker:
    """bm25s over single characters and pairs."""
    import bm25s

    index = bm25s.BM25()
    vocabulary: dict[str, int] = {}
    tokens = [
        [vocabulary.setdefault(gram, len(vocabulary)) for gram in _grams(text)]
        for text, _ in phrases
    ]
    index.index((tokens, vocabulary), show_progress=False)

    def rank(text: str) -> Ranked:
        known = [vocabulary[gram] for gram in _grams(text) if gram in vocabulary]
        return _best(index.get_scores_from_ids(known), phrases) if known else []

    return rank


def fts5_by(tokenizer: str) -> Callable[[Sequence[Phrase]], Ranker]:
    """SQLite's full-text search, ranked by bm25()."""
    split = _trigrams if tokenizer == "trigram" else _grams

    def build(phrases: Sequence[Phrase]) -> Ranker:
        database = sqlite3.connect(":memory:")
        database.execute(f"CREATE VIRTUAL TABLE p USING fts5(t, tokenize='{tokenizer}')")
        trigram = tokenizer == "trigram"
        rows = ((_letters(text) if trigram else " ".join(_grams(text)),) for text, _ in phrases)
        database.executemany("INSERT INTO p(t) VALUES (?)", rows)

        def rank(text: str) -> Ranked:
            wanted = " OR ".join(f'"{gram}"' for gram in dict.fromkeys(split(text)))
            if not wanted:
                return []
            found = database.execute(
                "SELECT rowid, -rank FROM p WHERE p MATCH ? ORDER BY rank LIMIT ?",
                (wanted, _NEAREST),
            )
            return _by_entry([(phrases[row - 1][1], score) for row, score in found])

        return rank

    return build


def ours(phrases: Sequence[Phrase], model_path: str, scale: int) -> Ranker:
    """This project's matcher; at a larger scale its index of phrases grows, not its weights."""
    from pathlib import Path

    from intents.matching.matcher import Matcher
    from intents.matching.model_file import load_model

    model = load_model(Path(model_path))
    if scale > 1:
        from tests.benchmarks.matching.growing import with_phrases

        model = with_phrases(model, phrases)
    matcher = Matcher(model)

    def rank(text: str) -> Ranked:
        best = matcher.recognize(text).matches or matcher.explain(text).candidates
        return [(match.entry_id, match.score) for match in best]

    return rank


def domain_of(model_path: str) -> Callable[[str], float]:
    """Our own score for being about labour at all."""
    from pathlib import Path

    from intents.matching.matcher import Matcher
    from intents.matching.model_file import load_model

    matcher = Matcher(load_model(Path(model_path)))
    return lambda text: matcher.explain(text).recognition.domain_score


def _best(
    scores: "np.ndarray[tuple[int], np.dtype[np.float64]]", phrases: Sequence[Phrase]
) -> Ranked:
    count = min(_NEAREST, len(scores) - 1)
    nearest = np.argpartition(-scores, count)[:_NEAREST]
    order = nearest[np.argsort(-scores[nearest], kind="stable")]
    return _by_entry([(phrases[number][1], float(scores[number])) for number in order])


def _by_entry(found: Sequence[tuple[str, float]]) -> Ranked:
    best: dict[str, float] = {}
    for entry, score in found:
        best.setdefault(entry, score)
    return list(best.items())


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _grams(text: str) -> list[str]:
    letters = _letters(text)
    return [*letters, *(letters[at : at + 2] for at in range(len(letters) - 1))]


def _trigrams(text: str) -> list[str]:
    letters = _letters(text)
    return [letters[at : at + 3] for at in range(len(letters) - 2)]


PLAIN: dict[str, Callable[[Sequence[Phrase]], Ranker]] = {
    "char TF-IDF nearest": tfidf,
    "bm25s char pairs": bm25,
    "FTS5 char pairs": fts5_by("unicode61"),
    "FTS5 trigram": fts5_by("trigram"),
    "rapidfuzz ratio": rapidfuzz_by("ratio"),
    "rapidfuzz WRatio": rapidfuzz_by("WRatio"),
}
