"""What was told is put right in any words: the last value named counts, whatever is being asked."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

OWED = "老板欠我工资8600 在成都新都"
DISMISSED = "我被公司辞退了 2026年9月3号走的 2022年3月1号进厂 月薪6000 在东莞长安"


@pytest.mark.parametrize(
    ("told", "said", "key", "value"),
    [
        ("老板欠我7600工资", "钱不对 是7900", "amount_claimed", "7900.00"),
        ("老板欠我7600工资", "工资不对 是7900", "amount_claimed", "7900.00"),
        ("老板欠我7600工资", "弄错咯应该系7900", "amount_claimed", "7900.00"),
        ("老板欠我7600工资", "我说快了 是六千七不是七千六", "amount_claimed", "6700.00"),
        (OWED, "嗯 8600我算错了 是9200", "amount_claimed", "9200.00"),
        (OWED, "对的 就是金额应该是8900", "amount_claimed", "8900.00"),
        (OWED, "你搞错了吧 我说的是一万八", "amount_claimed", "18000.00"),
        (OWED, "那个数我报错了嗯应该是八千九百六", "amount_claimed", "8960.00"),
        (OWED + " 月薪4300", "嗯对 就是月薪是4800", "monthly_wage", "4800.00"),
        (OWED, "哎呀不是新都 武侯的", "region", "510107"),
        (DISMISSED, "等下 入职说错了 是2021年3月1号", "employed_from", "2021-03-01"),
        (DISMISSED, "搞错了 9月30号走的", "employed_to", "2026-09-30"),
        (DISMISSED, "没错 但是离职是9月20号", "employed_to", "2026-09-20"),
    ],
)
def test_the_last_value_named_replaces_the_old_one(
    content: Content, told: str, said: str, key: str, value: str
) -> None:
    talk = Talk(content, told, said)
    assert talk.state.answers[key].value == value
    assert "改好了" in talk.text


def test_several_facts_are_put_right_at_once_and_sums_are_counted_anew(content: Content) -> None:
    talk = Talk(content, "公司没签合同 2026年1月5号进的 月薪5000 在昆山 还在干", "我能要多少")
    talk.say("看错了 进厂是2月5号 工资是5200")
    assert talk.state.answers["employed_from"].value == "2026-02-05"
    assert talk.state.answers["monthly_wage"].value == "5200.00"
    assert "前面算的作废" in talk.text


def test_a_last_day_put_right_moves_the_limit(content: Content) -> None:
    talk = Talk(content, DISMISSED, "搞错了 9月30号走的")
    assert talk.state.answers["event_date"].value == "2026-09-30"
    assert "2027年9月30日" in talk.text


def test_a_yes_with_a_but_puts_right_what_was_to_be_confirmed(content: Content) -> None:
    talk = Talk(content, "包工头欠我工钱一共两万三千四今年八月做完的在双流那边工地上然后钱一直没给")
    talk.say("对的对的哦不过是两万四千三我刚才说反了")
    assert talk.state.answers["amount_claimed"].value == "24300.00"
    assert "改好了：一共24300元" in talk.text
    assert "对吗" not in talk.text


@pytest.mark.parametrize(
    "said",
    ["公司把我工资算错了 少发了500", "会计说我数错了 只有8000", "是不是我算错了 8000吗"],
)
def test_the_mistake_of_others_puts_nothing_right(content: Content, said: str) -> None:
    assert Talk(content, OWED, said).state.answers["amount_claimed"].value == "8600.00"


def test_a_day_told_anew_stays_in_its_month(content: Content) -> None:
    talk = Talk(content, "我上班摔断了腿 在徐州鼓楼区", "上个月16号夜里 不对 过了12点了算17号")
    assert talk.state.answers["event_date"].value == "2026-10-17"
