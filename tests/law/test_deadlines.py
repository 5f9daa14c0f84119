"""Time limits of whole cases: examples with the counting written out, and what holds of any facts."""

import re
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.law.case_facts import read_facts
from knowledge.law.deadlines import OVER_AGE_MATTERS, deadlines
from knowledge.law.limits.renewal import after_interruption
from knowledge.strict_yaml import read_yaml
from tests.law.facts import ROOM, TODAY, VOCABULARY, any_facts

HERE = Path(__file__).parent
EXAMPLES: list[dict[str, Any]] = [
    example
    for path in sorted(HERE.glob("deadlines_*.yaml"))
    for example in read_yaml(path, path.name).value
]
STEP = re.compile(r"\+ ([0-9]+)([dmy])$")


def counted(written: str) -> date:
    """The last date of a counting such as "2026-01-31 + 1m = 2026-02-28 + 1y = 2027-02-28",
    each step checked on the way."""
    start, *steps = written.split(" = ")
    day, step = start.split(" ", 1)
    at = date.fromisoformat(day)
    for following in steps:
        number, unit = STEP.match(step).groups()  # type: ignore[union-attr]
        at = _stepped(at, int(number), unit)
        day, _, step = following.partition(" ")
        assert date.fromisoformat(day) == at, written
    return at


def _stepped(at: date, number: int, unit: str) -> date:
    if unit == "d":
        return at + timedelta(days=number)
    months = at.year * 12 + at.month - 1 + number * (12 if unit == "y" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(at.day, monthrange(year, month)[1]))


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["name"] for example in EXAMPLES])
def test_deadlines_of_a_case(example: dict[str, Any]) -> None:
    found = deadlines(read_facts(example["told"], VOCABULARY), example.get("today", TODAY))
    expected = {
        kind: None if written is None else counted(written)
        for kind, written in example["expect"].items()
    }
    assert {limit.kind: limit.last_day for limit in found} == expected
    by_kind = {limit.kind: [str(cited) for cited in limit.citations] for limit in found}
    for kind, citations in example.get("cites", {}).items():
        assert by_kind[kind] == citations
    assert all(by_kind.values())


def test_examples_have_names_of_their_own() -> None:
    names = [example["name"] for example in EXAMPLES]
    assert len(names) == len(set(names)) >= 120


LONGEST = {
    "arbitration_limitation": 366 + 31,
    "wage_arbitration_limitation": 366,
    "inspection_limitation": 2 * 366,
    "injury_report_employer": 30,
    "injury_application_worker": 366,
    "litigation_after_award": 15,
    "award_annulment": 30,
    "reassessment_application": 15,
    "judicial_confirmation": 30,
    "arbitration_review_of_agreement": 15,
    "enforcement_application": 2 * 366,
    "civil_limitation": 3 * 366,
}
"""Days that no naive reading of the period passes, from the latest day it may start (a month more
for double wages)."""


@given(told=any_facts())
def test_no_safe_day_is_later_than_the_naive_reading(told: dict[str, Any]) -> None:
    facts = read_facts(told, VOCABULARY)
    days = [told.get(key) for key in ("event_date", "employed_to", "employed_from")]
    known = [_latest(day) for day in days if day]
    kinds = set()
    for limit in deadlines(facts, TODAY):
        kinds.add(limit.kind)
        assert limit.citations
        if limit.last_day is None:
            assert facts.still_employed is True
            continue
        assert limit.days_left == (limit.last_day - TODAY).days
        assert limit.last_day <= _far(max(known), LONGEST[limit.kind])
    assert len(kinds) == len(deadlines(facts, TODAY))


def _latest(partial: str) -> date:
    year, month, day = ([int(part) for part in partial.split("-")] + [0, 0])[:3]
    return date(year, month or 12, day or monthrange(year, month or 12)[1])


def _far(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))


@given(
    told=any_facts(),
    day=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    known=st.sampled_from([4, 7]),
)
def test_a_vaguer_date_never_gives_a_later_day(told: dict[str, Any], day: date, known: int) -> None:
    exact = _by_kind({**told, "event_date": day.isoformat()})
    vague = _by_kind({**told, "event_date": day.isoformat()[:known]})
    for kind, last_day in vague.items():
        if last_day is not None and exact.get(kind) is not None:
            assert last_day <= exact[kind]


def _by_kind(told: dict[str, Any]) -> dict[str, Any]:
    return {limit.kind: limit.last_day for limit in deadlines(read_facts(told, VOCABULARY), TODAY)}


def test_asking_begins_the_year_anew_only_while_it_runs() -> None:
    last_day = date(2027, 3, 31)
    assert after_interruption(last_day, date(2026, 11, 21)) == date(2027, 11, 21)
    assert after_interruption(last_day, date(2027, 3, 31)) == date(2028, 3, 31)
    assert after_interruption(last_day, date(2027, 4, 1)) == last_day
    assert after_interruption(last_day, date(2026, 1, 1)) == last_day


def test_the_matters_of_people_over_retirement_age_are_those_of_the_table() -> None:
    groups = read_yaml(ROOM / "law/triage/order.yaml", "order.yaml").value["dispute_groups"]
    assert set(groups["over_age_matters"]) == OVER_AGE_MATTERS | {"enforcement"}
