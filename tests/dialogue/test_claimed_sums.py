"""What becomes of a sum: into the case with its working, claimed when the worker says so."""

from bot.dialogue.content import Content
from bot.dialogue.effects import OpenCase
from bot.dialogue.messages import Text
from bot.dialogue.step import step
from tests.conftest import NOW
from tests.dialogue.sum_talk import DISMISSED, Talk, told


def test_the_sum_and_its_working_go_into_the_case(content: Content) -> None:
    talk = Talk(content, *DISMISSED).press("按64000元要求")
    assert talk.state.answers["amount_claimed"].value == "64000.00"
    talk.say("帮我处理", "成都新都")
    while talk.state.stage == "intake":
        talk.say("跳过")
    assert "按你说的算：违法辞退的赔偿金（2N）：64000元" in talk.text
    talk.say("对")
    turn = step(talk.state, Text("好"), content, NOW)
    (case,) = (effect for effect in turn.effects if isinstance(effect, OpenCase))
    lines = case.facts["calculated"]
    assert isinstance(lines, tuple)
    assert "每月8000元 × 4个月 ＝ 32000元" in lines
    assert case.facts["amount_claimed"] == "64000.00"
    assert case.last_safe_day == "2027-10-15"


def test_a_sum_is_claimed_only_when_the_worker_says_so(content: Content) -> None:
    talk = Talk(content, *DISMISSED)
    assert "amount_claimed" not in talk.state.answers
    assert "没有能写进案件的数" in Talk(content, "写进案件").text
    assert "没有能写进案件的数" in talk.press("any:claim:1.00").text
    talk.say("如果月薪是20000呢", "写进案件")
    assert talk.state.answers["amount_claimed"].value == "64000.00"


def test_at_the_summary_the_sum_is_offered_claimed_and_shown(content: Content) -> None:
    talk = Talk(content, "被公司辞退了", "帮我处理", "成都新都", "10月15号", "2023年3月1号", "8000")
    talk.say(*["跳过"] * 5)
    assert talk.state.stage == "summary"
    talk.press("算一算")
    assert "按你说的算：经济补偿（N）：32000元" in talk.text
    talk.press("按32000元要求")
    assert "金额：32000元" in talk.text
    talk.state = talk.state.changed(answers=talk.state.answers | told(employed_from="2027-01-01"))
    assert "按你说的算" not in talk.say("").text
    assert "没有能写进案件的数" in talk.say("写进案件").text


def test_a_handed_over_case_is_not_claimed_for(content: Content) -> None:
    talk = Talk(content, *DISMISSED)
    talk.state = talk.state.changed(handed_over=True)
    assert "没有能写进案件的数" in talk.press("按64000元要求").text
