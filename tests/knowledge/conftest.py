"""The real content of the room, read and built once for these tests."""

from pathlib import Path

import pytest

from knowledge.building import build_knowledge
from knowledge.library import Knowledge
from knowledge.loading import load_sources
from knowledge.reading import read_knowledge
from knowledge.sources import Sources

ROOM = Path(__file__).resolve().parents[2] / "knowledge"


@pytest.fixture(scope="session")
def sources() -> Sources:
    """The sources as they stand; a fault in them fails the test that asks about faults."""
    return load_sources(ROOM)[0]


@pytest.fixture(scope="session")
def built(sources: Sources, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh knowledge.db."""
    target = tmp_path_factory.mktemp("build") / "knowledge.db"
    build_knowledge(sources, target)
    return target


@pytest.fixture(scope="session")
def knowledge(built: Path) -> Knowledge:
    """The knowledge as the bot reads it."""
    return read_knowledge(built)
