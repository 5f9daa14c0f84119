"""Reads this room's YAML and assembles it; faults carry file and line, all at once."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from intents.asides import Asides
from intents.asked_questions import AskedQuestion
from intents.crisis_check import CrisisClass
from intents.crisis_words import Said, Signs
from intents.extraction.number_kinds import NumberWords
from intents.extraction.personal_numbers import PersonalNumbers
from intents.extraction.word_lists import WordLists
from intents.intake_form import (
    Form,
    FormText,
    Question,
    QuestionText,
    UnknownQuestion,
    assemble_form,
)
from intents.library import Area, Door, Intents, fold
from intents.manners import Manners
from intents.matching.words import MatchingWords
from intents.papers import PapersText, assemble_papers
from intents.reply_text import FOLDER as REPLIES
from intents.reply_text import ReplyText, said, with_articles
from intents.suiting import Suiting
from intents.sums import SumsText, assemble_sums
from intents.wish_words import FOLDER as WISHES
from intents.wish_words import Wishes
from knowledge.problems import ContentError, Problem
from knowledge.strict_yaml import YamlDocument, read_yaml
from knowledge.typed_yaml import problems_of

QUESTIONS = ("intake/questions.yaml", "intake/sum_questions.yaml")
SUMS = "intake/sums.yaml"
MANNERS = "word_lists/manners.yaml"
ASIDES = "word_lists/asides.yaml"
SUITING = "word_lists/suiting.yaml"
NUMBERS = "word_lists/personal_numbers.yaml"
PAPERS = "intake/papers.yaml"
FOLDERS = ("phrases", "asked", "word_lists", "intake", "replies", "crisis", WISHES)

Key = TypeVar("Key")

Values = Mapping[str, Any]
"""The content of each YAML file by its path within the room: what a build keeps."""


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
    folder = _folder(name)
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
}
_SINGLE_FILES: Mapping[str, type[BaseModel]] = {
    SUMS: SumsText,
    MANNERS: Manners,
    ASIDES: Asides,
    SUITING: Suiting,
    NUMBERS: NumberWords,
    PAPERS: PapersText,
}
_LISTS: Mapping[str, tuple[str, type[BaseModel]]] = {
    "asked": ("asked", AskedQuestion),
    "phrases/areas.yaml": ("areas", Area),
}


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def assemble(values: Values) -> Intents:
    """Put the room together from values that were checked; raises ContentError when they were not."""
    try:
        return _assemble(values)
    except (ValidationError, UnknownQuestion, LookupError, TypeError, AttributeError) as fault:
        reason = str(fault).splitlines()[0]
        raise ContentError([Problem("intents", 0, f"does not fit together: {reason}")]) from fault


def _assemble(values: Values) -> Intents:
    replies = _merged(values, "replies/", lambda name: name not in NOT_REPLIES)
    texts = {
        name: QuestionText.model_validate(question)
        for file in QUESTIONS
        for name, question in values[file].items()
    }
    doors = [Door.model_validate(values[name]) for name in values if _folder(name) == DOORS]
    areas = [Area.model_validate(area) for area in values["phrases/areas.yaml"]["areas"]]
    agreement = values["word_lists/agreement.yaml"]
    return Intents(
        doors={door.id: door for door in doors},
        areas={area.id: area for area in areas},
        forms=_forms(values, texts),
        questions=_by_fact(texts),
        sums=assemble_sums(SumsText.model_validate(values[SUMS]), texts),
        papers=assemble_papers(PapersText.model_validate(values[PAPERS])),
        replies=replies,
        labels=values["replies/labels.yaml"],
        units=values["replies/units.yaml"],
        commands=_inverted(values["word_lists/commands.yaml"], str),
        ordinals=_inverted(values["word_lists/ordinals.yaml"], int),
        safe=frozenset(map(fold, values["word_lists/talk_turns.yaml"]["safe"])),
        safe_within=values["word_lists/talk_turns.yaml"]["safe_within"],
        supplement_openings=tuple(values["word_lists/talk_turns.yaml"]["supplement_openings"]),
        yes=frozenset(map(fold, agreement["yes"])),
        no=frozenset(map(fold, agreement["no"])),
        personal_numbers=PersonalNumbers(NumberWords.model_validate(values[NUMBERS])),
        crisis={kind.id: kind for kind in _crisis_classes(values)},
        manners=Manners.model_validate(values[MANNERS]),
        asides=Asides.model_validate(values[ASIDES]),
        suiting=Suiting.model_validate(values[SUITING]),
    )


def word_lists(values: Values) -> WordLists:
    """The word lists of extraction, typed."""
    lists = {Path(n).stem: v for n, v in values.items() if n.startswith("word_lists/")}
    return WordLists.model_validate(lists)


def matching_words(values: Values) -> MatchingWords:
    """The word lists of matching."""
    words = values["word_lists/matching.yaml"]
    return MatchingWords(**{name: tuple(listed) for name, listed in words.items()})


def asked_questions(values: Values) -> list[AskedQuestion]:
    """The development questions, in the order of their files."""
    return [
        AskedQuestion.model_validate({"misleading": value.get("misleading", False), **record})
        for name, value in values.items()
        if _folder(name) == "asked"
        for record in value["asked"]
    ]


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _crisis_classes(values: Values) -> Iterator[CrisisClass]:
    for name, value in values.items():
        if _folder(name) == "crisis":
            yield CrisisClass.model_validate(value)


DOORS = "phrases/doors"
NOT_REPLIES = frozenset({"replies/labels.yaml", "replies/units.yaml"})


def _forms(values: Values, texts: Mapping[str, QuestionText]) -> dict[str, Form]:
    forms = {}
    for name, value in values.items():
        if name.startswith("intake/forms/"):
            form = assemble_form(FormText.model_validate(value), texts)
            forms[form.id] = form
    return forms


def _by_fact(texts: Mapping[str, QuestionText]) -> dict[str, Question]:
    """For each fact the first question that asks for it."""
    questions: dict[str, Question] = {}
    for name, text in texts.items():
        question = text.named(name)
        questions.setdefault(question.id, question)
    return questions


def _merged(values: Values, folder: str, wanted: Callable[[str], bool]) -> dict[str, str]:
    merged: dict[str, str] = {}
    for name, value in values.items():
        if name.startswith(folder) and wanted(name):
            merged.update({key: said(reply) for key, reply in value.items()})
    return merged


def _inverted(words: Mapping[Any, list[Any]], key: Callable[[Any], Key]) -> dict[str, Key]:
    return {fold(str(word)): key(name) for name, said in words.items() for word in said}
