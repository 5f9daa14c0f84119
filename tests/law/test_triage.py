"""Where disputes go: examples by row of the routing table, and what holds of any facts."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.law.case_facts import CaseFacts, FactsUnreadable, read_facts
from knowledge.law.triage.control import assess_control
from knowledge.law.triage.triage import TriageDesk
from knowledge.loading import load_sources
from knowledge.strict_yaml import read_yaml
from tests.law.facts import ROOM, TODAY, VOCABULARY, any_facts

HERE = Path(__file__).parent
EXAMPLES: list[dict[str, Any]] = [
    example
    for path in sorted(HERE.glob("triage_*.yaml"))
    for example in read_yaml(path, path.name).value
]
TABLE = load_sources(ROOM)[0].rules.triage
assert TABLE is not None
DESK = TriageDesk(TABLE)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["name"] for example in EXAMPLES])
def test_triage(example: dict[str, Any]) -> None:
    found = DESK.triage(read_facts(example["told"], VOCABULARY), example.get("today", TODAY))
    by_role: dict[str, list[str]] = {"first": [], "alternative": [], "support": []}
    for route in found.routes:
        by_role[route.role].append(route.body)
    assert by_role["first"] == [example["first"]], found.rows
    assert set(example.get("also", ())) <= set(by_role["alternative"]), (by_role, found.rows)
    assert set(example.get("support", ())) <= set(by_role["support"]), (by_role, found.rows)
    every = {route.body for route in found.routes}
    assert not every & set(example.get("never", ()))
    assert example.get("track", found.track) == found.track
    assert example.get("urgency", found.urgency) == found.urgency, found.deadlines
    assert set(example.get("missing", ())) <= set(found.missing)
    assert not set(example.get("not_missing", ())) & set(found.missing)
    assert example.get("says", "") in "".join(route.reason for route in found.routes), found.rows
    assert example.get("hides", "{") not in "".join(route.reason for route in found.routes)
    assert set(example.get("limits", ())) <= {limit.kind for limit in found.deadlines}
    cited = {str(citation) for route in found.routes for citation in route.citations}
    assert set(example.get("cites", ())) <= cited


def test_examples_have_names_of_their_own() -> None:
    names = [example["name"] for example in EXAMPLES]
    assert len(names) == len(set(names)) >= 120


def test_every_row_has_an_example() -> None:
    read = {
        row
        for example in EXAMPLES
        for row in DESK.triage(
            read_facts(example["told"], VOCABULARY), example.get("today", TODAY)
        ).rows
    }
    assert {row.id for row in DESK.table.rows} - read == set()


@settings(max_examples=500)
@given(told=any_facts())
def test_any_facts_have_one_first_way_and_every_way_cites(told: dict[str, Any]) -> None:
    found = DESK.triage(read_facts(told, VOCABULARY), TODAY)
    roles = [route.role for route in found.routes]
    assert roles[0] == "first"
    assert roles.count("first") == 1
    assert roles.count("alternative") <= 3
    bodies = [route.body for route in found.routes]
    assert len(bodies) == len(set(bodies))
    assert all(route.citations and route.reason for route in found.routes)
    assert found.routes[0].body not in ("enterprise_mediation", "legal_aid", "trade_union")
    assert (told.get("people_count") or 0) < 10 or found.track == "group"


@given(told=any_facts())
def test_danger_to_a_person_comes_first(told: dict[str, Any]) -> None:
    told = {**told, "circumstances": [*(told.get("circumstances") or ()), "violence"]}
    found = DESK.triage(read_facts(told, VOCABULARY), TODAY)
    assert found.routes[0].body in ("police", "emergency", "mental_health_line")
    assert found.urgency == "now"


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ({"dispute_kinds": ["nonsense"]}, "dispute_kinds"),
        ({"dispute_kinds": "wage_arrears"}, "dispute_kinds"),
        ({"dispute_kinds": [1]}, "dispute_kinds"),
        ({"dispute_kinds": ["other"] * 101}, "dispute_kinds"),
        ({"worker_kind": "x" * 100_000}, "worker_kind"),
        ({"worker_kind": 3}, "worker_kind"),
        ({"circumstances": ["rain"]}, "circumstances"),
        ({"event_kind": "rain"}, "event_kind"),
        ({"event_date": "2026-02-30"}, "event_date"),
        ({"employed_to": "２０２６"}, "employed_to"),
        ({"employed_from": "0000"}, "employed_from"),
        ({"event_date": 20260101}, "event_date"),
        ({"amount_claimed": "-1"}, "amount_claimed"),
        ({"amount_claimed": "１００"}, "amount_claimed"),
        ({"amount_claimed": True}, "amount_claimed"),
        ({"amount_claimed": {}}, "amount_claimed"),
        ({"monthly_wage": float("nan")}, "monthly_wage"),
        ({"people_count": 2.5}, "people_count"),
        ({"people_count": "9" * 100}, "people_count"),
        ({"still_employed": "no"}, "still_employed"),
        ({"injured": 1}, "injured"),
        ({"control": ["rain"]}, "control"),
        ({"control": "schedule"}, "control"),
    ],
)
def test_facts_of_another_shape_are_refused_by_name(told: dict[str, Any], key: str) -> None:
    with pytest.raises(FactsUnreadable) as refused:
        DESK.triage(read_facts(told, VOCABULARY), TODAY)
    assert refused.value.key == key
    assert key in str(refused.value)
    assert len(str(refused.value)) < 2_000


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
KEYS = sorted(CaseFacts.__dataclass_fields__)


@given(told=st.dictionaries(st.sampled_from(KEYS) | st.text(), ANYTHING, max_size=8))
def test_any_json_is_read_or_refused_by_name(told: dict[str, Any]) -> None:
    refused = None
    try:
        DESK.triage(read_facts(told, VOCABULARY), TODAY)
    except FactsUnreadable as fault:
        refused = fault.key
    assert refused in (None, *KEYS)


def test_unknown_keys_empty_words_and_nulls_are_passed_over() -> None:
    facts = read_facts(
        {
            "colour": "red",
            "employer": " ",
            "region": None,
            "amount_claimed": "",
            "people_count": "3.0",
        },
        VOCABULARY,
    )
    assert (facts.employer, facts.amount_claimed, facts.people_count) == (None, None, 3)


def test_control_is_counted_and_names_the_evidence() -> None:
    three = assess_control(DESK.table.control, {"schedule", "penalties", "pay"})
    assert three.speaks_for_relation
    assert three.open == ("attendance", "assignment")
    assert three.evidence
    assert not assess_control(DESK.table.control, {"schedule", "pay"}).speaks_for_relation
    assert assess_control(DESK.table.control, ()).told == ()
