"""A store on SQLite and, where PostgreSQL is installed, the same on a private cluster."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from bot.cases.keys import KeyRing
from bot.cases.store.engine import READ_ONLY
from bot.cases.store.store import Store

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def cluster() -> Iterator[Path]:
    """A PostgreSQL cluster of our own, reached through a socket in its folder."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not programs:
        pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="gongyou-pg-"))
    if os.getuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        as_owner = {"user": "postgres", "group": "postgres"} if os.getuid() == 0 else {}
        command = [str(programs[-1].with_name(program)), "-D", str(data), *arguments]
        quiet = subprocess.DEVNULL
        subprocess.run(command, check=True, stdout=quiet, cwd=folder, **as_owner)  # type: ignore[call-overload]

    run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", settings, "start")
    yield folder
    run("pg_ctl", "-w", "-m", "immediate", "stop")
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def migrated(cluster: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a PostgreSQL database with all tables, to be copied: quicker than migrating."""
    folder = tmp_path_factory.mktemp("migrated")
    name = make_database(cluster, "template1")
    opened = Store.open(address(cluster, name), folder, KeyRing.open(folder / "master.key"))
    with opened._engine.begin() as connection:
        connection.execute(text("DELETE FROM keys"))
    opened.close()
    return name


def address(cluster: Path, name: str) -> str:
    return f"postgresql+psycopg://postgres@/{name}?host={cluster}"


def make_database(cluster: Path, template: str) -> str:
    name = f"t{os.urandom(6).hex()}"
    admin = create_engine(address(cluster, "postgres"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        copied = f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy"
        connection.execute(text(copied))
    admin.dispose()
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def database(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if backend == "sqlite":
        return f"sqlite:///{tmp_path / 'cases.db'}"
    cluster = request.getfixturevalue("cluster")
    return address(cluster, make_database(cluster, "template1"))


@pytest.fixture
def keys(tmp_path: Path) -> KeyRing:
    return KeyRing.open(tmp_path / "elsewhere" / "master.key")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(
    backend: str, request: pytest.FixtureRequest, data: Path, keys: KeyRing
) -> Iterator[Store]:
    url = ""
    if backend == "postgresql":
        cluster = request.getfixturevalue("cluster")
        url = address(cluster, make_database(cluster, request.getfixturevalue("migrated")))
    opened = Store.open(url, data, keys)
    yield opened
    opened.close()


@pytest.fixture
def look(store: Store) -> Callable[[str], list[tuple[Any, ...]]]:
    """Read the database behind the store's back."""

    def read(statement: str) -> list[tuple[Any, ...]]:
        with store._engine.connect() as connection:
            connection = connection.execution_options(**{READ_ONLY: True})
            return [tuple(row) for row in connection.execute(text(statement))]

    return read
