"""Questions that lean on what was said last, on a matter named again, or on no answer at all."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

OWED = "我在东莞长安的厂里打工，还在干，老板欠我两个月工资一共一万"
MOVED = "公司调岗降薪 从7500降到4000 我怀孕5个月"
FUND = "先问个别的 公积金来了三年多一直没给交 找谁"


@pytest.mark.parametrize("said", ["能补吗", "那能补缴不", "补得到吗", "可以要回来吗"])
def test_what_follows_an_answer_is_about_it(content: Content, said: str) -> None:
    talk = Talk(content, MOVED, FUND, said)
    assert "公积金" in talk.text
    assert "要算哪一个" not in talk.text


@pytest.mark.parametrize("said", ["还能弄不", "能要回来不", "可唔可以追返", "要得到吗"])
def test_of_the_matter_it_says_whether_it_can_be_had(content: Content, said: str) -> None:
    talk = Talk(content, OWED, said)
    assert "先找：劳动监察" in talk.text
    assert "拿不准" not in talk.text


def test_once_the_matter_went_on_it_is_about_the_matter_again(content: Content) -> None:
    talk = Talk(
        content, OWED, "顺便问下 年假没休能折钱吗", "还欠着10月11月的 月薪5000", "能要回来不"
    )
    assert "年假" not in talk.text


@pytest.mark.parametrize("said", ["好 回到调岗那个事", "说回降薪那个", "先说调岗的"])
def test_a_matter_named_is_taken_up_again(content: Content, said: str) -> None:
    talk = Talk(content, MOVED, FUND, said)
    assert "回到" in talk.text
    assert "7500" in talk.text


def test_one_that_lies_aside_is_taken_up_by_its_name(content: Content) -> None:
    talk = Talk(
        content, OWED, "还有一件事", "我们组长天天骂人 把我调去看大门 工资降了2000", "说回工资那个"
    )
    assert talk.state.dispute_kind == "wage_arrears"
    assert "10000" in talk.text


@pytest.mark.parametrize("said", ["老板的新厂开在隔壁那工资从哪个厂出的账算哪边的呢"])
def test_no_far_answer_is_said_beside_what_is_not_known(content: Content, said: str) -> None:
    talk = Talk(content, OWED, said)
    assert "没有写好的答案" not in talk.text


@pytest.mark.parametrize(
    "said", ["公司差我多少来着", "我的案子到哪了", "刚才说的那个还在不", "你还记得我工资多少吗"]
)
def test_after_all_was_erased_that_is_said(content: Content, said: str) -> None:
    talk = Talk(content, OWED, "把我的资料全部删掉", "确定删", said)
    assert "都删掉了" in talk.text
    assert "10000" not in talk.text


@pytest.mark.parametrize(
    ("said", "has"),
    [
        ("12348是不是就是你们", "不是一家"),
        ("12333和你们啥关系", "不是一家"),
        ("我先问一哈劳动局管不管这个要不要交钱", "管。"),
    ],
)
def test_lines_and_offices_are_told_apart(content: Content, said: str, has: str) -> None:
    assert has in Talk(content, OWED, said).text
