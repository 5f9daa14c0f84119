"""The product's `calculate` and `triage` against the worked examples and the reference."""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.channels.batch import VERBS, run_batch
from bot.dialogue.content import Content
from tests.law.random_cases import calculations, disputes
from tests.law.worked_examples import (
    amount_faults,
    deadline_faults,
    examples,
    plain,
    route_faults,
)

TODAY = date(2026, 11, 21)
RANDOM_CASES = 5000
"""Of each verb: ten thousand in all."""

SHOWN = 30
Line = dict[str, Any]


def verb_exists(verb: str) -> pytest.MarkDecorator:
    """Skips while the batch interface has no such verb."""
    return pytest.mark.skipif(verb not in VERBS, reason=f"batch has no verb {verb} yet")


def answers(verb: str, cases: Iterable[Line], content: Content) -> list[tuple[Line, Line]]:
    """Each case with what the product says to it."""
    held = list(cases)
    lines = [json.dumps(plain({k: v for k, v in case.items() if k != "expect"})) for case in held]
    found = [json.loads(text) for text, _ in run_batch(verb, lines, content, TODAY)]
    return list(zip(held, found, strict=True))


def told(faults: list[str]) -> str:
    """How many faults there are, and the first of them."""
    return "\n".join([f"{len(faults)} faults", *faults[:SHOWN]])


def calculation_faults(case: Line, found: Line) -> list[str]:
    """What differs in one calculation, each with the case it belongs to."""
    if "error" in found:
        return [f"{case['id']} {case['rule']}: {found['error']}"]
    faults = amount_faults(case["expect"], found)
    if not found.get("citations"):
        faults.append("cites nothing")
    if case["expect"].get("assumes") and not found.get("assumptions"):
        faults.append("says no assumption")
    return [f"{case['id']} {case['rule']} {plain(case['given'])}: {fault}" for fault in faults]


def left_open(case: Line, found: Line) -> bool:
    """Whether the product names what is missing instead of leaving a local limit out.

    The reference computes without a local figure that was not given; interfaces say `amount` is
    then null. What the product still bounds must hold the reference's sum.
    """
    expected = case["expect"].get("amount")
    if expected is None or found.get("amount") is not None or not found.get("missing"):
        return False
    low, high = found.get("low"), found.get("high")
    above = low is None or Decimal(low) <= Decimal(expected)
    below = high is None or Decimal(expected) <= Decimal(high)
    return below and (above or "local_minimum_wage" in found["missing"])


def limit_faults(case: Line, expected: Line, found: Line) -> list[str]:
    """What differs in the limits of one dispute."""
    if "error" in found:
        return [f"{case['id']}: {found['error']}"]
    by_kind = {limit["kind"]: limit["last_day"] for limit in found["deadlines"]}
    faults = deadline_faults(expected, by_kind, found["missing"])
    faults += [f"{limit['kind']} cites nothing" for limit in found["deadlines"] if not limit["citations"]]  # fmt: skip
    return [f"{case['id']} {plain(case['facts'])}: {fault}" for fault in faults]


def shape_faults(case: Line, found: Line) -> list[str]:
    """What the interface promises of every answer: one first door, at most three others."""
    roles = [route["role"] for route in found.get("routes", [])]
    fine = roles.count("first") == 1 and roles.count("alternative") <= 3
    return [] if fine else [f"{case['id']} {plain(case['facts'])}: roles {roles}"]


@verb_exists("calculate")
def test_every_worked_amount(content: Content) -> None:
    found = answers("calculate", examples("calculate"), content)
    faults = [fault for case, line in found for fault in calculation_faults(case, line)]
    assert not faults, told(faults)


@verb_exists("triage")
def test_every_worked_last_day(content: Content) -> None:
    found = answers("triage", examples("deadlines"), content)
    faults = [
        fault
        for case, line in found
        for fault in limit_faults(case, case["expect"]["deadlines"], line)
    ]
    assert not faults, told(faults)


@verb_exists("triage")
def test_every_worked_route(content: Content) -> None:
    found = answers("triage", examples("triage"), content)
    faults = [
        f"{case['id']} ({case['because']}): {fault}"
        for case, line in found
        for fault in route_faults(case["expect"], line)
    ]
    assert not faults, told(faults)


@pytest.mark.slow
@verb_exists("calculate")
def test_random_amounts_agree(content: Content) -> None:
    found = answers("calculate", calculations(seed=20261121, count=RANDOM_CASES), content)
    closed = [(case, line) for case, line in found if not left_open(case, line)]
    faults = [fault for case, line in closed for fault in calculation_faults(case, line)]
    assert not faults, told(faults)
    assert len(closed) > 0.9 * RANDOM_CASES


@pytest.mark.slow
@verb_exists("triage")
def test_random_last_days_agree(content: Content) -> None:
    found = answers("triage", disputes(seed=20261121, count=RANDOM_CASES), content)
    faults = [
        fault
        for case, line in found
        for fault in [*limit_faults(case, case["expect"], line), *shape_faults(case, line)]
    ]
    assert not faults, told(faults)
