"""Sums asked for in the middle of a matter, and who is about to give in: tests/dialogue/sums_asked.yaml."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.channels.rehearsal import Rehearsal
from bot.dialogue.content import Content
from bot.dialogue.messages import Text
from knowledge.strict_yaml import read_yaml
from tests.conftest import NOW

FILE = Path(__file__).with_name("sums_asked.yaml")
TALKS = read_yaml(FILE, FILE.name).value["talks"]


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk["about"])
def test_a_sum_asked_for(content: Content, talk: dict[str, Any]) -> None:
    rehearsal = Rehearsal(content, "sums")
    for number, text in enumerate(talk["says"]):
        heard = rehearsal.hear(Text(text), NOW + timedelta(minutes=number))
    said = "\n".join(reply.text for reply in heard.replies)
    assert [words for words in talk.get("has", ()) if words not in said] == []
    assert [words for words in talk.get("not", ()) if words in said] == []
