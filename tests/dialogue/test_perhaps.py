"""A question that no answer surely meets: what may be meant is said in short and offered, and pressed it is answered."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

LOST_BADGE = "我走的那天把工牌弄丢了 这个会不会影响我要钱呀"


@pytest.fixture
def talk(content: Content) -> Talk:
    return Talk(content, "奶茶店欠我两个月工资 一个月4200 在长沙岳麓", LOST_BADGE)


def test_what_may_be_meant_is_offered(talk: Talk) -> None:
    assert "你问的要是" in talk.text
    assert any(id.startswith("any:card:") for id in talk.buttons.values())


def test_the_button_answers_and_the_talk_goes_on(talk: Talk) -> None:
    asked = talk.text.split("\n")[-2:]
    label = next(label for label, id in talk.buttons.items() if id.startswith("any:card:"))
    talk.press(label)
    assert "依据" in talk.text
    assert talk.text.split("\n")[-2:] == asked


def test_a_button_of_nothing_is_stale(talk: Talk) -> None:
    talk.press("any:card:no_such_answer")
    assert "依据" not in talk.text
