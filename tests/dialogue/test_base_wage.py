"""A base wage told beside what is earned on the whole: the sum goes by the whole, the lower is named."""

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk


def test_the_sum_goes_by_the_whole_wage_and_names_the_base(content: Content) -> None:
    talk = Talk(
        content, "公司一直不跟我签合同 都8个多月了", "昆山 客服 底薪4500加提成 平均下来6200"
    )
    assert talk.state.answers["monthly_wage"].value == "6200.00"
    assert talk.state.answers["base_wage"].value == "4500.00"
    talk.say("今年3月1号进来的 还没离职", "那大概能要多少")
    assert "6200元 × 7个整月" in talk.text
    assert "单位可能说只按底薪4500元算" in talk.text


def test_a_base_that_is_all_there_is_is_the_wage(content: Content) -> None:
    talk = Talk(content, "公司欠我两个月工资 底薪3000", "在成都新都")
    assert talk.state.answers["monthly_wage"].value == "3000.00"
    assert "base_wage" not in talk.state.answers
