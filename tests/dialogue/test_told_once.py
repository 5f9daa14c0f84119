"""What was told is kept, said back, and not asked again."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk


@pytest.mark.parametrize(
    ("says", "kept"),
    [
        (("工资五月六月两个月都没没发 一个月五千二", "对的", "哦对了六月发过一千"), "5200×2－1000"),
        (("我被美团封号了 在成都武侯", "不是美团 是饿了么"), "平台饿了么"),
        (("我被美团封号了 在成都武侯", "没扣我钱 押金500还扣着不退"), "押金500元"),
        (("厂里把时薪从22块砍到18块 我在惠州博罗 干了六年了",), "干了6年"),
    ],
)
def test_it_is_said_back(says: tuple[str, ...], kept: str, content: Content) -> None:
    assert kept in Talk(content, *says).text


def test_the_day_of_a_payment_is_no_day_of_leaving(content: Content) -> None:
    talk = Talk(content, "工资五月六月两个月没发 一个月五千二", "对的", "哦对了六月发过一千")
    assert "离开" not in talk.text
