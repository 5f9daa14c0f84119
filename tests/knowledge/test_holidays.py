"""The working calendar: published years are exact, unpublished ones say so."""

from datetime import date, timedelta

import pytest

from knowledge.law.holidays import HolidayTable
from knowledge.library import Knowledge
from knowledge.problems import ContentError
from knowledge.strict_yaml import parse_yaml
from knowledge.typed_yaml import typed


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_thirteen_days_pay_three_times_the_wage(year: int, knowledge: Knowledge) -> None:
    days = knowledge.holidays.statutory_days(year)
    assert days is not None
    assert len(days) == 13


@pytest.mark.parametrize(("year", "days"), [(2024, 251), (2025, 248), (2026, 248)])
def test_a_published_year_has_its_working_days(year: int, days: int, knowledge: Knowledge) -> None:
    """人社部发〔2025〕2号: 365 less 104 rest days less 13 statutory days; 2024: 366 less 104 less 11."""
    first = date(year, 1, 1)
    every = [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]
    assert sum(bool(knowledge.holidays.is_working_day(day)) for day in every) == days


def test_2024_had_eleven_statutory_days(knowledge: Knowledge) -> None:
    days = knowledge.holidays.statutory_days(2024)
    assert days is not None
    assert len(days) == 11
    assert date(2024, 2, 9) not in days


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 2, 14), True),
        (date(2026, 2, 16), False),
        (date(2026, 2, 23), False),
        (date(2026, 11, 21), False),
        (date(2026, 11, 23), True),
        (date(2025, 10, 11), True),
        (date(2025, 10, 6), False),
    ],
)
def test_exchange_days(day: date, works: bool, knowledge: Knowledge) -> None:
    assert knowledge.holidays.is_working_day(day) is works


def test_of_2027_only_the_statutory_days_are_known(knowledge: Knowledge) -> None:
    holidays = knowledge.holidays
    assert holidays.is_working_day(date(2027, 2, 5)) is False
    assert holidays.is_working_day(date(2027, 2, 9)) is None
    assert holidays.working_rest_days(2027) is None
    assert holidays.statutory_days(2028) is None


@pytest.mark.parametrize(
    ("rest", "exchanged", "words"),
    [
        ("[]", "[2026-01-05]", r"f\.yaml:3: .*no Saturday or Sunday"),
        ("[2026-01-01]", "[]", r"f\.yaml:3: .*a day stands twice"),
        ("[2027-01-04]", "[]", r"f\.yaml:3: .*a day is not of 2026"),
    ],
)
def test_a_day_that_cannot_be_is_a_fault(rest: str, exchanged: str, words: str) -> None:
    text = (
        "citation: public_holidays_measures#2\nyears:\n  - year: 2026\n    statutory: [{day: 2026-01-01, name: 元旦}]\n"
        f"    rest_days: {rest}\n    working_rest_days: {exchanged}\n    source: 来源\n    certainty: high\n"
    )
    with pytest.raises(ContentError, match=words):
        typed(parse_yaml(text.encode(), "f.yaml"), HolidayTable)
