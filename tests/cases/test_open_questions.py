"""Questions not answered well, and what was wrong with answers; reading beside the writer."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command

from bot.cases.errors import KeyFileError, NotKept, StoreError, StoreUnavailable
from bot.cases.keys import KeyRing
from bot.cases.open_questions import OpenQuestion
from bot.cases.store.engine import make_engine, resolved_url
from bot.cases.store.migrations.upgrading import configuration
from bot.cases.store.store import Store
from tests.cases.people import follow, wage_case

DAY = timedelta(days=1)


def ask(store: Store, sender: str, asked: str, at: datetime) -> OpenQuestion:
    with store.transaction() as transaction:
        talk = transaction.open_conversation("web", sender, at).id
        question = OpenQuestion(talk, asked, "useless", "unpaid_wages", at)
        transaction.note_question(question)
    return question


def test_questions_come_back_newest_first_as_long_as_their_conversation(
    store: Store, now: datetime
) -> None:
    first = ask(store, "one", "加班费怎么算", now - 2 * DAY)
    second = ask(store, "two", "孩子上学怎么办", now)
    with store.transaction() as transaction:
        assert transaction.open_questions_since(now - 3 * DAY, 10) == (second, first)
        assert transaction.open_questions_since(now - 3 * DAY, 1) == (second,)
        assert transaction.open_questions_since(now - DAY, 10) == (second,)
        transaction.erase_conversation(second.conversation_id, now)
        assert transaction.open_questions_since(now - 3 * DAY, 10) == (first,)
        with pytest.raises(NotKept):
            transaction.note_question(second)


def test_what_was_wrong_is_counted_by_day(store: Store) -> None:
    day = date(2026, 11, 21)
    with store.transaction() as transaction:
        for reason in ("hard", "wrong", "hard"):
            transaction.explain_rating("unpaid_wages", reason, day)
        transaction.explain_rating("unpaid_wages", "hard", day - 40 * DAY)
        assert transaction.rating_reasons_since(day) == (
            ("unpaid_wages", "hard", day, 2),
            ("unpaid_wages", "wrong", day, 1),
        )


def test_a_database_of_the_first_version_keeps_everything(
    database: str, data: Path, keys: KeyRing, now: datetime
) -> None:
    data.mkdir()
    engine = make_engine(resolved_url(database, data))
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "0001")
    old = Store(engine, data, keys, None)
    old._check_master_key()
    with old.transaction() as transaction:
        talk, opened = follow(transaction, "worker", wage_case(story="三个月没发"), now)
        transaction.save_state(talk, "{}", now)
        transaction.rate("unpaid_wages", False, now.date())
    with pytest.raises(StoreError, match="version 0001"):
        Store.open_to_read(database, data, keys)
    old.close()
    new = Store.open(database, data, keys)
    question = ask(new, "worker", "还有救吗", now)
    with new.transaction() as transaction:
        case = transaction.case(opened.case_id)
        assert case is not None
        assert case.story == "三个月没发"
        assert transaction.ratings_since(now.date()) == (("unpaid_wages", False, now.date(), 1),)
        assert transaction.open_questions_since(now, 10) == (question,)
    new.close()


def test_reading_goes_on_beside_the_one_that_writes_and_changes_nothing(
    database: str, data: Path, keys: KeyRing, now: datetime
) -> None:
    writer = Store.open(database, data, keys)
    question = ask(writer, "one", "加班费怎么算", now)
    reader = Store.open_to_read(database, data, KeyRing.open(keys.path))
    with reader.transaction() as transaction:
        assert transaction.open_questions_since(now, 10) == (question,)
        ask(writer, "two", "试用期多久", now)
    with pytest.raises((StoreUnavailable, StoreError)):
        ask(reader, "three", "写不进去", now)
    with reader.transaction() as transaction:
        assert len(transaction.open_questions_since(now, 10)) == 2
    reader.close()
    writer.close()
    other = KeyRing.open(data / "other.key")
    with pytest.raises(KeyFileError, match="GONGYOU_MASTER_KEY_FILE"):
        Store.open_to_read(database, data, other)
    assert not other.path.exists()


def test_reading_makes_no_database(data: Path, keys: KeyRing) -> None:
    with pytest.raises(StoreError, match="DATABASE_URL: there is no database"):
        Store.open_to_read("", data, keys)
    assert not data.exists()
