"""The total owed follows what is told, piece by piece."""

import pytest

from bot.dialogue.calculation import tallying
from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

ARREARS = ("老板欠我三个月工资 一个月6000", "成都武侯区")


def total(talk: Talk) -> tuple[str, str]:
    return str(talk.state.facts().get("amount_claimed")), tallying.working(talk.state)


@pytest.mark.parametrize(("says", "owed", "working"), [
    ((), "18000.00", "6000×3"),
    (("说错了，月薪5600",), "16800.00", "5600×3"),
    (("也不是三个月 是四个月",), "24000.00", "6000×4"),
    (("提成还欠3500",), "21500.00", "6000×3＋3500"),
    (("中间给过2000",), "16000.00", "6000×3－2000"),
    (("提成还欠3500", "说错了，月薪5000"), "18500.00", "5000×3＋3500"),
])  # fmt: skip
def test_the_total_follows(
    content: Content, says: tuple[str, ...], owed: str, working: str
) -> None:
    assert total(Talk(content, *ARREARS, *says)) == (owed, working)


def test_a_total_told_stands(content: Content) -> None:
    talk = Talk(content, "工地上欠我38000工钱", "合肥包河区", "中间给过2000")
    assert total(talk) == ("38000.00", "")


def test_days_at_a_rate(content: Content) -> None:
    talk = Talk(
        content, "包工头欠我们工钱不给", "成都双流", "三百二一天 做了一百四十个工 给过一万五生活费"
    )
    assert total(talk) == ("29800.00", "320×140－15000")


def test_another_total_takes_the_place_of_the_parts(content: Content) -> None:
    talk = Talk(content, *ARREARS, "提成还欠3500", "不对，一共是20000")
    assert total(talk)[0] == "20000.00"
