"""A length of service that goes against the first day told is never passed over in silence."""

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

TOLD = ("前几天主管叫我明天不用来了", "五金厂 永康的 干了5年多", "一个月7200")
CLASH = (*TOLD, "2026年10月进厂 最后一天是2026年11月13号")


def test_a_day_that_goes_against_the_length_told_is_asked_once_more(content: Content) -> None:
    talk = Talk(content, *CLASH)
    assert "你说干了5年，可按入职2026年10月算才1个月" in talk.text
    assert "7200元\n" not in talk.text
    talk.say("打错了 是2021年3月")
    assert talk.state.answers["employed_from"].value == "2021-03"
    assert "86400元" in talk.text


def test_a_yes_lets_it_stand_and_the_sum_says_by_which_it_counts(content: Content) -> None:
    talk = Talk(content, *CLASH, "对的")
    assert talk.state.answers["employed_from"].value == "2026-10"
    assert "这里按入职2026年10月算" in talk.say("那我能拿多少").text


def test_it_is_asked_in_a_calculation_too(content: Content) -> None:
    talk = Talk(content, "公司辞退我 干了8年 月薪6000 昨天通知的", "帮我算算", "2025年3月")
    assert "你说干了8年" in talk.text
    assert "108000元" not in talk.text
    assert "96000元" in talk.say("2018年11月").text


def test_the_length_told_is_enough_for_an_estimate(content: Content) -> None:
    talk = Talk(content, "公司辞退我 干了8年 月薪6000 昨天通知的 在昆山", "能赔多少")
    assert "按你说的干了8年" in talk.text
    assert "96000元" in talk.text


def test_a_length_that_agrees_is_not_doubted(content: Content) -> None:
    talk = Talk(
        content, "老板把我开了 我在厂里干了十年 2016年2月入职的 月薪5000 上个月30号走的 能要多少"
    )
    assert "先对一下" not in talk.text
    assert "110000元" in talk.text
