"""Makes intents/word_lists/kind_weights.yaml: `python -m tests.make_kind_weights`.

Taught on phrases of entries and asked questions, by the kind of the entry, and on the stories of
tests/extraction: one machine a kind, since a story may be about several. First says how well
stories held back are told; make it again after much new content or many new stories.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from sklearn.svm import LinearSVC

from intents.asked_questions import asked_questions
from intents.extraction.likeness import SURE, grams_of, letters_of
from intents.extraction.script import Script
from intents.extraction.word_lists import ScriptWords
from knowledge.loading import load_sources
from tests.intents.examples import intent_values
from tests.intents.told import fixtures

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "intents" / "word_lists" / "kind_weights.yaml"
HEAD = """\
# Made by tests/make_kind_weights.py, not by hand: how much a run of letters speaks for a kind.
"""
SOFTNESS, FEWEST_TEXTS, KEPT, STORY, TOLD = 0.5, 5, 60_000, 3.0, 2.0
FOLDS, STEPS, WIDTH, FEWEST_LESSONS = 5, 99, 110, 3
UNIT = 1_000_000

Row = NDArray[np.float64]
Lesson = tuple[str, frozenset[str], float, bool]
"""Folded text, kinds, weight in teaching, whether it may be about further kinds."""


class Weights:
    """Weights of grams for kinds, the strongest `KEPT` of them."""

    def __init__(self, lessons: Sequence[Lesson]) -> None:
        texts = [sorted(set(grams_of(letters_of(text)))) for text, *_ in lessons]
        counts: dict[str, int] = {}
        for grams in texts:
            for gram in grams:
                counts[gram] = counts.get(gram, 0) + 1
        self.grams = sorted(gram for gram, count in counts.items() if count >= FEWEST_TEXTS)
        self._number = {gram: number for number, gram in enumerate(self.grams)}
        rare = np.array([np.log(len(texts) / counts[gram]) for gram in self.grams])
        self._rare = rare / rare.mean()
        told = Counter(kind for _, kinds, *_ in lessons for kind in kinds)
        self.kinds = sorted(kind for kind, count in told.items() if count >= FEWEST_LESSONS)
        self.offsets, table = self._taught(self._matrix(texts), lessons)
        least = np.sort(np.abs(table).ravel())[-KEPT]
        self.scale = float(np.abs(table).max() / STEPS)
        self.steps = np.rint(np.where(np.abs(table) < least, 0, table) / self.scale).astype(int)

    def scores(self, text: str) -> dict[str, float]:
        """How alike a text is to each kind."""
        grams = [self._number[g] for g in set(grams_of(letters_of(text))) if g in self._number]
        length = max(1, len(set(grams_of(letters_of(text))))) ** 0.5
        told = self.steps[:, grams].sum(axis=1) * self.scale / length + self.offsets
        return dict(zip(self.kinds, told.tolist(), strict=True))

    def _taught(self, matrix: csr_matrix, lessons: Sequence[Lesson]) -> tuple[Row, Row]:
        """The offset of each kind, and its weights of grams by how rare they are."""
        matrix = (matrix @ diags(self._rare)).tocsr()
        machines = []
        for kind in self.kinds:
            machine = LinearSVC(C=SOFTNESS, class_weight={False: 1, True: TOLD}, random_state=0)
            told = [kind in kinds for _, kinds, *_ in lessons]
            weights = [
                0 if more and kind not in kinds else weight for _, kinds, weight, more in lessons
            ]
            machines.append(machine.fit(matrix, told, sample_weight=weights))
        offsets = np.array([machine.intercept_[0] for machine in machines])
        return offsets, np.array([machine.coef_[0] * self._rare for machine in machines])

    def _matrix(self, texts: Sequence[Sequence[str]]) -> csr_matrix:
        rows, columns, values = [], [], []
        for row, grams in enumerate(texts):
            known = [self._number[gram] for gram in grams if gram in self._number]
            rows += [row] * len(known)
            columns += known
            values += [len(grams) ** -0.5] * len(known)
        return csr_matrix((values, (rows, columns)), shape=(len(texts), len(self.grams)))


def main() -> int:
    """Teach on four fifths of the stories and try the rest; then teach on all, and write."""
    content, stories = _content(), _stories()
    right, wrong, missed = 0, 0, 0
    for fold in range(FOLDS):
        weights = Weights(content + [s for n, s in enumerate(stories) if n % FOLDS != fold])
        for text, kinds, *_ in stories[fold::FOLDS]:
            said = {kind for kind, score in weights.scores(text).items() if score > SURE}
            right, wrong = right + len(said & kinds), wrong + len(said - kinds)
            missed += len(kinds - said)
    print(
        f"{len(stories)} stories, of their kinds alone: {right} told, {missed} not, {wrong} wrong"
    )
    _write(Weights(content + stories))
    print(f"wrote {FILE.relative_to(ROOT)}, {FILE.stat().st_size / 1000:.0f} kB")
    return 0


def _content() -> list[Lesson]:
    sources, _ = load_sources(ROOT / "knowledge")
    entries = [file.entry for file in sources.entries]
    kinds = {entry.id: entry.dispute_kind for entry in entries}
    said = [(phrase, entry.id) for entry in entries for phrase in entry.phrases]
    asked = [
        (each.asked, each.entries[0]) for each in asked_questions(intent_values()) if each.entries
    ]
    fold = _script().fold
    return [
        (fold(text), frozenset((kind,)), 1.0, False)
        for text, entry in said + asked
        if (kind := kinds.get(entry))
    ]


def _stories() -> list[Lesson]:
    fold = _script().fold
    whole = (told for told in fixtures() if told.whole and told.judged("dispute_kinds"))
    key = "dispute_kinds"
    return [
        (fold(told.say), frozenset(told.facts.get(key, ())), STORY, key in told.unsure)
        for told in whole
    ]


def _script() -> Script:
    return Script(ScriptWords.model_validate(intent_values()["word_lists/script.yaml"]))


def _write(weights: Weights) -> None:
    lines = [HEAD + f"step: {round(weights.scale * UNIT)}\noffsets:\n"]
    for kind, offset in zip(weights.kinds, weights.offsets, strict=True):
        lines.append(f"  {kind}: {round(offset * UNIT)}\n")
    lines.append("weights:\n")
    for kind, steps in zip(weights.kinds, weights.steps, strict=True):
        told = [f"{weights.grams[n]} {steps[n]}" for n in np.flatnonzero(steps)]
        lines.append(f"  {kind}: >-\n")
        lines += [f"    {line}\n" for line in _wrapped(told)]
    FILE.write_text("".join(lines), encoding="utf-8")


def _wrapped(words: Sequence[str]) -> list[str]:
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) > WIDTH:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


if __name__ == "__main__":
    raise SystemExit(main())
