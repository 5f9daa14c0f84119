"""No personal data in what editors read: tests/extraction/personal.yaml, and any text is safe."""

from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intents.extraction.stripping import Stripper
from intents.normalize import clean
from tests.intents.examples import example_file, extractor

FILE = example_file("personal.yaml")
TODAY: date = FILE["today"]


@cache
def stripper() -> Stripper:
    return Stripper(extractor())


@pytest.mark.parametrize("line", FILE["stripped"], ids=lambda line: line["say"][:20])
def test_what_tells_who_somebody_is_goes(line: dict[str, Any]) -> None:
    read = stripper().strip(line["say"], TODAY)
    assert read == line.get("reads", read)
    assert not [word for word in line.get("without", ()) if word in read]


@pytest.mark.parametrize("said", FILE["kept"])
def test_what_is_no_ones_stays(said: str) -> None:
    assert stripper().strip(said, TODAY) == said


@pytest.mark.parametrize("text", ["", "²" * 50, "1 " * 50_000, "王" * 20_000, "a@" * 5_000])
def test_any_length_is_read(text: str) -> None:
    assert len(stripper().strip(text, TODAY)) <= len(text) + 10


@settings(max_examples=80, deadline=None)
@given(before=st.text(max_size=30), number=st.from_regex(r"[0-9]{5,18}", fullmatch=True))
def test_no_long_number_survives_whatever_stands_before_it(before: str, number: str) -> None:
    if number in ("12333", "12348", "12345", "12329", "12366", "12315", "12368", "12320", "12356"):
        return
    assert number not in stripper().strip(clean(f"{before}{number}"), TODAY)
