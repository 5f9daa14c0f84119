"""What is said beside the matter, and words that only sound of something: tests/dialogue/said_beside.yaml."""

from pathlib import Path
from typing import Any

import pytest

from bot.dialogue.content import Content
from knowledge.strict_yaml import read_yaml
from tests.dialogue.test_moves import heard_last

TALKS = read_yaml(Path(__file__).parent / "said_beside.yaml", "said_beside.yaml").value["talks"]


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk["about"])
def test_what_is_said_beside(content: Content, talk: dict[str, Any]) -> None:
    _, heard = heard_last(content, talk["says"])
    text = "\n".join(reply.text for reply in heard.replies)
    assert [words for words in talk.get("has", ()) if words not in text] == []
    assert [words for words in talk.get("not", ()) if words in text] == []


@pytest.mark.parametrize(
    ("said", "kinds", "left"),
    [
        ("你是谁 工资没发", ("about_me",), ["工资没发"]),
        ("谢谢 工资没发", (), ["谢谢", "工资没发"]),
        ("谢谢，心里踏实了", ("calmer", "thanks"), []),
        ("公司不会给我工资", (), ["公司不会给我工资"]),
        ("老板叫我先别报警", (), ["老板叫我先别报警"]),
        ("这个谁管", (), ["这个谁管"]),
        ("好", (), ["好"]),
    ],
)
def test_the_clauses_said_beside(
    content: Content, said: str, kinds: tuple[str, ...], left: list[str]
) -> None:
    told, spans = content.intents.courtesies.apart(said)
    assert told == kinds
    assert [said[slice(*span)] for span in spans] == left
