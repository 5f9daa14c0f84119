"""Assembles this room from the values of its files: those of a build, or just read (files.py)."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from intents.asides import Asides
from intents.calm_words import CalmWords
from intents.caring import Caring
from intents.courtesies import Courtesies
from intents.crisis_check import CrisisClass
from intents.details import details_of
from intents.extraction.number_kinds import NumberWords
from intents.extraction.personal_numbers import PersonalNumbers
from intents.follow_ups import FollowUps
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
from intents.papers_wished import PaperWishes
from intents.proofs import Proofs
from intents.reply_text import said
from intents.status import StatusWords
from intents.suiting import Suiting
from intents.sums import SumsText, assemble_sums
from intents.unsigned import Unsigned
from intents.urgency import Urgency
from knowledge.problems import ContentError, Problem

QUESTIONS = ("intake/questions.yaml", "intake/sum_questions.yaml")
SUMS = "intake/sums.yaml"
MANNERS = "word_lists/manners.yaml"
ASIDES = "word_lists/asides.yaml"
SUITING = "word_lists/suiting.yaml"
CALM = "word_lists/calm.yaml"
CARE = "word_lists/care.yaml"
URGENT = "word_lists/urgent.yaml"
PAPERS_WISHED = "word_lists/papers_wished.yaml"
PROOFS = "word_lists/proofs.yaml"
COURTESIES = "word_lists/courtesies.yaml"
UNSIGNED = "word_lists/unsigned.yaml"
STATUS = "word_lists/status.yaml"
FOLLOW_UPS = "word_lists/follow_ups.yaml"
NUMBERS = "word_lists/personal_numbers.yaml"
PAPERS = "intake/papers.yaml"

Key = TypeVar("Key")

Values = Mapping[str, Any]
"""The content of each YAML file by its path within the room: what a build keeps."""


def assemble(values: Values) -> Intents:
    """Put the room together from values that were checked; raises ContentError when they were not."""
    try:
        return _assemble(values)
    except (ValueError, UnknownQuestion, LookupError, TypeError, AttributeError) as fault:
        reason = str(fault).splitlines()[0]
        raise ContentError([Problem("intents", 0, f"does not fit together: {reason}")]) from fault


def _assemble(values: Values) -> Intents:
    replies = _merged(values, "replies/", lambda name: name not in NOT_REPLIES)
    texts = {
        name: QuestionText.model_validate(question)
        for file in QUESTIONS
        for name, question in values[file].items()
    }
    doors = [Door.model_validate(values[name]) for name in values if folder_of(name) == DOORS]
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
        urgency=Urgency.model_validate(values[URGENT]),
        paper_wishes=PaperWishes.model_validate(values[PAPERS_WISHED]),
        caring=Caring.model_validate(values[CARE]),
        calm=CalmWords.model_validate(values[CALM]),
        suiting=Suiting.model_validate(values[SUITING]),
        follow_ups=FollowUps.model_validate(values[FOLLOW_UPS]),
        unsigned=Unsigned.model_validate(values[UNSIGNED]),
        courtesies=Courtesies.model_validate(values[COURTESIES]),
        status=StatusWords.model_validate(values[STATUS]),
        proofs=Proofs.model_validate(values[PROOFS]),
        details=details_of(values),
    )


def matching_words(values: Values) -> MatchingWords:
    """The word lists of matching."""
    words = values["word_lists/matching.yaml"]
    return MatchingWords(**{name: tuple(listed) for name, listed in words.items()})


def folder_of(name: str) -> str:
    """The folder of a file of this room."""
    return name.rpartition("/")[0]


def _crisis_classes(values: Values) -> Iterator[CrisisClass]:
    for name, value in values.items():
        if folder_of(name) == "crisis":
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
