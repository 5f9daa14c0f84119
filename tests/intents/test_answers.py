"""Typed answers to one question: tests/extraction/answers.yaml."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intents.answers import Answer, NotUnderstood, Skipped, Understood, understand
from intents.intake_form import Question
from tests.intents.examples import example_file, extractor, questions

TODAY = date(2026, 11, 21)


def answers() -> list[Any]:
    lines = example_file("answers.yaml")["answers"]
    return [pytest.param(line, id=f"{line['question']}: {line['say'][:20]}") for line in lines]


def asked(line: dict[str, Any]) -> Question:
    return questions()[line["question"]]


def told(answer: Answer) -> dict[str, object]:
    match answer:
        case Understood(value=value):
            return {"value": str(value)}
        case Skipped():
            return {"skipped": True}
        case NotUnderstood(reason=reason):
            return {"reason": reason}


@pytest.mark.parametrize("line", answers())
def test_answer_is_understood(line: dict[str, Any]) -> None:
    answer = understand(asked(line), line["say"], TODAY, extractor())
    assert told(answer) == {key: line[key] for key in line if key not in ("question", "say")}


def test_ambiguous_place_offers_the_regions() -> None:
    answer = understand(questions()["region"], "朝阳", TODAY, extractor())
    assert isinstance(answer, NotUnderstood)
    assert {"110105", "211300"} <= set(answer.options)


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(sorted(questions())), st.text(max_size=40))
def test_any_text_gets_an_answer(name: str, text: str) -> None:
    assert isinstance(
        understand(questions()[name], text, TODAY, extractor()),
        Understood | Skipped | NotUnderstood,
    )


def test_examples_of_every_question_are_understood() -> None:
    for question in questions().values():
        for text in (*question.examples, *(choice.label for choice in question.choices)):
            answer = understand(question, text, TODAY, extractor())
            assert isinstance(answer, Understood), (question.id, text)
