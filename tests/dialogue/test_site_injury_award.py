"""Sites, injuries at work, awards that are not paid: tests/dialogue/site_injury_award.yaml."""

from pathlib import Path
from typing import Any

import pytest

from bot.dialogue.content import Content
from knowledge.strict_yaml import read_yaml
from tests.dialogue.test_moves import heard_last

FILE = "site_injury_award.yaml"
TALKS = read_yaml(Path(__file__).parent / FILE, FILE).value["talks"]


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk["about"])
def test_it_is_met(content: Content, talk: dict[str, Any]) -> None:
    _, heard = heard_last(content, talk["says"])
    text = "\n".join(reply.text for reply in heard.replies)
    assert [words for words in talk.get("has", ()) if words not in text] == []
    assert [words for words in talk.get("not", ()) if words in text] == []
