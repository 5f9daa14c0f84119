"""A paper that is wanted and not signed yet: advice before it is too late, and no fact."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

DEDUCTED = "老板扣我一半工资 说我打坏了一台机器"
OWED = "我在东莞长安的厂里打工，还在干，老板欠我两个月工资一共一万"
DISMISSED = "公司昨天口头说不让我干了 干了三年 月薪6000"
HURT = "我上个月在厂里被机器压断手指 公司不报工伤"


def test_every_paper_is_met_by_an_answer_or_a_reply_that_exists(content: Content) -> None:
    papers = content.intents.unsigned.papers.values()
    entries = {paper.entry for paper in papers if paper.entry}
    says = {paper.say for paper in papers if paper.say}
    assert entries <= content.knowledge.entries.keys()
    assert says <= content.intents.replies.keys()


@pytest.mark.parametrize(
    ("begun", "said", "has"),
    [
        (DEDUCTED, "他说机器值三万 要我写个欠条慢慢还", "先别写、别签"),
        (DEDUCTED, "店长拿了张赔偿协议让我签", "每月最多扣两成"),
        (OWED, "他叫我打个借条才给生活费", "先别写借条"),
        (OWED, "人事叫我在工资表上按手印说都结清了", "钱没到手别签"),
        (OWED, "厂里要我们签自愿放弃社保的声明", "放弃社保的约定无效"),
        (DISMISSED, "他们要是叫我写个自愿离职 我写了会咋样", "失业金也可能领不到"),
        (DISMISSED, "喊我明天去签离职协议", "先带走看，别当场签"),
        (DISMISSED, "他们说不签就按自动离职处理", "一般不算自己离职"),
        (DISMISSED, "要是我不签咧 他会不会一分不给", "不看你签没签这张纸"),
        (HURT, "厂里叫我签个东西 说给我五千两清", "今天先别签"),
    ],
)
def test_advice_on_the_paper_comes_before_the_form(
    content: Content, begun: str, said: str, has: str
) -> None:
    talk = Talk(content, begun)
    before = talk.state.answers
    talk.say(said)
    assert has in talk.text
    assert talk.state.answers == before


@pytest.mark.parametrize("said", ["老板给我打了张欠条", "公司不签合同", "我已经签了离职协议"])
def test_what_is_signed_or_given_is_no_such_paper(content: Content, said: str) -> None:
    talk = Talk(content, OWED, said)
    assert "别签" not in talk.text.split("\n")[0]
    assert "unsigned" not in talk.text


def test_facts_beside_the_paper_are_said_back(content: Content) -> None:
    talk = Talk(content, DEDUCTED, "我一个月4800 他要我写欠条")
    assert "4800" in talk.text
    assert "先别写" in talk.text


def test_a_story_that_begins_with_such_a_paper_is_advised_at_once(content: Content) -> None:
    talk = Talk(content, "老板让我们九个人签个字说工资已经发了 其实两个月没给")
    assert "钱没到手别签" in talk.text
