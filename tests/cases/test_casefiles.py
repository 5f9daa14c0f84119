"""Cases in the store: opening, finding, one winner, what a card shows."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.cases.case import CaseEvent
from bot.cases.errors import ChangeNotAllowed, StoreUnavailable
from bot.cases.store.store import Store
from tests.cases.people import acceptance, follow, settle, wage_case

Look = Callable[[str], list[tuple[Any, ...]]]


def test_a_case_is_found_by_its_code_and_number_however_they_are_typed(
    store: Store, now: datetime, look: Look
) -> None:
    with store.transaction() as transaction:
        talk, opened = follow(transaction, "worker", wage_case(), now)
        assert re.fullmatch(r"GY261121-[0-9A-HJKMNP-TV-Z]{6}", opened.number)
        typed = " ".join(opened.code.lower().replace("0", "o").replace("1", "l"))
        by_code = transaction.case_by_code(typed)
        assert by_code is not None
        assert by_code.id == opened.case_id
        assert transaction.case_by_number(f" {opened.number.lower()} ") == by_code
        assert transaction.conversations_of_case(opened.case_id)[0].id == talk
        for other in (opened.code[:-1], "", "'; DROP TABLE cases", "中" * 26, opened.number):
            assert transaction.case_by_code(other) is None
    stored = str(look("SELECT * FROM cases"))
    assert opened.code not in stored


def test_what_was_told_comes_back_and_dates_and_amounts_become_text(
    store: Store, now: datetime
) -> None:
    told: dict[str, Any] = {
        "facts": {"amount_claimed": Decimal("8000.00"), "since": date(2026, 8, 1), "拖欠": ["是"]},
        "said": {"amount_claimed": "八千块"},
        "story": "老板不给钱",
        "last_safe_day": date(2027, 8, 1),
    }
    with store.transaction() as transaction:
        opened = transaction.open_case(wage_case(**told), now)
        case = transaction.case(opened.case_id)
    assert case is not None
    assert case.facts == {"amount_claimed": "8000.00", "since": "2026-08-01", "拖欠": ["是"]}
    assert (case.said, case.story) == (told["said"], told["story"])
    assert (case.status, case.amount_band, case.last_safe_day) == (
        "saved",
        "5k_to_20k",
        date(2027, 8, 1),
    )


def test_of_two_mediators_who_accept_at_once_one_wins(store: Store, now: datetime) -> None:
    with store.transaction() as transaction:
        town = settle(transaction, now)
        opened = [
            transaction.open_case(wage_case(town.organization), now).case_id for _ in range(10)
        ]

    def accept(attempt: tuple[str, str]) -> str | None:
        case_id, mediator = attempt
        try:
            with store.transaction() as transaction:
                return transaction.record(case_id, acceptance(town, mediator), now).mediator_id
        except ChangeNotAllowed:
            return None

    attempts = [(case_id, who) for case_id in opened for who in (town.li, town.wang) * 2]
    with ThreadPoolExecutor(8) as threads:
        winners = list(threads.map(accept, attempts))
    assert sum(winner is not None for winner in winners) == 10
    with store.transaction() as transaction:
        for case_id in opened:
            codes = [entry.code for entry in transaction.timeline(case_id)]
            assert codes == ["opened", "referred", "accepted"]


def test_a_refused_change_leaves_case_and_timeline_alone(store: Store, now: datetime) -> None:
    with store.transaction() as transaction:
        one, two = settle(transaction, now, "one"), settle(transaction, now, "two")
        opened = transaction.open_case(wage_case(one.organization), now)
        before = transaction.case(opened.case_id), transaction.timeline(opened.case_id)
        stranger = CaseEvent("accepted", "mediator", two.li, one.organization, two.li)
        for event, reason in (
            (acceptance(two, two.li), "organization"),
            (stranger, "unknown_mediator"),
            (CaseEvent("closed", "mediator", one.li, one.organization, one.li), "status"),
        ):
            with pytest.raises(ChangeNotAllowed) as refused:
                transaction.record(opened.case_id, event, now)
            assert refused.value.reason == reason
        assert before == (transaction.case(opened.case_id), transaction.timeline(opened.case_id))
        with pytest.raises(ChangeNotAllowed, match="unknown_case"):
            transaction.record("nothing", stranger, now)


@pytest.mark.parametrize("organization", ["never_served", "closed_down"])
def test_a_case_goes_only_to_an_organization_that_is_served(
    store: Store, now: datetime, organization: str, look: Look
) -> None:
    with store.transaction() as transaction:
        settle(transaction, now, "closed_down")
        transaction.set_organization_active("closed_down", active=False)
    with (
        pytest.raises(ChangeNotAllowed, match="unknown_organization"),
        store.transaction() as transaction,
    ):
        transaction.open_case(wage_case(organization), now)
    assert look("SELECT count(*) FROM cases") == [(0,)]


def test_a_case_moves_from_queue_to_casework_and_leaves_with_the_worker(
    store: Store, now: datetime
) -> None:
    with store.transaction() as transaction:
        town, other = settle(transaction, now), settle(transaction, now, "other")
        new = wage_case(town.organization, last_safe_day=date(2026, 12, 1))
        opened = transaction.open_case(new, now)
        (card,) = transaction.queue(town.organization)
        assert (card.number, card.status, card.referred_at) == (opened.number, "referred", now)
        assert card.days_left(now.date()) == 10
        assert transaction.queue(other.organization) == ()
        transaction.record(opened.case_id, acceptance(town, town.li), now)
        assert transaction.queue(town.organization) == ()
        assert transaction.casework(town.organization)[0].mediator_id == town.li
        transaction.record(opened.case_id, CaseEvent("withdrawn", "worker"), now)
        assert transaction.casework(town.organization) == ()


def test_a_declined_case_is_referred_on_and_its_notes_are_kept(store: Store, now: datetime) -> None:
    with store.transaction() as transaction:
        one, two = settle(transaction, now, "one"), settle(transaction, now, "two")
        case_id = transaction.open_case(wage_case(one.organization), now).case_id
        declined = CaseEvent("declined", "mediator", one.li, one.organization, one.li, "忙不过来")
        assert transaction.record(case_id, declined, now).passed == ("one",)
        again = CaseEvent("referred", "bot", organization_id=two.organization)
        later = now + timedelta(hours=1)
        assert transaction.record(case_id, again, later).referred_at == later
        entries = transaction.timeline(case_id)
        assert [(entry.seq, entry.note) for entry in entries][-2:] == [(3, "忙不过来"), (4, None)]
        assert entries[2].actor_id == one.li


def test_the_database_going_away_is_one_plain_error(store: Store, now: datetime) -> None:
    if store._place is not None:
        store._patience = 0.01
        with store.transaction(), ThreadPoolExecutor(1) as thread:
            waiting = thread.submit(lambda: store.transaction().__enter__())
            with pytest.raises(StoreUnavailable):
                waiting.result()
        return
    with pytest.raises(StoreUnavailable), store.transaction() as transaction:
        transaction._connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")
    with store.transaction() as transaction:
        assert transaction.accept_update("web", "after", now)
