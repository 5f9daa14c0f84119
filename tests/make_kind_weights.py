"""Makes intents/word_lists/kind_weights.yaml: `python -m tests.make_kind_weights`.

Taught on phrases of entries and asked questions, by the kind of the entry, and on the stories of
tests/extraction. First says how well stories held back are told; make it again after much new
content or many new stories.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from intents.asked_questions import asked_questions
from intents.extraction.likeness import grams_of, letters_of
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
SOFTNESS, FEWEST_TEXTS, KEPT, STORY = 0.3, 5, 15_000, 3.0
FOLDS, STEPS, WIDTH = 5, 99, 110
UNIT = 1_000_000

Lesson = tuple[str, str, float]
"""Folded text, kind, weight in teaching."""


class Weights:
    """Weights of grams for kinds, the strongest `KEPT` of them."""

    def __init__(self, lessons: Sequence[Lesson]) -> None:
        texts = [sorted(set(grams_of(letters_of(text)))) for text, _, _ in lessons]
        counts: dict[str, int] = {}
        for grams in texts:
            for gram in grams:
                counts[gram] = counts.get(gram, 0) + 1
        self.grams = sorted(gram for gram, count in counts.items() if count >= FEWEST_TEXTS)
        self._number = {gram: number for number, gram in enumerate(self.grams)}
        machine = LinearSVC(C=SOFTNESS, random_state=0)
        machine.fit(
            self._matrix(texts),
            [kind for _, kind, _ in lessons],
            sample_weight=[weight for _, _, weight in lessons],
        )
        self.kinds = [str(kind) for kind in machine.classes_]
        self.offsets, table = machine.intercept_, machine.coef_
        least = np.sort(np.abs(table).ravel())[-KEPT]
        self.scale = float(np.abs(table).max() / STEPS)
        self.steps = np.rint(np.where(np.abs(table) < least, 0, table) / self.scale).astype(int)

    def ranked(self, text: str) -> list[str]:
        """The kinds, the likeliest first."""
        row = self._matrix([sorted(set(grams_of(letters_of(text))))])
        scores = (row @ (self.steps.T * self.scale))[0] + self.offsets
        return [self.kinds[number] for number in np.argsort(-scores)]

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
    first, near = 0, 0
    for fold in range(FOLDS):
        weights = Weights(content + [s for n, s in enumerate(stories) if n % FOLDS != fold])
        for text, kind, _ in stories[fold::FOLDS]:
            ranked = weights.ranked(text)
            first, near = first + (ranked[0] == kind), near + (kind in ranked[:5])
    print(
        f"{len(stories)} stories: first {first / len(stories):.3f}, near {near / len(stories):.3f}"
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
    return [(fold(text), kind, 1.0) for text, entry in said + asked if (kind := kinds.get(entry))]


def _stories() -> list[Lesson]:
    fold = _script().fold
    whole = (told for told in fixtures() if told.whole)
    return [
        (fold(told.say), told.facts["dispute_kinds"][0], STORY)
        for told in whole
        if told.facts.get("dispute_kinds")
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
