"""The real word lists, places and questions, and the examples that try them."""

from functools import cache
from pathlib import Path
from typing import Any

from intents.extraction.extractor import Extractor
from intents.extraction.word_lists import word_lists
from intents.files import read_files, values_of
from intents.intake_form import Form, FormText, Question, QuestionText, assemble_form
from intents.loading import QUESTIONS
from knowledge.loading import load_sources
from knowledge.places.places import Places
from knowledge.places.resolver import Resolver
from knowledge.strict_yaml import read_yaml

ROOT = Path(__file__).resolve().parents[2]


@cache
def intent_values() -> dict[str, Any]:
    documents, problems = read_files(ROOT / "intents")
    assert not problems
    return values_of(documents)


@cache
def extractor() -> Extractor:
    sources, _ = load_sources(ROOT / "knowledge")
    places = Places(
        sources.regions, sources.towns, sources.aliases, sources.zones, sources.rules.place_words
    )
    return Extractor(word_lists(intent_values()), Resolver(places))


@cache
def questions() -> dict[str, Question]:
    """Those of the forms alone; what only a calculation asks is heard by the calculation."""
    intake = intent_values()[QUESTIONS[0]]
    return {name: QuestionText.model_validate(text).named(name) for name, text in intake.items()}


@cache
def question_texts() -> dict[str, QuestionText]:
    return {
        name: QuestionText.model_validate(value)
        for file in QUESTIONS
        for name, value in intent_values()[file].items()
    }


@cache
def forms() -> dict[str, Form]:
    texts = [
        FormText.model_validate(value)
        for name, value in intent_values().items()
        if name.startswith("intake/forms/")
    ]
    return {text.id: assemble_form(text, question_texts()) for text in texts}


def example_file(name: str) -> dict[str, Any]:
    value = read_yaml(ROOT / "tests" / "extraction" / name, name).value
    assert isinstance(value, dict)
    return value
