"""The invented matters, and what a worker fills in for them."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.dialogue.content import Content, Scene
from bot.documents.template_files import templates
from bot.matter import Matter
from knowledge.strict_yaml import read_yaml

DAY = date(2026, 11, 22)
NAMES = {
    "worker_name": "㛃𠮷䶮",
    "id_number": "000000199001010000",
    "phone": "138 0000 0000",
    "home_address": "某某省某某市喆镕路1号",
}


@dataclass(frozen=True)
class Desk:
    """The matters by id, in a scene."""

    scene: Scene
    matters: dict[str, Matter]


@pytest.fixture(scope="session")
def desk(content: Content) -> Desk:
    """The three matters on a fixed day."""
    raw: list[dict[str, Any]] = read_yaml(Path(__file__).with_name("matters.yaml"), "matters").value
    matters = {
        row["id"]: Matter(row["kind"], row["facts"], row["story"], row["number"]) for row in raw
    }
    return Desk(Scene(content, DAY), matters)


def everything() -> dict[str, str]:
    """Every field filled in."""
    return {**{id: f"填好的{at}" for at, id in enumerate(templates().fields)}, **NAMES}
