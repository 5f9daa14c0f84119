"""Faults of details: an id that an entry has, kinds nobody knows, words that are not for answers, a phrase that teaches
two, a file it does not belong in. Building only."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from intents.detail_families import file_of
from intents.details import ANY, FOLDER
from knowledge.law.vocabulary import Vocabulary
from knowledge.organizations.organization import Hotline
from knowledge.problems import Problem
from knowledge.strict_yaml import YamlDocument
from knowledge.wording_faults import phrase_key, text_faults
from knowledge.wording_rules import WordingRules


def detail_faults(
    documents: Mapping[str, YamlDocument],
    entry_ids: Collection[str],
    vocabulary: Vocabulary,
    rules: WordingRules,
    hotlines: Sequence[Hotline],
) -> Iterator[Problem]:
    """The faults of all details, by file and line; `documents` by path within the room."""
    taught: dict[str, str] = {}
    for path, document in documents.items():
        if not path.startswith(f"{FOLDER}/"):
            continue
        for name, detail in document.value.items():
            faults = [
                *(["an entry has this id, too"] if name in entry_ids else []),
                *_unknown(detail, vocabulary),
                *_elsewhere(path, detail),
                *text_faults(detail["says"], rules, hotlines),
                *_taught_twice(name, detail, taught, rules),
            ]
            for fault in faults:
                yield Problem(document.shown_as, document.line(name), f"{name}: {fault}")


def _unknown(detail: Mapping[str, Any], vocabulary: Vocabulary) -> Iterator[str]:
    for kind in detail["kinds"]:
        if kind != ANY and kind not in vocabulary.dispute_kinds:
            yield f"{kind} is no dispute kind"
    for worker in detail.get("workers", ()):
        if worker not in vocabulary.worker_kinds:
            yield f"{worker} is no kind of worker"


def _elsewhere(path: str, detail: Mapping[str, Any]) -> Iterator[str]:
    kind = detail["kinds"][0]
    right = file_of(kind)
    if right is not None and path != f"{FOLDER}/{right}":
        yield f"its first kind is {kind}, so it belongs in {FOLDER}/{right}"


def _taught_twice(
    name: str, detail: Mapping[str, Any], taught: dict[str, str], rules: WordingRules
) -> Iterator[str]:
    for phrase in detail["phrases"]:
        other = taught.setdefault(phrase_key(phrase, rules), name)
        if other != name:
            yield f"the phrase {phrase} stands in {other}, too"
