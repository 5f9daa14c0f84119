"""The store: opened once a process, used through transactions."""

import contextlib
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, select, text
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.cases.errors import Conflict, StoreError, StoreUnavailable
from bot.cases.keys import KeyRing
from bot.cases.store.engine import (
    READ_ONLY,
    bring_up_to_date,
    error_code,
    lock_for_writing,
    make_engine,
    make_reading_engine,
    opening,
    resolved_url,
)
from bot.cases.store.erasure import CHECK_KEY
from bot.cases.store.inserting import insert_if_new
from bot.cases.store.outbox import release_leases
from bot.cases.store.tables import VERSION
from bot.cases.store.tables import keys as key_rows
from bot.cases.store.transaction import Transaction

_CHECK_ROW = select(key_rows.c.wrapped).where(key_rows.c.id == CHECK_KEY)


class Store:
    """All that is kept. Safe to use from many threads; on SQLite their transactions take turns."""

    def __init__(
        self, engine: Engine, data: Path, keys: KeyRing, place: sqlite3.Connection | None
    ) -> None:
        self._engine = engine
        self._data = data
        self._keys = keys
        self._place = place
        self._turn = threading.Lock()
        self._patience = 30.0  # seconds to wait for the turn
        self._holder: int | None = None

    @classmethod
    def open(cls, database_url: str, data: Path, keys: KeyRing) -> "Store":
        """Open or make the database. Raises StoreError with one sentence for the operator."""
        _prepare_folder(data)
        url = resolved_url(database_url, data)
        with opening(url):
            place = lock_for_writing(url)
            engine = make_engine(url)
        store = cls(engine, data, keys, place)
        try:
            with opening(url):
                bring_up_to_date(engine)
                store._check_master_key()
                store._take_over()
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def open_to_read(cls, database_url: str, data: Path, keys: KeyRing) -> "Store":
        """Open beside the process that writes: nothing is made, migrated, locked or changed.

        Raises StoreError with one sentence for the operator, also where there is nothing yet.
        """
        url = resolved_url(database_url, data)
        with opening(url):
            store = cls(make_reading_engine(url), data, keys, None)
        try:
            store.check()
            with opening(url), store._engine.begin() as connection:
                wrapped = connection.execute(_CHECK_ROW).scalar()
            if wrapped is not None:
                keys.unwrap(CHECK_KEY, wrapped)
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let the database go."""
        self._engine.dispose()
        if self._place is not None:
            self._place.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """One database transaction: committed at the end, rolled back on any exception.

        Raises StoreUnavailable when the database is locked, full or away. Does not nest.
        """
        with self._taking_turns(), _said_plainly():
            with self._engine.begin() as connection:
                work = Transaction(connection, self._keys, self._data)
                try:
                    yield work
                    work.before_commit()
                except BaseException:
                    work.roll_back_files()
                    raise
            # A commit that fails may have happened all the same, so its files stay for the sweep.
            self._after_commit(work)

    def sign(self, purpose: str, content: bytes) -> str:
        """Hex HMAC under the master key, for that purpose alone."""
        return self._keys.sign(purpose, content).hex()

    def check(self) -> None:
        """Raise StoreError unless the database answers and has the right version."""
        with _said_plainly(), self._engine.connect() as connection:
            quiet = connection.execution_options(**{READ_ONLY: True})
            found = quiet.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if found != VERSION:
            raise StoreError(f"DATABASE_URL: the database is of version {found}, not {VERSION}.")

    def _after_commit(self, work: Transaction) -> None:
        work.after_commit()
        if work.has_erased and self._place is not None:
            # Deleted bytes are overwritten in the file only once the log is folded into it.
            with self._engine.connect() as connection:
                raw = connection.connection.driver_connection
                assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - _place is SQLite's
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextlib.contextmanager
    def _taking_turns(self) -> Iterator[None]:
        if self._place is None:
            yield
            return
        if self._holder == threading.get_ident():
            raise RuntimeError("a transaction was begun inside another one of the same thread")
        if not self._turn.acquire(timeout=self._patience):
            raise StoreUnavailable("the database is busy")
        self._holder = threading.get_ident()
        try:
            yield
        finally:
            self._holder = None
            self._turn.release()

    def _take_over(self) -> None:
        """The only writer begins anew: what the one before it had claimed is delivered now."""
        if self._place is not None:
            with self._engine.begin() as connection:
                release_leases(connection)

    def _check_master_key(self) -> None:
        with self._engine.begin() as connection:
            wrapped = connection.execute(_CHECK_ROW).scalar()
            if wrapped is None or self._keys.path.exists():
                self._keys.save()
            if wrapped is None:
                _, wrapped = self._keys.new_data_key(CHECK_KEY)
                row = {"id": CHECK_KEY, "wrapped": wrapped, "created_at": datetime.now(UTC)}
                insert_if_new(connection, key_rows, row)
                wrapped = connection.execute(_CHECK_ROW).scalar_one()
            self._keys.unwrap(CHECK_KEY, wrapped)


def _prepare_folder(data: Path) -> None:
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=data) as probe:
            probe.write(b"probe")
    except OSError as error:
        raise StoreError(
            f"GONGYOU_DATA: {data} can't be written to ({error.strerror}); "
            "name a folder this process may write to."
        ) from None


@contextlib.contextmanager
def _said_plainly() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise Conflict(f"the database refused a row ({error_code(error)})") from None
    except (OperationalError, InterfaceError, PoolTimeout) as error:
        raise StoreUnavailable(f"the database did not answer ({error_code(error)})") from None
    except SQLAlchemyError as error:
        raise StoreError(f"the database refused ({error_code(error)})") from None
