"""An answer suits the case it is given in; questions and fears in a matter are met by the case."""

import pytest

from bot.dialogue.answers import suiting
from bot.dialogue.content import Content, Scene
from bot.dialogue.state import Answer, DialogueState
from tests.conftest import NOW
from tests.dialogue.sum_talk import Talk


def test_every_answer_named_there_is_an_entry(content: Content) -> None:
    words, entries = content.intents.suiting, content.knowledge.entries
    named = {entry for each in words.presumes.values() for entry in each.entries}
    named |= {each.instead for each in words.presumes.values() if each.instead}
    for table in (*words.of_circumstance.values(), *words.gives_way.values()):
        named |= set(table.values())
    named |= {entry for table in words.gives_way.values() for entry in table}
    assert named <= entries.keys() | content.intents.details.by_id.keys()


@pytest.mark.parametrize(
    ("facts", "kind", "entry", "text", "fits"),
    [
        ({"worker_kind": "employee"}, "wage_arrears", "no_show_fine", "没来那天扣三天", False),
        ({"platform": "美团"}, "platform_deduction", "no_show_fine", "没来那天扣三天", True),
        ({}, None, "foreman_unpaid", "厂里老板要跑 欠我们二十人工钱", False),
        ({}, None, "foreman_unpaid", "工地包工头要跑 欠我们二十人工钱", True),
        ({}, "wage_arrears", "group_arrears", "加班费跟工资一起要", False),
        ({"people_count": 5}, "wage_arrears", "group_arrears", "一起要行不", True),
        ({}, "unlawful_dismissal", "resignation_checklist", "那辞职信要写吗", False),
        ({}, None, "resignation_checklist", "想辞职怎么走", True),
        ({}, None, "resignation_checklist", "经理逼我自己写辞职", False),
    ],
)
def test_what_an_answer_presumes(
    content: Content, facts: dict[str, object], kind: str | None, entry: str, text: str, fits: bool
) -> None:
    answers = {key: Answer(value=value, said="") for key, value in facts.items()}  # type: ignore[arg-type]
    state = DialogueState(dispute_kind=kind, answers=answers)
    assert suiting.suits(state, entry, text, Scene(content, NOW.date())) is fits


@pytest.mark.parametrize(
    ("begun", "said", "has"),
    [
        ("饭店欠我两个月工资", "老板要把店盘给他亲戚了 到时候我找哪个要", "转让以前欠的"),
        ("饭店欠我两个月工资", "我去举报 厨师长会不会猜到是我", "不能打包票"),
        ("饭店欠我两个月工资", "我人在四川老家 得专门跑一趟过去吗", "报名、递材料多半不用跑"),
        ("公司没给我交社保", "补的时候我自己要掏一部分不", "个人那份"),
        ("我在厂里上班手被压伤了", "还在住院 能先去申报不", "不用等"),
        ("我在厂里上班手被压伤了", "那养伤停工的工资怎么算", "停工留薪期"),
        ("理发店扣我押金600", "店长说我还倒欠他两千", "拿得出凭据"),
        ("试用期被公司辞退了", "转正标准没人跟我讲过 也没考核", "公司要拿得出事先讲明的条件"),
        ("公司欠我三个月工资", "要是我不管他 公司能反过来告我吗", "你有过错、真有损失"),
    ],
)
def test_questions_and_fears_are_met_by_the_case(
    content: Content, begun: str, said: str, has: str
) -> None:
    assert has in Talk(content, begun, said).text


def test_an_offer_is_weighed_and_is_no_claim(content: Content) -> None:
    talk = Talk(content, "公司今天叫我走人 不用来了", "2021年3月1号进的 一个月6000")
    talk.say("人事说签了字给一万二 让我马上签 签不签")
    assert "别当场签" in talk.text or "先别签" in talk.text
    assert "72000元" in talk.text
    assert "amount_claimed" not in talk.state.answers
    assert talk.state.facts()["monthly_wage"] == "6000.00"


def test_a_fine_for_each_time_is_no_sum_and_several_fines_are_counted(content: Content) -> None:
    talk = Talk(content, "送外卖的 投诉一个扣150 这合法吗")
    assert "amount_claimed" not in talk.state.answers
    talk.say("这个月投诉扣了300 没穿工服扣了100")
    assert talk.state.facts()["amount_claimed"] == "400.00"


def test_what_is_only_supposed_is_no_fact(content: Content) -> None:
    talk = Talk(content, "店里加班没给加班费 我还在干", "要是我去投诉 他开除我咋整")
    assert talk.state.facts().get("still_employed") is not False


def test_a_sum_told_after_other_words_is_no_age(content: Content) -> None:
    talk = Talk(content, "主管扣了我1500 说我旷工", "他说再请假就开除我", "1500能要回来不")
    assert talk.state.care_class is None


def test_a_question_beside_a_fact_is_answered_too(content: Content) -> None:
    talk = Talk(content, "公司一直没给我交社保", "我要是自己提离职，能要补偿吗？工资5200")
    assert talk.state.facts()["monthly_wage"] == "5200.00"
    assert "依据：" in talk.text
