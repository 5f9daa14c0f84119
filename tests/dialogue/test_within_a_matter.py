"""Within an open matter: plain facts get no card, questions are met by the matter, whose matter it is."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

CARD = "依据："


@pytest.mark.parametrize(
    ("begun", "said"),
    [
        ("小区保安 一天12小时 没有加班费", "一个月就休3天 工资3100"),
        ("我手指被机器压断了，公司不报工伤", "8月9日夜班的时候压的，右手小指"),
    ],
)
def test_what_merely_tells_gets_no_card(content: Content, begun: str, said: str) -> None:
    talk = Talk(content, begun, said)
    assert "折算" not in talk.text
    assert "夜班费" not in talk.text
    assert talk.state.asking


def test_an_answer_to_the_question_put_back_is_taken_as_the_answer(content: Content) -> None:
    talk = Talk(content, "我妈58在商场做保洁 拖地摔骨折了 公司说超龄不算工伤", "西安雁塔")
    assert talk.state.asking == "pension_drawn" or "退休金" in talk.text
    talk.say("她有没有退休金？农村那个 一个月一百多")
    assert "退休金领了吗" not in talk.text
    assert CARD not in talk.text


def test_what_is_told_is_quoted(content: Content) -> None:
    talk = Talk(content, "老板拖欠工资8000", "站上的人都叫他老杨 平时不来这边 都是他弟弟在管")
    assert "这些也记下了" not in talk.text


def test_a_question_nobody_wrote_an_answer_for_gets_who_knows_and_no_other_steps(
    content: Content,
) -> None:
    talk = Talk(
        content, "公司让签了自愿放弃社保的承诺书", "苏州吴中区 2023年7月入职", "那300要不要还回去"
    )
    assert "12333" in talk.text
    assert "1. " not in talk.text


@pytest.mark.parametrize("said", ["我要是签了 是不是就等于同意", "别签对吧"])
def test_whether_to_sign_is_answered(content: Content, said: str) -> None:
    talk = Talk(content, "公司降薪 从9000降到6500 没商量", said)
    assert "先别签" in talk.text


def test_what_was_done_in_danger_is_not_asked_again(content: Content) -> None:
    talk = Talk(content, "工友触电倒在地上没反应", "120打了 说十分钟到")
    assert "打了吗" not in talk.text
    before = talk.text
    talk.say("有呼吸 会说话了")
    assert talk.text != before
    assert "打了吗" not in talk.text


def test_the_danger_goes_on_where_nothing_was_done(content: Content) -> None:
    talk = Talk(content, "工友触电倒在地上没反应", "120打不通 没呼吸了")
    assert talk.state.care_class == "injury_now"
    assert "120" in talk.text


def test_a_fact_named_is_shown_and_changed(content: Content) -> None:
    talk = Talk(content, "公司突然辞退我 工资3900", "返回 改 工资")
    assert "3900" in talk.text
    talk.say("4300")
    assert talk.state.facts()["monthly_wage"] == "4300.00"
    talk.say("改工资4500")
    assert talk.state.facts()["monthly_wage"] == "4500.00"


def test_a_human_is_asked_for_and_the_case_is_kept(content: Content) -> None:
    talk = Talk(content, "老板拖欠工资8000", "成都新都", "转真人")
    assert "说说在哪个区县" not in talk.text
    assert talk.state.dispute_kind == "wage_arrears"


def test_the_matter_of_a_second_person_is_kept_apart(content: Content) -> None:
    talk = Talk(content, "滴滴给我封号了 说有投诉 我没干", "在哈尔滨南岗")
    talk.say("另外我媳妇 在超市 上个月辞职 工资压着不给 3100")
    assert talk.state.dispute_kind == "platform_deactivation"
    assert talk.state.put_aside[0].answers["amount_claimed"].value == "3100.00"
    assert "region" not in talk.state.put_aside[0].answers
    talk.say("现在说我媳妇的 她10月25走的")
    assert talk.state.facts()["speaks_for"] == "wife"
    assert talk.state.facts()["employed_to"] == "2026-10-25"
    assert talk.state.facts()["amount_claimed"] == "3100.00"
    talk.say("先说我的")
    assert talk.state.dispute_kind == "platform_deactivation"
    assert "amount_claimed" not in talk.state.answers


def test_who_the_speaker_is_may_be_told_later(content: Content) -> None:
    talk = Talk(content, "手被机器压伤了 公司不报工伤", "11月2号", "我是他表哥 他在食品厂做的")
    assert talk.state.facts()["speaks_for"] == "brother"


def test_an_advance_turns_no_injury_into_a_deduction(content: Content) -> None:
    talk = Talk(content, "有人被机器夹住了怎么办", "送医院了", "老板垫了5千 说以后从工资扣")
    assert talk.state.dispute_kind == "work_injury_determination"


def test_the_first_part_of_a_correction_counts(content: Content) -> None:
    talk = Talk(
        content, "手被机器压伤了 公司不报工伤", "10月9号", "不对，是10月6号，9号是做手术那天"
    )
    assert talk.state.facts()["event_date"] == "2026-10-06"


def test_who_pays_is_answered_when_the_danger_is_over(content: Content) -> None:
    talk = Talk(content, "有人被机器夹住了怎么办", "送医院了 要住院 谁管钱啊")
    assert "医疗费" in talk.text
    assert "打120" not in talk.text


def test_a_story_that_asks_how_much_gets_a_first_estimate_at_once(content: Content) -> None:
    talk = Talk(
        content,
        "我2022年3月1号进的公司做仓库文员 11月10号主管让我走人 没签字 工资7000 他们这样合法吗 我能拿多少",
    )
    assert "70000元" in talk.text
    assert talk.state.stage == "intake"


def test_where_to_go_tomorrow_is_no_goodbye(content: Content) -> None:
    talk = Talk(content, "老板拖欠工资三个月", "成都武侯区", "好 我明天去哪里办")
    assert "先走这条" in talk.text


@pytest.mark.parametrize("said", ["我信用卡逾期了咋整 天天催", "对了 我朋友借钱不还咋办"])
def test_another_field_gets_its_door_and_no_steps_of_the_matter(
    content: Content, said: str
) -> None:
    talk = Talk(content, "老板拖欠工资三个月", said)
    assert "先做这几样" not in talk.text
    assert "拿不准" not in talk.text


def test_an_order_that_comes_in_between_is_waited_for(content: Content) -> None:
    talk = Talk(content, "站长扣了我500", "等下 来单了")
    assert talk.state.asking
    assert "没听明白" not in talk.text
