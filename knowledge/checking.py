"""Finds what is wrong in content that can be read: broken references, stale reviews, wording.

Faults of shape are found in loading; what needs several files is found here.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from knowledge.calculation_faults import calculation_faults
from knowledge.citation import Citation
from knowledge.citation_faults import citation_fault, statute_faults
from knowledge.parameter_faults import parameter_faults
from knowledge.problems import Problem
from knowledge.rule_faults import rule_faults
from knowledge.schemas import Statute
from knowledge.sources import EntryFile, Sources
from knowledge.triage_faults import triage_faults
from knowledge.wording_faults import phrase_key, wording_faults


def check_sources(sources: Sources, today: date) -> list[Problem]:
    """Every fault in the content as of `today`, in the order of path and line."""
    statutes = {file.statute.id: file.statute for file in sources.statutes}
    found = [
        *_misplaced(sources),
        *_collisions(sources),
        *rule_faults(sources, today),
        *parameter_faults(sources, today),
        *calculation_faults(sources, today),
        *triage_faults(sources, today),
        *(fault for file in sources.statutes for fault in statute_faults(file)),
    ]
    for entry in sources.entries:
        found.extend(_entry_faults(entry, sources, statutes, today))
    return sorted(set(found))


def _entry_faults(
    file: EntryFile, sources: Sources, statutes: Mapping[str, Statute], today: date
) -> Iterator[Problem]:
    yield from _unknown_words(file, sources)
    yield from _stale(file, today)
    yield from _citations(file, statutes, today)
    yield from _follow_ups(file, {other.entry.id for other in sources.entries})
    yield from wording_faults(file, sources.rules.wording, sources.hotlines)


def _misplaced(sources: Sources) -> Iterator[Problem]:
    """Ids that are not the file's name, ids used twice, topics that are not in the vocabulary."""
    first: dict[str, str] = {}
    documents = [(file.statute.id, file.document) for file in sources.statutes]
    documents += [(file.entry.id, file.document) for file in sources.entries]
    for identifier, document in documents:
        stem = document.shown_as.rpartition("/")[2].removesuffix(".yaml")
        line = document.line("id")
        if identifier != stem:
            yield Problem(document.shown_as, line, f"id {identifier} is not the file's name")
        kind = document.shown_as.split("/")[1]
        earlier = first.setdefault(f"{kind}/{identifier}", document.shown_as)
        if earlier != document.shown_as:
            yield Problem(document.shown_as, line, f"id {identifier} is that of {earlier}")
    vocabulary = sources.rules.vocabulary
    for file in sources.entries:
        if vocabulary is not None and file.topic not in vocabulary.topics:
            yield _at(file, f"topic {file.topic} is not in knowledge/law/vocabulary.yaml", "id")


def _unknown_words(file: EntryFile, sources: Sources) -> Iterator[Problem]:
    vocabulary = sources.rules.vocabulary
    if vocabulary is None:
        return
    entry = file.entry
    if entry.dispute_kind is not None and entry.dispute_kind not in vocabulary.dispute_kinds:
        yield _at(
            file, f"dispute_kind {entry.dispute_kind} is not in the vocabulary", "dispute_kind"
        )
    for number, kind in enumerate(entry.worker_kinds):
        if kind not in vocabulary.worker_kinds:
            yield _at(file, f"worker kind {kind} is not in the vocabulary", "worker_kinds", number)
    for number, alarm in enumerate(entry.alarms):
        if alarm not in vocabulary.alarms:
            yield _at(file, f"alarm {alarm} is not in the vocabulary", "alarms", number)


def _stale(file: EntryFile, today: date) -> Iterator[Problem]:
    entry = file.entry
    if entry.again_by < today:
        yield _at(file, f"to be reviewed again by {entry.again_by}, which is past", "again_by")
    if entry.again_by <= entry.reviewed.checked_on:
        yield _at(file, "again_by is not after the review", "again_by")
    if entry.reviewed.checked_on > today:
        yield _at(
            file,
            f"checked on {entry.reviewed.checked_on}, which is to come",
            "reviewed",
            "checked_on",
        )


def _citations(file: EntryFile, statutes: Mapping[str, Statute], today: date) -> Iterator[Problem]:
    seen: set[Citation] = set()
    for number, citation in enumerate(file.entry.cited):
        fault = citation_fault(citation, statutes, today, with_gist=True)
        if fault is not None:
            yield _at(file, fault, "citations", number)
        if citation in seen:
            yield _at(file, f"citation {citation} stands twice", "citations", number)
        seen.add(citation)


def _follow_ups(file: EntryFile, known: set[str]) -> Iterator[Problem]:
    for number, follow_up in enumerate(file.entry.follow_ups):
        if follow_up not in known:
            yield _at(file, f"follow-up {follow_up} is no entry", "follow_ups", number)
        if follow_up == file.entry.id:
            yield _at(file, "an entry does not follow itself", "follow_ups", number)


def _collisions(sources: Sources) -> Iterator[Problem]:
    """Phrases that two entries claim, once punctuation is dropped; then no answer is the right one."""
    wording = sources.rules.wording
    if wording is None:
        return
    first: dict[str, tuple[EntryFile, str, int]] = {}
    for file in sources.entries:
        for field in ("phrases", "phrases_within"):
            for number, phrase in enumerate(getattr(file.entry, field)):
                own = (file, field, number)
                other = first.setdefault(phrase_key(phrase, wording), own)
                if other != own:
                    yield _at(file, f"phrase {phrase!r} stands in {_where(*other)} too", *own[1:])


def _where(file: EntryFile, field: str, number: int) -> str:
    return f"{file.document.shown_as}:{file.document.line(field, number)}"


def _at(file: EntryFile, message: str, *keys: str | int) -> Problem:
    return Problem(file.document.shown_as, file.document.line(*keys), message)
