"""A question in the middle of a case is read together with the story told before it."""

import pytest

from bot.dialogue.answers import following
from bot.dialogue.content import Content, Scene
from tests.conftest import NOW
from tests.dialogue.sum_talk import Talk

RIDER = "跑滴滴的 平台把我号封了 说我绕路"
INJURED = "手指被冲床压断了两节 在厂里"


@pytest.mark.parametrize(
    ("story", "said", "entry"),
    [
        (INJURED, "这个大概能评几级", "which_grade_my_injury"),
        ("得了肺结核住院 请了两个月病假 公司就发八百", "最多能请多久啊", "medical_period_length"),
        (
            "公司没给我交社保 干了三年了",
            "我要是因为这个走人 有没有钱赔",
            "quit_over_unpaid_insurance",
        ),
        (
            "饭店老板跑路了 欠我两个月工资 九千六",
            "那个年休假没休的能不能也折成钱",
            "annual_leave_unused",
        ),
    ],
)
def test_what_is_asked_is_of_the_case(content: Content, story: str, said: str, entry: str) -> None:
    talk = Talk(content, story, said)
    assert content.knowledge.entries[entry].short_answer[:12] in talk.text


def test_an_answer_for_another_kind_of_worker_is_out(content: Content) -> None:
    talk = Talk(content, "我在学校安排的厂里实习 工资被中介抽了一半", "我算不算正式员工啊")
    assert content.knowledge.entries["intern_rights_overview"].short_answer[:12] in talk.text


def test_what_no_words_speak_for_is_not_answered_by_the_story_alone(content: Content) -> None:
    talk = Talk(content, RIDER)
    found = following.within(talk.state, "你是机器人吗", Scene(content, NOW.date()))
    assert found.outcome in ("clarify", "out_of_scope")


def test_a_trouble_told_beside_the_question_is_answered(content: Content) -> None:
    talk = Talk(content, RIDER, "余额还有一千多提不出来")
    assert content.knowledge.entries["withdrawal_blocked"].short_answer[:12] in talk.text


def test_an_excuse_is_met_by_the_kind_of_matter(content: Content) -> None:
    talk = Talk(content, INJURED, "东莞长安", "老板说没签合同不算工伤")
    assert "双倍" not in talk.text
    assert content.knowledge.entries["injury_claim_no_contract"].short_answer[:12] in talk.text


def test_another_field_keeps_its_door(content: Content) -> None:
    talk = Talk(content, "饭店欠我两个月工资", "我朋友借我两万不还 咋弄")
    assert "借款的事我帮不上" in talk.text
