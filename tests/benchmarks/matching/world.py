"""What is measured: entries, phrases, questions with their right entries, and the trained model."""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intents.asked_questions import asked_questions
from intents.files import read_files, values_of
from intents.loading import assemble, matching_words
from intents.matching.matcher import Matcher
from intents.matching.meaning import load_meaning
from intents.matching.model_file import load_model, save_model
from intents.matching.samples import matching_lessons
from intents.matching.training import train
from intents.normalize import clean
from knowledge.citation import Citation
from knowledge.loading import load_sources
from knowledge.schemas import FaqEntry

Row = dict[str, Any]


@dataclass(frozen=True)
class World:
    """`path` holds all that a method needs as JSON; `training_seconds` is ours."""

    path: Path
    about: str
    entries: dict[str, FaqEntry]
    matcher: Matcher
    questions: list[Row]
    others: list[Row]
    training_seconds: float

    def rows(self, *, paraphrased: bool) -> list[Row]:
        """The questions told by people, or those a machine has paraphrased (EQUALS)."""
        return [row for row in self.questions if ("EQUALS" in row["source"]) == paraphrased]


def make_world(root: Path, folder: Path, temporary: Path) -> World:
    """Load the content, train, read the questions."""
    sources, _ = load_sources(root / "knowledge")
    documents, _ = read_files(root / "intents")
    values = values_of(documents)
    entries = {file.entry.id: file.entry for file in sources.entries}
    doors = assemble(values).doors.values()
    asked, words = asked_questions(values), matching_words(values)
    lessons = matching_lessons(entries.values(), doors, asked, words)
    began = time.monotonic()
    model = train(lessons, load_meaning())
    seconds = time.monotonic() - began
    save_model(model, temporary / "model.npz")
    questions = _rows(folder / "questions.dev.jsonl")
    others = [row for row in _rows(folder / "out_of_scope.dev.jsonl") if not row["borderline"]]
    phrases = [(sample.text, sample.entry_id) for sample in lessons.entries if not sample.weak]
    world = {
        "model": str(temporary / "model.npz"),
        "training_seconds": seconds,
        "phrases": phrases,
        "questions": [
            {
                "text": clean(row["text"]),
                "paraphrased": "EQUALS" in row["source"],
                "right": [id for id, entry in entries.items() if is_right(entry, row)],
            }
            for row in questions
        ],
        "others": [clean(row["text"]) for row in others],
    }
    path = temporary / "world.json"
    path.write_text(json.dumps(world, ensure_ascii=False), encoding="utf-8")
    size = (temporary / "model.npz").stat().st_size / 1e6
    about = (
        f"{len(entries)} entries, {len(phrases)} phrases, {len(lessons.doors)} phrases of doors, "
        f"{len(lessons.questions)} asked questions; trained in {seconds:.0f} s, {size:.1f} MB"
    )
    matcher = Matcher(load_model(temporary / "model.npz"))
    return World(path, about, entries, matcher, questions, others, seconds)


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def is_right(entry: FaqEntry, row: Row) -> bool:
    """Whether a citation of the entry is acceptable; article null accepts any of its law."""
    return any(_accepted(citation, row["any_citation"]) for citation in entry.cited)


def _accepted(citation: Citation, accepted: list[dict[str, Any]]) -> bool:
    return any(
        citation.law == each["law"] and each["article"] in (None, citation.article)
        for each in accepted
    )
