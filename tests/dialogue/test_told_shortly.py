"""Short parts, ranges and months of pay: heard, said back, and nothing made of them that was not said."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

DISMISSED, OWED = "老板把我辞了", "老板欠我工资"


@pytest.mark.parametrize(
    ("says", "kept"),
    [
        (
            (DISMISSED, "常州武进 五年 四十七 三千六 十一个钟头"),
            "干了5年，年龄47岁，还有“十一个钟头”",
        ),
        ((DISMISSED, "南京 软件外包 测试 三年一个月 11k"), "月工资11000元，干了3年零1个月"),
        ((DISMISSED, "一个月六七千 旺季八九千"), "月工资6000元（你说“六七千”，先按低的算）"),
        ((DISMISSED, "底薪2360 加班多的时候七千 少的时候五千"), "月工资5000元"),
        ((DISMISSED, "做得多能拿八千 做得少五千出头"), "月工资5000元（你说"),
        (("年假不给休", "工龄累计13年 现公司4年半"), "干了4.5年，一共工作13年"),
        (
            ("公司少发我工资", "7月3100，8月2700，本来8000"),
            "一共10200元（（8000－3100）＋（8000－2700））",
        ),
        ((OWED, "押金五百不退", "加起来七千三"), "一共7300元"),
        ((OWED, "9月整月没给 10月做到19号"), "离开2026年10月19日，还有“9月整月没给”"),
    ],
)
def test_it_is_said_back(says: tuple[str, ...], kept: str, content: Content) -> None:
    assert kept in Talk(content, *says).text


@pytest.mark.parametrize(
    ("says", "fact"),
    [
        ((OWED, "涪陵 三年 五十三 一天一百八"), "months_owed"),
        ((OWED, "涪陵 三年 五十三 一天一百八"), "amount_claimed"),
        ((OWED, "跑了一年零三个月 去年7月进的"), "months_owed"),
        ((OWED, "在这开了半年车"), "months_owed"),
        ((OWED, "上个月26号跟队长说不做了"), "employed_from"),
        ((OWED, "他说走了要扣我2000违约金"), "amount_claimed"),
        (("平台把我号封了", "一月八千几"), "event_date"),
        (("主播 公司少给我工资", "底薪6000 6月7月给足 8月给了2400"), "event_date"),
        (("洗车店不给钱", "说干满一年才给"), "employer_service_years"),
        (("物业不要我了", "六年 2200", "医药费一千八自己掏的"), "amount_claimed"),
    ],
)
def test_it_is_not_booked(says: tuple[str, ...], fact: str, content: Content) -> None:
    assert fact not in Talk(content, *says).state.facts()


def test_a_line_of_facts_is_met_with_no_card(content: Content) -> None:
    talk = Talk(content, OWED, "打荷 六个月 5月中来的 4800包吃住")
    assert talk.text.startswith("记下了：月工资4800元，入职2026年5月。")


def test_a_range_answers_the_question_for_the_wage(content: Content) -> None:
    talk = Talk(content, "公司把我辞退了", "昨天口头说的", "成都武侯")
    while talk.state.asking not in (None, "monthly_wage"):
        talk.say("跳过")
    assert talk.say("四五千吧").state.facts()["monthly_wage"] == "4000.00"
