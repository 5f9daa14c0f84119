"""Questions after the way through a matter, and what is told in its midst: tests/dialogue/of_the_way.yaml."""

from pathlib import Path
from typing import Any

import pytest

from bot.dialogue.content import Content
from knowledge.strict_yaml import read_yaml
from tests.dialogue.test_moves import heard_last

TALKS = read_yaml(Path(__file__).parent / "of_the_way.yaml", "of_the_way.yaml").value["talks"]


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk["about"])
def test_what_is_asked_of_the_way(content: Content, talk: dict[str, Any]) -> None:
    _, heard = heard_last(content, talk["says"])
    text = "\n".join(reply.text for reply in heard.replies)
    assert [words for words in talk.get("has", ()) if words not in text] == []
    assert [words for words in talk.get("not", ()) if words in text] == []
