"""Reads the examples and compares a result with what an example expects."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from knowledge.strict_yaml import read_yaml

FOLDER = Path(__file__).with_name("examples")

Example = dict[str, Any]


def examples(folder: str) -> list[Example]:
    """All examples of one folder, in the order of its files."""
    found: list[Example] = []
    for path in sorted((FOLDER / folder).glob("*.yaml")):
        found.extend(read_yaml(path, path.name).value)
    return found


def plain(value: Any) -> Any:
    """The same with dates as ISO text, as a line of JSON carries them."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def same(expected: Any, found: Any) -> bool:
    """Equal, figures by their value: "3" and "3.00" are the same."""
    if isinstance(expected, list | tuple) or expected is None or found is None:
        return bool(plain(expected) == plain(found))
    try:
        return Decimal(str(expected)) == Decimal(str(found))
    except InvalidOperation:
        return str(plain(expected)) == str(plain(found))


def amount_faults(expected: Mapping[str, Any], found: Mapping[str, Any]) -> list[str]:
    """What differs in a result of `calculate`; a span of no width is an amount."""
    found = dict(found)
    no_width = found.get("low") is not None and found["low"] == found.get("high")
    if found.get("amount") is None and no_width:
        found["amount"] = found["low"]
    faults = [
        f"{key}: expected {plain(expected[key])}, found {found.get(key)}"
        for key in ("amount", "low", "high", "retirement_month", "dates", "working_rest_days")
        if key in expected and not same(expected[key], found.get(key))
    ]
    return faults + missing_faults(expected.get("missing"), found.get("missing") or [])


def missing_faults(expected: Any, found: list[str]) -> list[str]:
    """Fields that should be named as missing; `any` where the field has no fixed name."""
    if expected == "any":
        return [] if found else ["nothing named as missing"]
    return [f"missing should name {name}" for name in expected or () if name not in found]


def deadline_faults(
    expected: Mapping[str, Any], found: Mapping[str, Any], missing: list[str] | None = None
) -> list[str]:
    """Limits that are absent or end on another day; null: listed, and no day.

    A day counted from a month or a year alone may instead be left open, with the date named as
    missing (reading 7).
    """
    faults = []
    for kind, day in expected.items():
        if kind in found and same(day, found[kind]):
            continue
        left_open = found.get(kind) is None and "event_date" in (missing or [])
        if not left_open:
            faults.append(f"{kind}: expected {plain(day)}, found {plain(found.get(kind, 'none'))}")
    return faults


def route_faults(expected: Mapping[str, Any], found: Mapping[str, Any]) -> list[str]:
    """What differs in the routes, track and urgency of one dispute.

    `first` may name several bodies of equal right; `alternatives`, `support` and `among` (any
    role) must be there, `never` must not.
    """
    if "error" in found:
        return [str(found["error"])]
    bodies = {
        role: [route["body"] for route in found["routes"] if route["role"] == role]
        for role in ("first", "alternative", "support")
    }
    every = [body for named in bodies.values() for body in named]
    faults = first_faults(expected.get("first"), bodies["first"])
    for key, present in (
        ("alternatives", bodies["alternative"]),
        ("support", bodies["support"]),
        ("among", every),
    ):
        faults += [f"{key} should hold {b}: {present}" for b in expected.get(key, []) if b not in present]  # fmt: skip
    faults += [f"never {body}" for body in expected.get("never", []) if body in every]
    faults += [
        f"{key}: expected {expected[key]}, found {found.get(key)}"
        for key in ("track", "urgency")
        if key in expected and expected[key] != found.get(key)
    ]
    return faults


def first_faults(expected: Any, found: list[str]) -> list[str]:
    """The first body is one, and one of those expected."""
    allowed = [expected] if isinstance(expected, str) else expected
    if len(found) != 1:
        return [f"first: {len(found)} bodies"]
    if allowed is None or found[0] in allowed:
        return []
    return [f"first: expected {' or '.join(allowed)}, found {found[0]}"]
