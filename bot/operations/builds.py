"""Builds of the content: made when the sources changed, kept when an edit is at fault.

A build is a folder under GONGYOU_DATA/build named by the hash of its sources, with knowledge.db,
intents.json and matching.npz. The file `current` names the last good one.
"""

import json
import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bot.dialogue.content import Content
from bot.dialogue.wording import Wording
from intents.checking import check_intents
from intents.crisis_check import CrisisCheck
from intents.extraction.extractor import Extractor
from intents.library import Intents
from intents.loading import (
    Values,
    assemble,
    check_files,
    matching_words,
    read_files,
    values_of,
    word_lists,
)
from intents.matching.matcher import Matcher
from intents.matching.model_file import load_model, save_model
from knowledge.building import build_knowledge, source_hash
from knowledge.checking import check_sources
from knowledge.law.vocabulary import Vocabulary
from knowledge.loading import load_sources
from knowledge.problems import ContentError, Problem
from knowledge.reading import read_knowledge
from knowledge.sources import Sources

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (ROOT / "knowledge", ROOT / "intents")
KNOWLEDGE, INTENTS, MODEL = "knowledge.db", "intents.json", "matching.npz"

KEPT_BUILDS = 3
"""Earlier builds kept beside the current one, so that a process still reading one is not hurt."""

Progress = Callable[[str], None]


def check_content(today: date) -> list[Problem]:
    """Every fault of all content, by file and line."""
    sources, problems = load_sources(ROOMS[0])
    documents, more = read_files(ROOMS[1])
    problems = [*problems, *more, *check_files(documents)]
    problems += check_sources(sources, today)
    if not problems and sources.rules.vocabulary is not None:
        entry_ids = {file.entry.id for file in sources.entries}
        kinds = sources.rules.vocabulary.dispute_kinds
        intents = assemble(values_of(documents))
        problems += check_intents(intents, documents, entry_ids, kinds)
    return sorted(problems)


def ensure_build(data: Path, today: date, progress: Progress, *, strict: bool = False) -> Path:
    """The folder of a build that fits the sources, made now when there is none.

    When the sources are at fault the faults are shown and the last good build is given; without
    one, or when `strict`, ContentError is raised.
    """
    builds = data / "build"
    wanted = builds / source_hash(ROOMS)
    if (wanted / MODEL).exists():
        return wanted
    try:
        _build(wanted, today, progress)
    except ContentError as fault:
        last = _last_good(builds)
        if last is None or strict:
            raise
        for problem in fault.problems:
            progress(str(problem))
        progress("the content above is at fault; the last good build keeps serving")
        return last
    _point_to(builds, wanted)
    return wanted


def _last_good(builds: Path) -> Path | None:
    pointer = builds / "current"
    if not pointer.exists():
        return None
    folder = builds / pointer.read_text(encoding="ascii").strip()
    return folder if (folder / MODEL).exists() else None


def _build(target: Path, today: date, progress: Progress) -> None:
    progress("building the content, once: reading entries, places and organizations")
    problems = check_content(today)
    if problems:
        raise ContentError(problems)
    sources, _ = load_sources(ROOMS[0])
    documents, _ = read_files(ROOMS[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix="unfinished-", dir=target.parent))
    progress("building the content: writing knowledge.db")
    build_knowledge(sources, unfinished / KNOWLEDGE)
    values = values_of(documents)
    text = json.dumps(values, ensure_ascii=False, sort_keys=True)
    (unfinished / INTENTS).write_text(text, encoding="utf-8")
    progress(f"building the content: learning the phrases of {len(sources.entries)} entries")
    _learn(sources, values, unfinished / MODEL)
    _put_in_place(unfinished, target)
    progress("building the content: done")


def _learn(sources: Sources, values: Values, target: Path) -> None:
    # Learning needs scikit-learn, which a process that only serves never loads.
    from intents.matching.samples import door_samples, entry_samples
    from intents.matching.training import train

    entries = entry_samples(file.entry for file in sources.entries)
    doors = door_samples(assemble(values).doors.values())
    save_model(train(entries, doors, matching_words(values)), target)


def _put_in_place(unfinished: Path, target: Path) -> None:
    """Two processes may build at once: the first to finish wins, both builds are the same."""
    try:
        unfinished.rename(target)
    except OSError:
        if not (target / MODEL).exists():
            raise
        shutil.rmtree(unfinished, ignore_errors=True)


def _point_to(builds: Path, wanted: Path) -> None:
    """Name the new build as the last good one, then drop what is older than the one before it."""
    pointer = builds / "current"
    fresh = pointer.with_suffix(".new")
    fresh.write_text(wanted.name, encoding="ascii")
    fresh.replace(pointer)
    folders = [folder for folder in builds.iterdir() if folder.is_dir() and folder != wanted]
    folders.sort(key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in folders[KEPT_BUILDS:]:
        shutil.rmtree(folder, ignore_errors=True)


def read_build(folder: Path) -> Content:
    """The content of a build, ready to serve."""
    knowledge = read_knowledge(folder / KNOWLEDGE)
    values = json.loads((folder / INTENTS).read_text(encoding="utf-8"))
    intents = assemble(values)
    return Content(
        knowledge=knowledge,
        intents=intents,
        matcher=Matcher(load_model(folder / MODEL)),
        crisis=CrisisCheck(tuple(intents.crisis.values())),
        extractor=Extractor(word_lists(values), knowledge.resolver),
        wording=Wording(intents.replies, all_labels(intents, knowledge.vocabulary)),
    )


def all_labels(intents: Intents, vocabulary: Vocabulary) -> dict[str, str]:
    """The words of buttons and facts, with those of the domain's fixed keys."""
    kinds = {
        "dispute_kind": vocabulary.dispute_kinds,
        "dispute_kinds": vocabulary.dispute_kinds,
        "worker_kind": vocabulary.worker_kinds,
        "event_kind": vocabulary.event_kinds,
        "circumstances": vocabulary.circumstances,
    }
    fixed = {f"{kind}.{key}": word for kind, words in kinds.items() for key, word in words.items()}
    return {**fixed, **intents.labels}
