"""The reference agrees with every worked example; the examples are well formed."""

from datetime import date
from typing import Any

import pytest

from tests.law.reference import RULES, calculated, deadlines
from tests.law.reference.days import same_day_later, worked_days
from tests.law.worked_examples import amount_faults, deadline_faults, examples

CALCULATIONS = examples("calculate")
DEADLINES = examples("deadlines")
TRIAGES = examples("triage")

KEYS = {"id", "rule", "facts", "given", "region", "today", "expect", "because"}
BODIES = {
    "joint_center", "mediation_organization", "industry_mediation", "enterprise_mediation",
    "labour_inspection", "arbitration", "court", "social_insurance_agency",
    "injury_determination", "platform_injury_claim", "wage_clue_platform", "housing_fund_center",
    "legal_aid", "trade_union", "police", "emergency", "mental_health_line",
    "personnel_arbitration", "hotline_12333",
}  # fmt: skip
KINDS = {
    "arbitration_limitation", "wage_arbitration_limitation", "inspection_limitation",
    "injury_report_employer", "injury_application_worker", "litigation_after_award",
    "award_annulment", "reassessment_application", "judicial_confirmation",
    "arbitration_review_of_agreement", "enforcement_application", "civil_limitation",
}  # fmt: skip


def ids(found: list[dict[str, Any]]) -> list[str]:
    return [str(example["id"]) for example in found]


@pytest.mark.parametrize("example", CALCULATIONS, ids=ids(CALCULATIONS))
def test_amount(example: dict[str, Any]) -> None:
    found = calculated(example["rule"], example["given"], example["today"], example.get("region"))
    assert not amount_faults({"missing": None, **example["expect"]}, found)


@pytest.mark.parametrize("example", DEADLINES, ids=ids(DEADLINES))
def test_last_day(example: dict[str, Any]) -> None:
    found = deadlines(example["facts"], example["today"])
    assert not deadline_faults(example["expect"]["deadlines"], found)


def test_there_are_enough_examples_of_every_rule_and_every_kind() -> None:
    assert len(CALCULATIONS) >= 200
    assert len(DEADLINES) >= 100
    assert len(TRIAGES) >= 100
    assert {example["rule"] for example in CALCULATIONS} == set(RULES)
    assert {kind for example in DEADLINES for kind in example["expect"]["deadlines"]} == KINDS


def test_every_example_has_a_name_a_day_and_a_reason() -> None:
    every = [*CALCULATIONS, *DEADLINES, *TRIAGES]
    assert len(set(ids(every))) == len(every)
    for example in every:
        assert set(example) <= KEYS
        assert isinstance(example["today"], date)
        assert len(example["because"]) >= 3


def bodies_of(expect: dict[str, Any]) -> set[str]:
    """Every body an example of a route names."""
    first = expect.get("first", [])
    named = {*([first] if isinstance(first, str) else first)}
    for key in ("alternatives", "support", "among", "never"):
        named.update(expect.get(key, []))
    return named


@pytest.mark.parametrize("example", TRIAGES, ids=ids(TRIAGES))
def test_route_is_told_in_the_words_of_the_interface(example: dict[str, Any]) -> None:
    expect = example["expect"]
    assert set(expect) <= {"first", "alternatives", "support", "among", "never", "track", "urgency"}
    assert bodies_of(expect) <= BODIES
    assert expect.get("track") in {"fast", "standard", "complex", "group", None}
    assert expect.get("urgency") in {"now", "days", "normal", None}
    assert len(expect.get("alternatives", [])) <= 3


def test_the_calendar_of_the_reference_has_the_working_days_of_the_notice() -> None:
    """人社部发〔2025〕2号: 248 working days."""
    assert worked_days(date(2025, 1, 1), date(2025, 12, 31)) == 248
    assert worked_days(date(2026, 1, 1), date(2026, 12, 31)) == 248


def test_the_articles_own_examples_of_counting() -> None:
    assert same_day_later(date(2026, 3, 31), 12) == date(2027, 3, 31)
    assert same_day_later(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert same_day_later(date(2027, 2, 28), 12) == date(2028, 2, 28)
    assert same_day_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
