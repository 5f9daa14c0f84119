"""What most tests need: the real content, built once, and a real store on a fresh folder."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from bot.bell import Bell
from bot.cases.keys import KeyRing
from bot.cases.store.store import Store
from bot.casework import Casework
from bot.conversation import Conversations
from bot.dialogue.content import Content
from bot.operations.builds import ensure_build, read_build

settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")
"""Tests don't time: a busy machine is no fault."""

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
"""Ten in the morning in China."""
BUILT_ON = date(2026, 11, 30)
"""The day content is built on in tests: not before its newest review, not past its oldest term."""


@pytest.fixture(scope="session")
def build_cache() -> Path:
    """Where builds are kept between test runs; a change of the sources makes a new one."""
    folder = Path(tempfile.gettempdir()) / "gongyou-test-builds"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def content(build_cache: Path) -> Content:
    """The product's own content."""
    return read_build(ensure_build(build_cache, BUILT_ON, print, strict=True))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty SQLite store."""
    opened = Store.open(
        f"sqlite:///{tmp_path / 'gongyou.db'}", tmp_path, KeyRing.open(tmp_path / "master.key")
    )
    yield opened
    opened.close()


@pytest.fixture
def bell() -> Bell:
    """A bell of its own."""
    return Bell()


@pytest.fixture
def conversations(store: Store, content: Content, bell: Bell) -> Conversations:
    """The worker's side over the real store."""
    return Conversations(store, lambda: content, bell)


@pytest.fixture
def casework(store: Store, content: Content, bell: Bell) -> Casework:
    """The mediators' side over the real store."""
    return Casework(store, lambda: content, bell)
