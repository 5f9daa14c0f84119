"""Forms ask what is missing, in their order, and only where it makes sense."""

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from intents.intake_form import (
    AskIf,
    FormText,
    QuestionText,
    UnknownQuestion,
    assemble_form,
    next_question,
)
from tests.intents.examples import forms, question_texts

CHOICE = {
    "type": "choice",
    "ask": "哪一种？",
    "why": "要分开处理",
    "not_understood": "没对上，点一个。",
}


def asked_in_turn(form_id: str, answers: Mapping[str, object]) -> list[str]:
    """Skips every question that is asked, and lists them."""
    skipped: list[str] = []
    while (question := next_question(forms()[form_id], answers, skipped)) is not None:
        skipped.append(question.id)
    return skipped


def test_last_day_is_asked_only_of_those_who_left() -> None:
    assert "employed_to" not in asked_in_turn("wage_arrears", {})
    assert "employed_to" not in asked_in_turn("wage_arrears", {"still_employed": True})
    assert "employed_to" in asked_in_turn("wage_arrears", {"still_employed": False})


def test_known_facts_are_not_asked_again() -> None:
    known = {"region": "440306", "event_date": "2026-08-15", "event_kind": "last_working_day"}
    assert asked_in_turn("unlawful_dismissal", known)[0] == "employed_from"


def test_a_date_of_another_event_does_not_answer() -> None:
    known = {"region": "440306", "event_date": "2026-08-15", "event_kind": "injury"}
    assert asked_in_turn("unlawful_dismissal", known)[0] == "event_date"


def test_skipped_questions_stay_skipped() -> None:
    question = next_question(forms()["general"], {}, {"region", "event_date"})
    assert question is not None
    assert question.id == "still_employed"


@pytest.mark.parametrize(
    ("condition", "unknown", "equal", "different"),
    [
        ({"is": False}, False, True, False),
        ({"is_not": False}, True, False, True),
        ({"known": True}, False, True, True),
        ({"known": False}, True, False, False),
    ],
)
def test_ask_if_has_three_forms(
    condition: dict[str, object], unknown: bool, equal: bool, different: bool
) -> None:
    ask_if = AskIf.model_validate({"fact": "still_employed", **condition})
    assert ask_if.fits({}) is unknown
    assert ask_if.fits({"still_employed": False}) is equal
    assert ask_if.fits({"still_employed": True}) is different


@pytest.mark.parametrize("condition", [{}, {"is": True, "known": True}, {"in": [1]}])
def test_ask_if_has_no_other_form(condition: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        AskIf.model_validate({"fact": "still_employed", **condition})


@pytest.mark.parametrize(
    "broken",
    [
        {"choices": [{"id": "one", "label": "一"}]},
        {"choices": [{"id": "one", "label": "一"}, {"id": "one", "label": "二"}]},
        {"type": "yes_no", "choices": [{"id": "no", "label": "没"}, {"id": "yes", "label": "有"}]},
        {"type": "money", "choices": [{"id": "one", "label": "一"}, {"id": "two", "label": "二"}]},
    ],
)
def test_choices_must_fit_the_type(broken: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        QuestionText.model_validate({**CHOICE, **broken}).named("kind")


def test_a_form_names_only_questions_that_exist() -> None:
    text = FormText(
        id="lost",
        title="丢了",
        opening="先坐下。",
        questions=("region", "nowhere"),
        required=("region",),
    )
    with pytest.raises(UnknownQuestion, match="nowhere"):
        assemble_form(text, question_texts())


def test_each_dispute_kind_has_one_form_and_one_form_serves_the_rest() -> None:
    usual = [form for form in forms().values() if form.if_told is None]
    fits = [kind for form in usual for kind in form.fits]
    assert len(fits) == len(set(fits))
    assert [form.id for form in forms().values() if not form.fits] == ["general"]


def test_only_what_a_referral_needs_is_required() -> None:
    assert {form.required for form in forms().values()} == {("region",)}
