"""Builds of the content: made when the sources changed, kept when an edit is at fault.

A build is a folder under GONGYOU_DATA/build named by the hash of its sources, with knowledge.db,
intents.json, matching.npz, danger.npz, wishes.npz, choices.npz and questions.npz. The file `current` names the last good one.
"""

import json
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from bot.dialogue.content import Content
from bot.dialogue.wording import Wording
from bot.operations.build_files import (
    CHOICES,
    DANGER,
    INTENTS,
    KNOWLEDGE,
    MODEL,
    QUESTIONS,
    ROOMS,
    WISHES,
    Progress,
)
from bot.operations.data_folder import prepare_folder
from intents.crisis_check import CrisisCheck
from intents.hinting import Hint, ReadHint
from intents.library import Intents
from intents.loading import assemble
from intents.ranking import Ranker
from knowledge.fingerprint import source_hash
from knowledge.law.vocabulary import Vocabulary
from knowledge.library import Knowledge
from knowledge.problems import ContentError
from knowledge.reading import read_knowledge

if TYPE_CHECKING:
    from intents.extraction.extractor import Extractor
    from intents.matching.choices import ChoiceReader
    from intents.matching.matcher import Matcher
    from intents.matching.wishes import WishReader

KEPT_BUILDS = 3
"""Earlier builds kept beside the current one, so that a process still reading one is not hurt."""


def ensure_build(data: Path, today: date, progress: Progress, *, strict: bool = False) -> Path:
    """The folder of a build that fits the sources, made now when there is none.

    When the sources are at fault the faults are shown and the last good build is given; without
    one, or when `strict`, ContentError is raised.
    """
    builds = data / "build"
    wanted = builds / source_hash(ROOMS)
    if (wanted / MODEL).exists():
        return wanted
    prepare_folder(data)
    # Building needs much that a process which only serves never loads.
    from bot.operations.building import build

    try:
        build(wanted, today, progress)
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

    @cache
    def load_matcher() -> "Matcher":
        from intents.matching.matcher import Matcher
        from intents.matching.model_file import load_model

        return Matcher(load_model(folder / MODEL))

    @cache
    def load_wishes() -> "WishReader":
        from intents.matching.label_file import load_wishes
        from intents.matching.wishes import WishReader

        return WishReader(load_wishes(folder / WISHES), load_matcher().repaired)

    @cache
    def load_choices() -> "ChoiceReader":
        from intents.matching.choices import ChoiceReader
        from intents.matching.label_file import load_choices

        matcher = load_matcher()
        return ChoiceReader(load_choices(folder / CHOICES), matcher.meaning, matcher.repaired)

    @cache
    def load_ranker() -> Ranker:
        from intents.matching.candidates import CandidateReader
        from intents.matching.label_file import load_questions
        from intents.matching.questions import QuestionReader

        matcher = load_matcher()
        learned = load_questions(folder / QUESTIONS)
        reader = QuestionReader(learned, matcher.meaning, matcher.letters)
        return Ranker(CandidateReader(matcher, reader, _kinds_of(knowledge, intents)).read)

    @cache
    def load_extractor() -> "Extractor":
        from intents.extraction.extractor import Extractor
        from intents.extraction.word_lists import word_lists

        return Extractor(word_lists(values), knowledge.resolver)

    return Content(
        knowledge=knowledge,
        intents=intents,
        crisis=CrisisCheck(tuple(intents.crisis.values()), _hint_reader(folder / DANGER)),
        wording=Wording(intents.replies, all_labels(intents, knowledge.vocabulary)),
        load_matcher=load_matcher,
        load_extractor=load_extractor,
        load_wishes=load_wishes,
        load_choices=load_choices,
        load_ranker=load_ranker,
    )


def _kinds_of(knowledge: Knowledge, intents: Intents) -> dict[str, frozenset[str]]:
    """The kinds of dispute of each answer, entry or detail."""
    entries = {each.id: frozenset({each.dispute_kind or ""}) for each in knowledge.entries.values()}
    details = {name: frozenset(each.kinds) for name, each in intents.details.by_id.items()}
    return entries | details


def _hint_reader(path: Path) -> ReadHint:
    """The learned hint of danger; without its file, or with one of another time, it says nothing."""

    @cache
    def load() -> ReadHint:
        from intents.matching.hint import DangerHint
        from intents.matching.hint_file import load_hint

        try:
            return DangerHint(load_hint(path)).read
        except (OSError, EOFError, ValueError, KeyError, BadZipFile):
            return lambda _letters: Hint()

    return lambda letters: load()(letters)


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
