"""Reads this room's YAML; faults carry file and line, all at once. Building only."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from intents.asides import Asides
from intents.asked_questions import AskedQuestion
from intents.calm_words import CalmWords
from intents.caring import Caring
from intents.choice_words import FOLDER as CHOICES
from intents.choice_words import Choices
from intents.courtesies import Courtesies
from intents.crisis_check import CrisisClass
from intents.crisis_words import Said, Signs
from intents.details import FOLDER as DETAILS
from intents.details import Details
from intents.extraction.number_kinds import NumberWords
from intents.follow_ups import FollowUps
from intents.intake_form import FormText, QuestionText
from intents.library import Area, Door
from intents.loading import (
    ASIDES,
    CALM,
    CARE,
    COURTESIES,
    FOLLOW_UPS,
    MANNERS,
    NUMBERS,
    PAPERS,
    PAPERS_WISHED,
    PROOFS,
    QUESTIONS,
    STATUS,
    SUITING,
    SUMS,
    UNSIGNED,
    URGENT,
    folder_of,
)
from intents.manners import Manners
from intents.papers import PapersText
from intents.papers_wished import PaperWishes
from intents.proofs import Proofs
from intents.reply_text import FOLDER as REPLIES
from intents.reply_text import ReplyText, with_articles
from intents.status import StatusWords
from intents.suiting import Suiting
from intents.sums import SumsText
from intents.unsigned import Unsigned
from intents.urgency import Urgency
from intents.wish_words import FOLDER as WISHES
from intents.wish_words import Wishes
from knowledge.problems import ContentError, Problem
from knowledge.strict_yaml import YamlDocument, read_yaml
from knowledge.typed_yaml import problems_of

FOLDERS = (
    "phrases",
    "asked",
    "word_lists",
    "intake",
    "replies",
    "crisis",
    WISHES,
    CHOICES,
    DETAILS,
)


def read_files(root: Path) -> tuple[dict[str, YamlDocument], list[Problem]]:
    """Every YAML file of the room, by its path under `root` (the intents folder)."""
    documents: dict[str, YamlDocument] = {}
    problems: list[Problem] = []
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.yaml")):
            name = path.relative_to(root).as_posix()
            try:
                documents[name] = read_yaml(path, f"intents/{name}")
            except ContentError as fault:
                problems.extend(fault.problems)
    return documents, problems


def values_of(documents: Mapping[str, YamlDocument]) -> dict[str, Any]:
    """The bare values, as a build keeps them."""
    return {name: document.value for name, document in documents.items()}


def check_files(documents: Mapping[str, YamlDocument]) -> list[Problem]:
    """Faults of shape in forms, questions, doors and areas, with the line of the offending key."""
    problems: list[Problem] = []
    for name, document in documents.items():
        for shape, value, trail in _shaped(name, document.value):
            try:
                shape.model_validate(value)
            except ValidationError as fault:
                problems.extend(problems_of(document, fault, trail))
    return problems


def _shaped(name: str, value: Any) -> Iterator[tuple[type[BaseModel], Any, tuple[str | int, ...]]]:
    """The records of a file, each with the model it must fit and where it stands."""
    folder = folder_of(name)
    whole = _SINGLE_FILES.get(name) or _WHOLE_FILES.get(folder)
    if whole is not None:
        yield whole, value, ()
    elif name in QUESTIONS:
        for key, question in _mapping(value).items():
            yield QuestionText, question, (key,)
    elif folder == REPLIES:
        yield from ((ReplyText, reply, (key,)) for key, reply in with_articles(value))
    elif folder in _LISTS or name in _LISTS:
        kind, shape = _LISTS.get(name) or _LISTS[folder]
        for index, record in enumerate(_mapping(value).get(kind, ())):
            yield shape, record, (kind, index)


_WHOLE_FILES: Mapping[str, type[BaseModel]] = {
    "intake/forms": FormText,
    "phrases/doors": Door,
    "crisis": CrisisClass,
    "crisis/said": Said,
    "crisis/signs": Signs,
    WISHES: Wishes,
    CHOICES: Choices,
    DETAILS: Details,
}
_SINGLE_FILES: Mapping[str, type[BaseModel]] = {
    SUMS: SumsText,
    MANNERS: Manners,
    ASIDES: Asides,
    CALM: CalmWords,
    CARE: Caring,
    COURTESIES: Courtesies,
    SUITING: Suiting,
    URGENT: Urgency,
    PAPERS_WISHED: PaperWishes,
    UNSIGNED: Unsigned,
    STATUS: StatusWords,
    PROOFS: Proofs,
    FOLLOW_UPS: FollowUps,
    NUMBERS: NumberWords,
    PAPERS: PapersText,
}
_LISTS: Mapping[str, tuple[str, type[BaseModel]]] = {
    "asked": ("asked", AskedQuestion),
    "phrases/areas.yaml": ("areas", Area),
}


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
