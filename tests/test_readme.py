"""What the README claims is so: its map, its diagram, its commands."""

import re

import pytest

from bot.operations.build_files import ROOT
from bot.operations.command_line import run
from bot.operations.settings import Settings
from tests import stage_diagram

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_map_names_every_room_and_no_other() -> None:
    block = README.split("## The rooms")[1].split("```")[1]
    top = set(re.findall(r"^(\w+)/", block, re.MULTILINE))
    inside_bot = set(re.findall(r"^  (\w+)/", block, re.MULTILINE))
    assert top == {"knowledge", "intents", "bot", "tests"}
    rooms = {path.parent.name for path in (ROOT / "bot").glob("*/__init__.py")}
    assert inside_bot == rooms


def test_the_picture_is_there() -> None:
    for path in re.findall(r"!\[[^]]*\]\(([^)]+)\)", README):
        assert (ROOT / path).is_file()


@pytest.mark.parametrize("room", ["knowledge", "intents", "bot", "bot/dialogue", "tests"])
def test_every_room_has_a_page(room: str) -> None:
    assert (ROOT / room / "README.md").is_file()


def test_the_diagram_is_that_of_the_table() -> None:
    text = stage_diagram.README.read_text(encoding="utf-8")
    assert stage_diagram.redrawn(text) == text


@pytest.mark.parametrize("verb", [
    "serve", "terminal", "explain", "explain-law", "impact", "import", "batch", "check", "build",
    "organization", "mediator", "gaps", "demo",
])  # fmt: skip
def test_every_verb_helps(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert verb in README
    with pytest.raises(SystemExit) as ended:
        run([verb, "--help"])
    assert ended.value.code == 0
    assert "usage: main.py" in capsys.readouterr().out


def test_every_variable_named_is_a_setting() -> None:
    named = set(re.findall(r"`(TELEGRAM_[A-Z_]+|GONGYOU_[A-Z_]+|DATABASE_URL)`", README))
    settings = {str(field.validation_alias) for field in Settings.model_fields.values()}
    assert named
    assert named <= settings
