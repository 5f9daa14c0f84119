"""Mediators, their sessions, and the audit of what they looked at."""

from datetime import date, datetime, timedelta

from bot.cases.store.store import Store
from tests.cases.people import settle


def test_a_session_ends_when_idle_when_long_and_on_leaving(store: Store, now: datetime) -> None:
    with store.transaction() as transaction:
        town = settle(transaction, now)
        opened = transaction.open_session(town.li, now)
        live = transaction.session(opened.token, now + timedelta(minutes=29))
        assert live is not None
        assert (live.mediator.id, live.csrf) == (town.li, opened.csrf)
        seen = now + timedelta(minutes=29)
        assert transaction.session(opened.token, seen + timedelta(minutes=30)) is None
        for step in range(1, 25):
            alive = transaction.session(opened.token, seen + timedelta(minutes=29 * step))
            assert (alive is not None) == (29 + 29 * step < 12 * 60)
        assert transaction.session("guess", now) is None
        second = transaction.open_session(town.li, now)
        transaction.end_session(second.token)
        assert transaction.session(second.token, now) is None


def test_a_mediator_who_left_or_has_a_new_password_is_signed_out(
    store: Store, now: datetime
) -> None:
    with store.transaction() as transaction:
        town = settle(transaction, now)
        of_li, of_wang = (transaction.open_session(who, now) for who in (town.li, town.wang))
        transaction.set_mediator_active(town.li, active=False)
        transaction.set_password(town.wang, "another")
        assert transaction.session(of_li.token, now) is None
        assert transaction.session(of_wang.token, now) is None


def test_a_mediator_is_found_by_login_and_telegram_account(store: Store, now: datetime) -> None:
    with store.transaction() as transaction:
        town = settle(transaction, now)
        transaction.link_telegram(town.li, "4711")
        by_telegram = transaction.mediator_by_telegram("4711")
        assert by_telegram is not None
        assert by_telegram == transaction.mediator_by_login("li@joint_center_one")
        assert by_telegram.has_telegram
        assert transaction.mediator_by_telegram("4712") is None
        assert [m.id for m in transaction.mediators(town.organization)] == [town.li, town.wang]


def test_any_change_to_the_audit_is_found(store: Store, now: datetime) -> None:
    for number in range(5):
        with store.transaction() as transaction:
            transaction.audit("li", "read", f"case {number}", "sensitive", now)
            transaction.audit("li", "read", f"case {number}", "personal", now)
    with store.transaction() as transaction:
        assert transaction.audit_first_broken() is None
        assert [entry.field_class for entry in transaction.audit_of("case 2")] == [
            "sensitive",
            "personal",
        ]
        head = transaction.audit_head()
        assert head is not None
        assert head[0] == 10
    for harm, found in (
        ("UPDATE audit SET actor = 'wang' WHERE seq = 7", 7),
        ("DELETE FROM audit WHERE seq = 4", 5),
    ):
        with store._engine.begin() as connection:
            connection.exec_driver_sql(harm)
        with store.transaction() as transaction:
            assert transaction.audit_first_broken() == found


def test_ratings_are_counted_by_day(store: Store) -> None:
    day = date(2026, 11, 21)
    with store.transaction() as transaction:
        for useful in (True, True, False):
            transaction.rate("unpaid_wages", useful, day)
        transaction.rate("unpaid_wages", True, day - timedelta(days=40))
        assert transaction.ratings_since(day) == (
            ("unpaid_wages", False, day, 1),
            ("unpaid_wages", True, day, 2),
        )
