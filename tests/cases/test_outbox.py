"""The outbox: nothing lost, order kept within a chat, urgent first, poison parked."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

from bot.cases.outgoing import Outgoing, OutgoingKind
from bot.cases.store.store import Store
from tests.cases.people import follow, wage_case

Look = Callable[[str], list[tuple[Any, ...]]]
MINUTE = timedelta(minutes=1)


def say(store: Store, sender: str, text: str, now: datetime, **how: object) -> str:
    with store.transaction() as transaction:
        talk = transaction.open_conversation("telegram", sender, now)
        outgoing = Outgoing("message", "telegram", {"text": text}, talk.id, **how)  # type: ignore[arg-type]
        return transaction.send(outgoing, now)


def claim(store: Store, now: datetime, limit: int = 20) -> dict[str, str]:
    with store.transaction() as transaction:
        return {row.body["text"]: row.id for row in transaction.claim_due(now, limit)}


def test_a_chat_gets_its_messages_one_after_the_other(store: Store, now: datetime) -> None:
    first = say(store, "worker", "one", now)
    say(store, "worker", "two", now)
    say(store, "other", "hello", now)
    assert set(claim(store, now)) == {"one", "hello"}
    assert claim(store, now) == {}
    with store.transaction() as transaction:
        transaction.retry_later(first, now + 5 * MINUTE, "http_429")
    assert set(claim(store, now + 2 * MINUTE)) == {"hello"}
    assert set(claim(store, now + 5 * MINUTE)) == {"one", "hello"}
    with store.transaction() as transaction:
        transaction.mark_sent(first, now)
    assert set(claim(store, now + MINUTE)) == {"two"}


def test_a_claimed_row_comes_again_when_its_lease_runs_out(store: Store, now: datetime) -> None:
    say(store, "worker", "one", now)
    with store.transaction() as transaction:
        (row,) = transaction.claim_due(now)
        assert (row.attempts, row.sender, row.kind) == (1, "worker", "message")
    assert claim(store, now + timedelta(seconds=59)) == {}
    with store.transaction() as transaction:
        (row,) = transaction.claim_due(now + MINUTE)
        assert row.attempts == 2


def test_urgent_goes_before_everything_even_before_a_message_that_is_stuck(
    store: Store, now: datetime
) -> None:
    stuck = say(store, "worker", "stuck", now)
    say(store, "another", "normal", now)
    with store.transaction() as transaction:
        transaction.retry_later(stuck, now + 60 * MINUTE, "timeout")
    say(store, "worker", "crisis", now + MINUTE, urgent=True)
    assert list(claim(store, now + MINUTE, limit=1)) == ["crisis"]
    assert list(claim(store, now + MINUTE)) == ["normal"]


def test_a_parked_message_lets_the_next_one_through_and_keeps_no_words_of_the_error(
    store: Store, now: datetime, look: Look
) -> None:
    poison = say(store, "worker", "poison", now)
    say(store, "worker", "next", now)
    claim(store, now)
    with store.transaction() as transaction:
        transaction.park(poison, "Bad Request: chat of 张三 not found", now)
        transaction.retry_later(poison, now, "late")
    assert list(claim(store, now)) == ["next"]
    assert look("SELECT status, last_error FROM outbox ORDER BY seq")[0] == ("parked", "other")


def test_a_timer_waits_for_its_time_and_for_no_message(store: Store, now: datetime) -> None:
    with store.transaction() as transaction:
        talk = transaction.open_conversation("telegram", "worker", now)
        for kind, text in (("timer", "later"), ("message", "now")):
            of_kind: OutgoingKind = "timer" if kind == "timer" else "message"
            due = now + timedelta(days=7) if kind == "timer" else None
            body = {"text": text}
            transaction.send(Outgoing(of_kind, "telegram", body, talk.id, due_at=due), now)
    assert set(claim(store, now)) == {"now"}
    assert set(claim(store, now + timedelta(days=7))) == {"now", "later"}


def test_the_same_key_is_written_once(store: Store, now: datetime) -> None:
    assert say(store, "worker", "one", now, key="k") == say(store, "worker", "one", now, key="k")
    assert say(store, "worker", "one", now) != say(store, "worker", "one", now)


def test_timers_of_a_case_can_be_cancelled_and_other_rows_stay(store: Store, now: datetime) -> None:
    with store.transaction() as transaction:
        _, opened = follow(transaction, "worker", wage_case(), now)
        card = Outgoing("group_card", "telegram", {"text": "card"}, case_id=opened.case_id)
        timer = Outgoing("timer", "", {"text": "timer"}, case_id=opened.case_id)
        transaction.send(card, now)
        transaction.send(timer, now)
        assert transaction.cancel(kind="timer", case_id=opened.case_id) == 1
    assert set(claim(store, now)) == {"card"}


def test_eight_senders_never_take_the_same_row_nor_two_of_one_chat(
    store: Store, now: datetime
) -> None:
    for number in range(60):
        say(store, f"chat {number % 12}", f"{number % 12}/{number // 12}", now)
    delivered: list[str] = []

    def deliver(_: int) -> None:
        for _ in range(200):
            with store.transaction() as transaction:
                rows = transaction.claim_due(now, 3)
            for row in rows:
                delivered.append(row.body["text"])
                with store.transaction() as transaction:
                    transaction.mark_sent(row.id, now)
            if len(delivered) == 60:
                return

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(deliver, range(8)))
    assert len(delivered) == len(set(delivered)) == 60
    for chat in range(12):
        own = [text for text in delivered if text.startswith(f"{chat}/")]
        assert own == [f"{chat}/{place}" for place in range(5)]


def test_a_row_that_cannot_be_unsealed_is_parked_and_blocks_nobody(
    store: Store, now: datetime, look: Look
) -> None:
    say(store, "worker", "altered", now)
    say(store, "worker", "next", now)
    with store._engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE outbox SET sealed_body = (SELECT sealed_body FROM outbox ORDER BY seq DESC LIMIT 1)"
        )
    assert claim(store, now) == {}
    assert look("SELECT last_error FROM outbox ORDER BY seq")[0] == ("seal_broken",)
    assert list(claim(store, now)) == ["next"]
