"""Time limits: examples in limitation.yaml, and what must hold for every date."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.law.civil_days import days_after, months_after, years_after
from knowledge.law.limitation_period import KnownDates, last_safe_day, limitation_periods
from knowledge.law.vocabulary import Vocabulary
from knowledge.strict_yaml import read_yaml
from knowledge.typed_yaml import typed
from tests.knowledge.conftest import ROOM

TODAY = date(2026, 11, 21)
EXAMPLES: list[dict[str, Any]] = read_yaml(
    Path(__file__).with_name("limitation.yaml"), "limitation.yaml"
).value
WORDS = typed(read_yaml(ROOM / "law/vocabulary.yaml", "vocabulary.yaml"), Vocabulary)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["name"] for example in EXAMPLES])
def test_last_safe_day(example: dict[str, Any]) -> None:
    found = last_safe_day(example["dispute"], today=TODAY, **example["knows"])
    if example["expect"] is None:
        assert found is None
        return
    assert found is not None
    expected = {"days_left": found.days_left, **example["expect"]}
    assert {
        "kind": found.kind,
        "last_day": found.last_day,
        "citation": str(found.citation),
        "days_left": found.days_left,
    } == expected
    every = limitation_periods(example["dispute"], KnownDates(**example["knows"]), TODAY)
    for kind, day in example.get("also", {}).items():
        assert (kind, day) in [(period.kind, period.last_day) for period in every]


days = st.none() | st.dates()


@given(
    dispute=st.sampled_from(sorted(WORDS.dispute_kinds)),
    dates=st.builds(
        KnownDates,
        event_date=days,
        event_kind=st.none() | st.sampled_from(sorted(WORDS.event_kinds)),
        employed_from=days,
        employed_to=days,
        still_employed=st.sampled_from([None, True, False]),
    ),
)
def test_any_dates_give_safe_days_of_known_kinds(dispute: str, dates: KnownDates) -> None:
    known = [day for day in (dates.event_date, dates.employed_to, dates.employed_from) if day]
    for period in limitation_periods(dispute, dates, TODAY):
        if period.last_day is not None:
            assert period.last_day >= min(known)
            assert period.days_left == (period.last_day - TODAY).days


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
