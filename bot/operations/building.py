"""Checks the content and makes a build of it; what only serves never loads this module."""

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from bot.dialogue.wording import Wording
from bot.operations.build_files import INTENTS, KNOWLEDGE, MODEL, ROOMS, Progress
from bot.operations.learning import learn
from intents.checking import check_intents
from intents.detail_faults import detail_faults
from intents.files import check_files, read_files, values_of
from intents.library import Intents
from intents.loading import assemble
from intents.reply_citations import reply_citation_faults
from knowledge.building import build_knowledge
from knowledge.checking import check_sources
from knowledge.loading import load_sources
from knowledge.problems import ContentError, Problem
from knowledge.strict_yaml import YamlDocument

TEACHING = ("asked/", "crisis/said/", "crisis/signs/", "wishes/", "choices/")
"""What only teaches: a process that serves need not read it."""


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
        problems += _template_faults(intents, documents)
        statutes = {file.statute.id: file.statute for file in sources.statutes}
        problems += reply_citation_faults(documents, statutes, today)
        if sources.rules.wording is not None:
            words = sources.rules.vocabulary, sources.rules.wording, sources.hotlines
            problems += detail_faults(documents, entry_ids, *words)
    return sorted(problems)


def _template_faults(intents: Intents, documents: Mapping[str, YamlDocument]) -> Iterator[Problem]:
    faults = Wording(intents.replies, {}).faults()
    for name, document in documents.items():
        if name.startswith("replies/"):
            for key in faults.keys() & document.value.keys():
                yield Problem(document.shown_as, document.line(key), f"{key}: {faults[key]}")


def build(target: Path, today: date, progress: Progress) -> None:
    """Make a build in the folder `target`; raises ContentError with every fault."""
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
    kept = {name: value for name, value in values.items() if not name.startswith(TEACHING)}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    (unfinished / INTENTS).write_text(text, encoding="utf-8")
    earlier = [path for path in target.parent.iterdir() if path not in (unfinished, target)]
    learn(sources, values, unfinished, earlier, progress)
    _put_in_place(unfinished, target)
    progress("building the content: done")


def _put_in_place(unfinished: Path, target: Path) -> None:
    """Two processes may build at once: the first to finish wins, both builds are the same."""
    try:
        unfinished.rename(target)
    except OSError:
        if not (target / MODEL).exists():
            raise
        shutil.rmtree(unfinished, ignore_errors=True)
