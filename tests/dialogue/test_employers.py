"""Two employers in one talk: each its own case, facts, sum and limit."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

BOTH = "两个事。以前的公司2025年12月走的时候差我一笔提成9400没给。现在这家签了一年合同试用期写6个月"


def test_two_employers_are_kept_apart_from_the_first_word(content: Content) -> None:
    talk = Talk(content, BOTH)
    (former,) = talk.state.put_aside
    assert former.answers["amount_claimed"].value == "9400.00"
    assert former.answers["employed_to"].value == "2025-12"
    assert talk.state.dispute_kind == "probation"
    assert "amount_claimed" not in talk.state.answers
    assert "先说哪一家" in talk.text
    assert "2026年12月1日" in talk.text


def test_the_talk_turns_to_the_matter_named_and_counts_it(content: Content) -> None:
    talk = Talk(content, BOTH, "先讲试用期的")
    assert "满1年不满3年，最多2个月" in talk.text
    talk.say("试用期4800 转正6000 已经干了4个月")
    assert "12000元" in talk.text
    assert "合同签了多久" not in talk.text


def test_the_limit_is_that_of_the_employer_named(content: Content) -> None:
    talk = Talk(content, BOTH, "先讲试用期的", "前面那个公司我是12月19号办的离职 还来得及不")
    assert talk.state.dispute_kind == "wage_arrears"
    assert talk.state.answers["employed_to"].value == "2025-12-19"
    assert "2026年12月19日" in talk.text
    assert "试用期" not in talk.text


def test_what_is_told_of_both_goes_to_each(content: Content) -> None:
    talk = Talk(content, BOTH, "先说以前那家", "两个公司都在合肥 以前的在包河 现在的在蜀山")
    (present,) = talk.state.put_aside
    assert talk.state.answers["region"].value == "340111"
    assert present.answers["region"].value == "340104"
    assert "包河区" in talk.text
    assert "蜀山区" in talk.text


def test_a_second_employer_told_later_does_not_add_to_the_first_sum(content: Content) -> None:
    talk = Talk(content, "公司拖欠工资12000 在杭州余杭", "对了 前一家也欠我3500没给 今年6月离职的")
    assert talk.state.answers["amount_claimed"].value == "3500.00"
    assert talk.state.put_aside[0].answers["amount_claimed"].value == "12000.00"
    talk.say("现在这家的事先说")
    assert talk.state.answers["amount_claimed"].value == "12000.00"


@pytest.mark.parametrize(
    "said",
    [
        "我从上一家公司辞职了 他们欠我一个月工资6000不给 我现在在新公司上班",
        "我在上个公司干了两年 现在这个公司干了三年 被辞退了",
        "之前公司说好的提成现在不给了",
        "老板前面的工资给了 现在的工资没给",
    ],
)
def test_one_dispute_stays_one(content: Content, said: str) -> None:
    assert not Talk(content, said).state.put_aside


def test_the_new_job_does_not_say_that_the_old_one_goes_on(content: Content) -> None:
    talk = Talk(content, "我从上一家公司辞职了 他们欠我一个月工资6000不给 我现在在新公司上班")
    assert talk.state.answers["still_employed"].value is False
