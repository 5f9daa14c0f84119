"""Which changes a case allows, and whose turn it is after each."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import get_args

import pytest

from bot.cases.case import Awaiting, Case, CaseEvent, Status, amount_band
from bot.cases.errors import ChangeNotAllowed
from bot.cases.timeline import CHANGES, CODES, change, is_allowed

NOW = datetime(2026, 11, 21, tzinfo=UTC)
SAVED = Case(
    id="c",
    number="GY261121-7K3M2Q",
    status="saved",
    awaiting="worker",
    dispute_kind="wage_arrears",
    region="330106",
    organization_id=None,
    mediator_id=None,
    urgency="normal",
    amount_band="none",
    last_safe_day=None,
    facts={"employer": "x"},
    said={},
    story="",
    consent="",
    outcome=None,
    passed=(),
    opened_at=NOW,
)
REFERRED = change(SAVED, CaseEvent("referred", "worker", organization_id="one"), NOW)
ACCEPTANCE = CaseEvent("accepted", "mediator", "li", "one", "li")
ACCEPTED = change(REFERRED, ACCEPTANCE, NOW)


def closing(outcome: str) -> CaseEvent:
    return CaseEvent("closed", "mediator", "li", "one", "li", details={"outcome": outcome})


def test_a_case_goes_from_saved_to_paid() -> None:
    assert (REFERRED.status, REFERRED.awaiting) == ("referred", "organization")
    assert (ACCEPTED.status, ACCEPTED.awaiting, ACCEPTED.mediator_id) == (
        "accepted",
        "mediator",
        "li",
    )
    asked = change(ACCEPTED, CaseEvent("mediator_wrote", "mediator", "li", "one", "li"), NOW)
    assert asked.awaiting == "worker"
    assert change(asked, CaseEvent("worker_wrote", "worker"), NOW).awaiting == "mediator"
    pending = change(asked, closing("agreement_pending"), NOW)
    paid = change(pending, closing("agreement_paid"), NOW)
    assert (paid.status, paid.awaiting, paid.outcome) == ("closed", "nobody", "agreement_paid")
    assert is_allowed(pending, "closed")
    assert not is_allowed(paid, "closed")


@pytest.mark.parametrize("code", ["declined", "unanswered"])
def test_an_organization_that_passes_is_never_asked_again(code: str) -> None:
    back = change(REFERRED, CaseEvent(code, "bot", organization_id="one"), NOW)
    assert (back.status, back.awaiting, back.organization_id) == ("saved", "bot", None)
    assert back.passed == ("one",)
    with pytest.raises(ChangeNotAllowed, match="passed"):
        change(back, CaseEvent("referred", "worker", organization_id="one"), NOW)
    assert change(back, CaseEvent("referred", "bot", organization_id="two"), NOW).status


@pytest.mark.parametrize(
    ("case", "event", "reason"),
    [
        (REFERRED, CaseEvent("accepted", "mediator", "z", "two", "z"), "organization"),
        (REFERRED, CaseEvent("accepted", "mediator", "z", "one"), "mediator"),
        (REFERRED, closing("agreement_paid"), "status"),
        (ACCEPTED, ACCEPTANCE, "status"),
        (ACCEPTED, closing("won"), "outcome"),
        (ACCEPTED, CaseEvent("mediator_wrote", "mediator", "z", "two", "z"), "organization"),
        (SAVED, CaseEvent("referred", "worker"), "organization"),
        (SAVED, CaseEvent("unanswered", "bot"), "status"),
        (SAVED, CaseEvent("vanished", "bot"), "unknown_code"),
    ],
)
def test_what_may_not_happen_says_why(case: Case, event: CaseEvent, reason: str) -> None:
    before = replace(case)
    with pytest.raises(ChangeNotAllowed) as refused:
        change(case, event, NOW)
    assert refused.value.reason == reason
    assert case == before


def test_a_withdrawn_case_leaves_the_organization_and_an_erased_one_its_content() -> None:
    withdrawn = change(ACCEPTED, CaseEvent("withdrawn", "worker"), NOW)
    assert (withdrawn.organization_id, withdrawn.mediator_id) == (None, None)
    erased = change(withdrawn, CaseEvent("erased", "worker"), NOW)
    assert (erased.facts, erased.region) == ({}, "")


def test_the_table_names_only_what_exists_and_every_case_can_be_erased() -> None:
    for (status, code), (after, awaiting) in CHANGES.items():
        assert {status, after} <= set(get_args(Status))
        assert code in CODES
        assert awaiting is None or awaiting in get_args(Awaiting)
    erasable = {status for status, code in CHANGES if code == "erased"}
    assert erasable == set(get_args(Status)) - {"erased"}
    assert {code for _, code in CHANGES} == set(CODES) - {"opened"}


@pytest.mark.parametrize(
    ("amount", "band"),
    [
        (None, "none"),
        (Decimal(0), "none"),
        (Decimal("NaN"), "none"),
        (Decimal("4999.99"), "under_5k"),
        (Decimal(5000), "5k_to_20k"),
        (Decimal(20000), "20k_to_50k"),
        (Decimal(50000), "over_50k"),
    ],
)
def test_amounts_are_shown_in_bands(amount: Decimal | None, band: str) -> None:
    assert amount_band(amount) == band
