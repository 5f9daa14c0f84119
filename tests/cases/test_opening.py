"""Opening the store: what goes wrong is said in one sentence that names the setting."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from bot.cases.errors import Conflict, KeyFileError, StoreError
from bot.cases.keys import KeyRing
from bot.cases.staff import NewOrganization
from bot.cases.store.migrations.upgrading import configuration
from bot.cases.store.store import Store
from bot.cases.store.tables import VERSION, metadata

ROOT = Path(__file__).parents[2]


def test_migrations_make_exactly_the_tables(database: str, data: Path, keys: KeyRing) -> None:
    store = Store.open(database, data, keys)
    with store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    store.close()
    script = ScriptDirectory.from_config(configuration())
    assert script.get_current_head() == VERSION


def test_a_second_opening_finds_everything_and_migrates_nothing(
    database: str, data: Path, keys: KeyRing, now: datetime
) -> None:
    first = Store.open(database, data, keys)
    with first.transaction() as transaction:
        kept = transaction.open_conversation("web", "visitor", now)
    first.close()
    second = Store.open(database, data, KeyRing.open(keys.path))
    second.check()
    with second.transaction() as transaction:
        assert transaction.open_conversation("web", "visitor", now) == kept
    second.close()


def test_a_normal_start_needs_no_alembic(data: Path, keys: KeyRing) -> None:
    Store.open("", data, keys).close()
    program = (
        "import sys; from pathlib import Path; from bot.cases.keys import KeyRing;"
        "from bot.cases.store.store import Store;"
        f"Store.open('', Path({str(data)!r}), KeyRing.open(Path({str(keys.path)!r}))).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)


def test_another_key_file_is_refused(database: str, data: Path, keys: KeyRing) -> None:
    Store.open(database, data, keys).close()
    other = KeyRing.open(data / "other.key")
    with pytest.raises(KeyFileError, match="GONGYOU_MASTER_KEY_FILE: there is no key file"):
        Store.open(database, data, other)
    assert not other.path.exists()
    other.save()
    with pytest.raises(
        KeyFileError, match=r"GONGYOU_MASTER_KEY_FILE: the key in .* is not the one"
    ):
        Store.open(database, data, KeyRing.open(other.path))


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_several_processes_may_make_a_postgresql_database_at_once(
    database: str, data: Path, keys: KeyRing
) -> None:
    rings = [KeyRing.open(keys.path) for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        stores = list(threads.map(lambda ring: Store.open(database, data, ring), rings))
    assert len({ring.blind_index("sender", "x") for ring in rings}) == 1
    for store in stores:
        store.check()
        store.close()


def test_a_second_process_on_one_sqlite_file_is_refused(data: Path, keys: KeyRing) -> None:
    store = Store.open("", data, keys)
    program = (
        "from pathlib import Path; from bot.cases.keys import KeyRing;"
        "from bot.cases.store.store import Store;"
        f"Store.open('', Path({str(data)!r}), KeyRing.open(Path({str(keys.path)!r})))"
    )
    second = subprocess.run(
        [sys.executable, "-c", program], check=False, cwd=ROOT, capture_output=True, text=True
    )
    assert second.returncode == 1
    assert "another process is already using" in second.stderr
    assert "DATABASE_URL" in second.stderr
    store.close()
    Store.open("", data, keys).close()


@pytest.mark.parametrize(
    "setting",
    [
        "no address",
        "mysql://u:secret@h/d",
        "sqlite://",
        "postgresql://u:secret@",
        "postgresql://u:secret@127.0.0.1:1/d",
        "sqlite:////proc/none/cases.db",
    ],
)
def test_a_wrong_address_is_named_without_its_password(
    setting: str, data: Path, keys: KeyRing
) -> None:
    with pytest.raises(StoreError, match="DATABASE_URL") as refused:
        Store.open(setting, data, keys)
    assert "secret" not in str(refused.value)
    assert not keys.path.exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, keys: KeyRing) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="GONGYOU_DATA"):
        Store.open("", tmp_path / "file" / "data", keys)


def test_a_damaged_database_is_never_replaced(data: Path, keys: KeyRing) -> None:
    data.mkdir()
    path = data / "gongyou.db"
    path.write_bytes(b"not a database at all" * 500)
    with pytest.raises(StoreError, match=r"DATABASE_URL.*not a database"):
        Store.open("", data, keys)
    assert path.read_bytes().startswith(b"not a database")


def test_a_database_of_a_newer_program_is_left_alone(
    database: str, data: Path, keys: KeyRing
) -> None:
    store = Store.open(database, data, keys)
    with store._engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(StoreError, match="newer program"):
        Store.open(database, data, keys)


def test_sqlite_is_set_to_lose_nothing(data: Path, keys: KeyRing) -> None:
    store = Store.open("", data, keys)
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    with store._engine.connect() as connection:
        for pragma, value in wanted.items():
            assert connection.execute(text(f"PRAGMA {pragma}")).scalar() == value
    store.close()


def test_kill_in_the_middle_of_a_transaction_leaves_nothing_of_it(
    data: Path, keys: KeyRing, now: datetime
) -> None:
    program = f"""
from pathlib import Path
from datetime import UTC, datetime
from bot.cases.keys import KeyRing
from bot.cases.store.store import Store
now = datetime(2026, 11, 21, tzinfo=UTC)
store = Store.open("", Path({str(data)!r}), KeyRing.open(Path({str(keys.path)!r})))
with store.transaction() as transaction:
    transaction.accept_update("telegram", "first", now)
    transaction.open_conversation("telegram", "worker", now)
with store.transaction() as transaction:
    transaction.accept_update("telegram", "second", now)
    talk = transaction.open_conversation("telegram", "worker", now)
    transaction.append_transcript(talk.id, "worker", {{"text": "x" * 500000}}, now)
    print("inside", flush=True)
    input()
"""
    with subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"inside\n"
        process.send_signal(signal.SIGKILL)
    store = Store.open("", data, KeyRing.open(keys.path))
    with store.transaction() as transaction:
        assert not transaction.accept_update("telegram", "first", now)
        assert transaction.accept_update("telegram", "second", now)
        talk = transaction.open_conversation("telegram", "worker", now)
        assert transaction.transcript(talk.id) == ()
    store.close()
    with sqlite3.connect(data / "gongyou.db") as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    raw.close()


def test_an_exception_undoes_the_transaction_and_transactions_do_not_nest(
    store: Store, now: datetime, look: Callable[[str], list[tuple[Any, ...]]]
) -> None:
    def fail() -> None:
        with store.transaction() as transaction:
            transaction.accept_update("telegram", "1", now)
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert look("SELECT count(*) FROM inbox") == [(0,)]
    with store.transaction() as transaction:
        assert transaction.accept_update("telegram", "1", now)
        if store._place is not None:
            with pytest.raises(RuntimeError, match="inside another"), store.transaction():
                pass


def test_the_same_organization_twice_is_a_conflict(store: Store) -> None:
    new = NewOrganization("one", "joint_center", "town", "330106", id="one")
    with store.transaction() as transaction:
        transaction.add_organization(new)
    with pytest.raises(Conflict), store.transaction() as transaction:
        transaction.add_organization(new)
