"""Another ending supposed, taken back; sums added up; what a message tells for a sum."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import DISMISSED, Talk


def test_another_ending_is_supposed_and_taken_back(content: Content) -> None:
    talk = Talk(content, *DISMISSED)
    before = talk.state.answers
    assert "你说过的没改" in talk.say("要是合同没到期老板就提前把我辞退呢").text
    assert "不算数" in talk.say("我就是问问").text
    assert talk.state.answers == before


def test_a_correction_withdraws_the_sum_shown(content: Content) -> None:
    talk = Talk(content, *DISMISSED)
    assert "按新的算" in talk.say("是2024年3月1号入职 我记错了").text


@pytest.mark.parametrize(
    ("says", "shown"),
    [
        (("老板欠我三个月工资", "成都新都区 月薪6000"), "18000元"),
        (("周末加班不给加班费", "昆山 底薪4350 每个月四个周六都上班 一天8小时"), "1600元"),
    ],
)
def test_what_follows_is_worked_out(content: Content, says: tuple[str, ...], shown: str) -> None:
    assert shown in Talk(content, *says).text
