"""How well real questions find the right entry, beside what plain libraries would do.

An entry is right when one of its citations is among the acceptable ones of the question. The
questions were collected from public research data; they are read from outside the project, never
kept in it, and single rows are never looked at: choose between methods and find gaps by topic.
"""

import json
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer

from intents.loading import assemble, matching_words, read_files, values_of
from intents.matching.matcher import Matcher
from intents.matching.model_file import load_model, save_model
from intents.matching.normalise import Normaliser
from intents.matching.samples import door_samples, entry_samples
from intents.matching.training import train
from intents.normalize import clean
from intents.recognition import Recognition
from knowledge.citation import Citation
from knowledge.loading import load_sources
from knowledge.schemas import FaqEntry

Ranking = Callable[[str], Sequence[str]]
Row = dict[str, Any]


@dataclass(frozen=True)
class Bench:
    """Entries and doors as they are, the trained matcher, and the questions."""

    entries: dict[str, FaqEntry]
    topics: dict[str, str]
    matcher: Matcher
    phrases: list[tuple[str, str]]
    questions: list[Row]
    others: list[Row]


def run(root: Path, folder: Path) -> int:
    """Print the table; 0 also when the evaluation data is not there."""
    if not (folder / "questions.dev.jsonl").exists():
        print(f"no evaluation data in {folder}: nothing measured, nothing wrong")
        return 0
    bench = _prepare(root, folder)
    plain = [row for row in bench.questions if "EQUALS" not in row["source"]]
    paraphrased = [row for row in bench.questions if "EQUALS" in row["source"]]
    print(
        f"{len(bench.entries)} entries, {len(bench.phrases)} phrases; {len(plain)} questions + {len(paraphrased)} paraphrased"
    )
    print(
        f"{'method':22} {'hit@1':>6} {'hit@3':>6}   {'hit@1':>6} {'hit@3':>6} (EQUALS)   {'p50':>6} {'p99':>6} CPU ms"
    )
    for name, ranking in _methods(bench).items():
        one, three = _hits(bench, ranking, plain)
        one_p, three_p = _hits(bench, ranking, paraphrased)
        middle, slow = _times(ranking, [row["text"] for row in bench.questions])
        print(
            f"{name:22} {one:6.3f} {three:6.3f}   {one_p:6.3f} {three_p:6.3f}            {middle:6.2f} {slow:6.2f}"
        )
    _print_outcomes(bench, plain, "questions")
    _print_outcomes(bench, paraphrased, "paraphrased (EQUALS)")
    _print_refusals(bench)
    _print_gaps(bench, plain)
    return 0


def _prepare(root: Path, folder: Path) -> Bench:
    sources, _ = load_sources(root / "knowledge")
    documents, _ = read_files(root / "intents")
    values = values_of(documents)
    entries = [file.entry for file in sources.entries]
    doors = assemble(values).doors.values()
    began = time.monotonic()
    model = train(entry_samples(entries), door_samples(doors), matching_words(values))
    trained = time.monotonic() - began
    path = root / ".data" / "benchmark.npz"
    path.parent.mkdir(exist_ok=True)
    save_model(model, path)
    began = time.monotonic()
    matcher = Matcher(load_model(path))
    matcher.recognize(entries[0].title)
    print(
        f"trained in {trained:.1f} s, loaded in {time.monotonic() - began:.2f} s, {path.stat().st_size / 1e6:.1f} MB"
    )
    path.unlink()
    return Bench(
        entries={entry.id: entry for entry in entries},
        topics={file.entry.id: file.topic for file in sources.entries},
        matcher=matcher,
        phrases=[(phrase, entry.id) for entry in entries for phrase in entry.phrases],
        questions=_rows(folder / "questions.dev.jsonl"),
        others=[row for row in _rows(folder / "out_of_scope.dev.jsonl") if not row["borderline"]],
    )


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _methods(bench: Bench) -> dict[str, Ranking]:
    def ours(text: str) -> list[str]:
        return [match.entry_id for match in bench.matcher.explain(clean(text)).candidates]

    return {
        "this project": ours,
        "char TF-IDF nearest": _nearest_by_tfidf(bench),
        "rapidfuzz ratio": _nearest_by(bench, fuzz.ratio),
        "rapidfuzz WRatio": _nearest_by(bench, fuzz.WRatio),
    }


def _nearest_by(bench: Bench, scorer: Callable[..., float]) -> Ranking:
    texts = [phrase for phrase, _ in bench.phrases]
    ids = [entry_id for _, entry_id in bench.phrases]

    def ranking(text: str) -> list[str]:
        found = process.extract(text, texts, scorer=scorer, limit=40)
        return list(dict.fromkeys(ids[number] for _, _, number in found))

    return ranking


def _nearest_by_tfidf(bench: Bench) -> Ranking:
    folder = Normaliser(())
    tfidf = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True)
    matrix = tfidf.fit_transform([folder.letters(phrase) for phrase, _ in bench.phrases])

    def ranking(text: str) -> list[str]:
        nearness = np.asarray(
            (matrix @ tfidf.transform([folder.letters(text)]).T).todense()
        ).ravel()
        best = np.argsort(-nearness, kind="stable")[:40]
        return list(dict.fromkeys(bench.phrases[number][1] for number in best))

    return ranking


def is_right(entry: FaqEntry, row: Row) -> bool:
    """Whether a citation of the entry is acceptable; article null accepts any of its law."""
    return any(_accepted(citation, row["any_citation"]) for citation in entry.cited)


def _accepted(citation: Citation, accepted: list[dict[str, Any]]) -> bool:
    return any(
        citation.law == each["law"] and each["article"] in (None, citation.article)
        for each in accepted
    )


def _hits(bench: Bench, ranking: Ranking, rows: Sequence[Row]) -> tuple[float, float]:
    ranks = [
        [is_right(bench.entries[each], row) for each in ranking(row["text"])[:3]] for row in rows
    ]
    return float(np.mean([rank[:1] == [True] for rank in ranks])), float(
        np.mean(list(map(any, ranks)))
    )


def _times(ranking: Ranking, texts: Sequence[str]) -> tuple[float, float]:
    spent = []
    for text in texts:
        began = time.process_time()
        ranking(text)
        spent.append(1000 * (time.process_time() - began))
    return float(np.percentile(spent, 50)), float(np.percentile(spent, 99))


def _print_outcomes(bench: Bench, rows: Sequence[Row], name: str) -> None:
    read = [(row, bench.matcher.recognize(clean(row["text"]))) for row in rows]
    outcomes = Counter(recognition.outcome for _, recognition in read)
    answered = [_first_right(bench, row, got) for row, got in read if got.outcome == "answer"]
    shown = [_any_right(bench, row, got) for row, got in read if got.outcome == "choices"]
    expected = [got.matches[0].score for _, got in read if got.outcome == "answer"]
    shares = ", ".join(f"{key} {outcomes[key] / len(rows):.2f}" for key in sorted(outcomes))
    print(f"{name}: {shares}")
    print(
        f"  answers right {_mean(answered)} (score said {_mean(expected)}), "
        f"choices hold a right one {_mean(shown)}"
    )


def _first_right(bench: Bench, row: Row, recognition: Recognition) -> bool:
    return is_right(bench.entries[recognition.matches[0].entry_id], row)


def _any_right(bench: Bench, row: Row, recognition: Recognition) -> bool:
    return any(is_right(bench.entries[match.entry_id], row) for match in recognition.matches)


def _print_refusals(bench: Bench) -> None:
    outcomes: dict[str, Counter[str]] = {}
    for row in bench.others:
        kind = "look-alikes" if row["kind"].startswith("near_miss") else "other matters"
        got = bench.matcher.recognize(clean(row["text"] if "text" in row else row["question"]))
        outcomes.setdefault(kind, Counter())[got.outcome] += 1
    for kind, counts in sorted(outcomes.items()):
        total = sum(counts.values())
        shares = ", ".join(f"{key} {counts[key] / total:.2f}" for key in sorted(counts))
        print(f"out of scope, {kind} ({total}): {shares}")


def _print_gaps(bench: Bench, rows: Sequence[Row]) -> None:
    """By topic: questions that no entry could answer, and those the ranking missed."""
    table: dict[str, Counter[str]] = {}
    for row in rows:
        counts = table.setdefault(row["topic"], Counter())
        best = [match.entry_id for match in bench.matcher.explain(clean(row["text"])).candidates]
        counts["rows"] += 1
        counts["no entry"] += not any(is_right(entry, row) for entry in bench.entries.values())
        counts["missed"] += not is_right(bench.entries[best[0]], row)
    print("topic: rows, no entry cites an acceptable article, first entry wrong")
    for topic, counts in sorted(table.items(), key=lambda item: -item[1]["missed"]):
        if counts["missed"]:
            print(f"  {topic:30} {counts['rows']:3} {counts['no entry']:3} {counts['missed']:3}")


def _mean(values: Sequence[float]) -> str:
    return f"{np.mean(values):.2f} of {len(values)}" if values else "none"
