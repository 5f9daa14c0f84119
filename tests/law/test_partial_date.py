"""A date as precisely as it was said, and the days it may mean."""

from datetime import date

import pytest

from knowledge.law.partial_date import PartialDate, partial_date


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-11-21", date(2026, 11, 21), date(2026, 11, 21)),
    ],
)
def test_a_vague_date_has_a_strict_side(said: str, first: date, last: date) -> None:
    read = PartialDate.parse(said)
    assert (str(read), read.first_day, read.last_day) == (said, first, last)


@pytest.mark.parametrize(
    "said", ["", "26", "2026-13", "2026-02-30", "2026-1-1", "2026-01-01 ", "0000"]
)
def test_what_is_no_date_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(said)


def test_a_day_needs_its_month_and_a_year_its_reason() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(2026, None, 5)
    assert partial_date(2026, 2, 29) is None
    assert partial_date(1949) is None
    assert partial_date(2026, 2, 28) == PartialDate.of(date(2026, 2, 28))
