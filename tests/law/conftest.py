"""The real knowledge of the law, built without what recognizes messages."""

from pathlib import Path

import pytest

from knowledge.building import build_knowledge
from knowledge.library import Knowledge
from knowledge.loading import load_sources
from knowledge.reading import read_knowledge

ROOM = Path(__file__).resolve().parents[2] / "knowledge"


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The knowledge as the bot reads it."""
    target = tmp_path_factory.mktemp("law") / "knowledge.db"
    build_knowledge(load_sources(ROOM)[0], target)
    return read_knowledge(target)
