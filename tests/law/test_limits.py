"""Time limits of one dispute: examples in limits.yaml, and how days and years are counted."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge.law.case_facts import read_facts
from knowledge.law.civil_days import days_after, months_after, years_after
from knowledge.law.deadlines import Deadline, deadlines
from knowledge.strict_yaml import read_yaml
from tests.law.facts import TODAY, VOCABULARY

EXAMPLES: list[dict[str, Any]] = read_yaml(
    Path(__file__).with_name("limits.yaml"), "limits.yaml"
).value


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["name"] for example in EXAMPLES])
def test_the_limit_shown_first(example: dict[str, Any]) -> None:
    found = deadlines_of(example)
    if example["expect"] is None:
        assert not found
        return
    first = found[0]
    expected = {"days_left": first.days_left, **example["expect"]}
    assert {
        "kind": first.kind,
        "last_day": first.last_day,
        "citation": str(first.citations[0]),
        "days_left": first.days_left,
    } == expected
    for kind, day in example.get("also", {}).items():
        assert (kind, day) in [(limit.kind, limit.last_day) for limit in found]


def deadlines_of(example: dict[str, Any]) -> tuple[Deadline, ...]:
    told = {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in example["knows"].items()
    }
    facts = read_facts({"dispute_kinds": [example["dispute"]], **told}, VOCABULARY)
    return deadlines(facts, TODAY)


def test_years_end_on_the_same_day_or_the_months_last() -> None:
    assert years_after(date(2026, 3, 31), 1) == date(2027, 3, 31)
    assert years_after(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert years_after(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert years_after(date(2025, 2, 28), 1) == date(2026, 2, 28)
    assert months_after(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_after(date(2026, 12, 5), 1) == date(2027, 1, 5)


def test_days_count_from_the_next_day() -> None:
    assert days_after(date(2026, 11, 10), 15) == date(2026, 11, 25)
    assert days_after(date(2026, 12, 31), 30) == date(2027, 1, 30)


def test_the_end_of_the_calendar_is_survived() -> None:
    assert years_after(date.max, 3) == date.max
    assert days_after(date.max, 30) == date.max
    assert months_after(date.max, 1) == date.max
