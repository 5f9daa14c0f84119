"""What may be withheld at most is said as soon as enough is told for it."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk


@pytest.mark.parametrize(
    "said",
    [
        "老板扣我一半工资 说我打坏了一台机器",
        "公司说我把货弄丢了 要从工资里扣三分之二",
        "摔坏个盘子 工资全扣了 说赔他损失",
        "老板扣了我五成工资 说我做坏货",
    ],
)
def test_a_share_above_a_fifth_is_too_much(content: Content, said: str) -> None:
    assert "每月最多也只能扣20%" in Talk(content, said).text


def test_the_figures_told_are_counted(content: Content) -> None:
    talk = Talk(content, "老板扣我一半工资 说我打坏了一台机器")
    talk.say("问问问 问个屁 工资4800 扣了2400 你算得明白吗")
    assert "最多扣960元（4800元的20%）" in talk.text
    assert "至少多扣1440元" in talk.text
    assert "拿不准" not in talk.text


def test_half_of_the_wage_is_worked_out_and_not_asked(content: Content) -> None:
    talk = Talk(content, "老板扣我一半工资 说我打坏了一台机器", "工资4800")
    assert talk.state.answers["amount_claimed"].value == "2400.00"
    assert "至少多扣1440元" in talk.text
    assert "一共扣了你多少钱" not in talk.text


def test_what_the_place_leaves_is_less(content: Content) -> None:
    talk = Talk(content, "厂里说我做坏货 扣了我600 工资2700")
    assert "最低工资" in talk.text
    talk.say("在上海浦东")
    assert "余下的不能低于当地最低工资" in talk.text


def test_a_sum_within_the_limit_is_not_called_too_much(content: Content) -> None:
    assert "扣多了" not in Talk(content, "厂里说我做坏货 扣了我500 工资5200").text
    assert "20%" not in Talk(content, "公司扣了我一半的年假").text
