"""Opening the database: its address, its settings, its one writer, its version."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from bot.cases.errors import StoreError
from bot.cases.store.storable import from_json, to_json
from bot.cases.store.tables import VERSION

READ_ONLY = "gongyou_read_only"
_PRAGMAS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)
_MIGRATION_LOCK = 0x476F6E67796F75


def resolved_url(setting: str, data: Path) -> URL:
    """The address meant by DATABASE_URL; empty is a SQLite file in the data folder."""
    if not setting:
        return URL.create("sqlite", database=str(data / "gongyou.db"))
    try:
        url = make_url(setting)
    except ArgumentError:
        # The setting may hold a password, so it is not repeated.
        raise StoreError("DATABASE_URL can't be read as an address; " + _FORMS) from None
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    is_file = url.drivername == "sqlite" and url.database not in (None, "", ":memory:")
    if not is_file and url.drivername != "postgresql+psycopg":
        raise StoreError("DATABASE_URL names a database we don't keep cases in; " + _FORMS)
    return url


_FORMS = "use sqlite:///FOLDER/gongyou.db or postgresql+psycopg://USER:PASSWORD@HOST/NAME."


def make_engine(url: URL) -> Engine:
    """An engine whose transactions behave as the store expects."""
    if url.drivername == "sqlite":
        engine = create_engine(url, json_serializer=to_json, json_deserializer=from_json)
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(
        url,
        json_serializer=to_json,
        json_deserializer=from_json,
        pool_pre_ping=True,
        pool_size=10,
        max_overflow=10,
        connect_args={"connect_timeout": 10},
    )


def make_reading_engine(url: URL) -> Engine:
    """An engine that only reads, also beside the process that writes.

    Raises StoreError when there is no SQLite file: connecting would make one.
    """
    if url.drivername == "sqlite" and not Path(str(url.database)).exists():
        raise StoreError(
            f"DATABASE_URL: there is no database at {url.database} yet; "
            "start the server and let somebody ask something first."
        )
    engine = make_engine(url)
    if url.drivername == "sqlite":
        event.listen(engine, "connect", _refuse_writing)
    return engine.execution_options(**{READ_ONLY: True, "postgresql_readonly": True})


def lock_for_writing(url: URL) -> sqlite3.Connection | None:
    """Take the one writer's place beside a SQLite file, until the connection is closed.

    An exclusive transaction on a small file of its own: it works on every system and ends with
    the process, however it ends. None on PostgreSQL. Raises StoreError when the place is taken.
    """
    if url.drivername != "sqlite":
        return None
    lock = sqlite3.connect(
        f"{url.database}.lock", timeout=0, isolation_level=None, check_same_thread=False
    )
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        if "locked" not in str(error):
            raise
        raise StoreError(
            f"another process is already using {url.database}; stop it, or set DATABASE_URL "
            "to a PostgreSQL database, which takes many processes."
        ) from None
    return lock


def bring_up_to_date(engine: Engine) -> None:
    """Run the migrations when the version in the database is not the one of this code."""
    with engine.connect() as connection:
        found = _version(connection)
    if found == VERSION:
        return
    if found is not None and found > VERSION:
        raise StoreError(
            f"DATABASE_URL: the database is of version {found}, made by a newer program than this "
            f"one ({VERSION}); install that one."
        )
    from bot.cases.store.migrations.upgrading import upgrade  # a normal start needs no alembic

    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})"))
        if _version(connection) != VERSION:
            upgrade(connection)


def _version(connection: Connection) -> str | None:
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


@contextlib.contextmanager
def opening(url: URL) -> Iterator[None]:
    """Say what went wrong while opening in one sentence that names the setting."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        cause = getattr(error, "orig", None) or error
        shown = url.render_as_string(hide_password=True)
        reason = (str(cause).strip() or type(cause).__name__).splitlines()[0]
        if url.password:
            reason = reason.replace(str(url.password), "***")
        raise StoreError(f"DATABASE_URL: {shown} can't be opened: {reason}") from None


def error_code(error: SQLAlchemyError) -> str:
    """A code for logs: the class of the driver's error, never its text, which may quote values."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    return type(cause).__name__


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    # The driver must not begin transactions by itself: ours begin in _begin_sqlite.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _refuse_writing(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA query_only = ON").close()


def _begin_sqlite(connection: Connection) -> None:
    read_only = connection.get_execution_options().get(READ_ONLY, False)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")
