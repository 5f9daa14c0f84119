"""One answer to a question in the midst of a case: of entries and details the likeliest, or none and who knows."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

OWED = "厂里拖我两个月工资 一共九千多"
INJURED = "上个月在车间把手压了 骨折 厂里不给报工伤"
WON = "仲裁赢了 公司一直不给钱"


@pytest.mark.parametrize(
    ("opening", "asked", "held"),
    [
        (OWED, "执照上写的是他小舅子 那要告哪一个", "两边都列上"),
        (INJURED, "诊断书上医生写成老毛病了 还改得过来吗", "补记或更正"),
        (OWED, "去告他会不会影响我以后考编", "没有案底"),
        (INJURED, "歇着的这两个月厂里该怎么给我开工资", "停工留薪期"),
        (OWED, "他要把店盘给别人了 我的钱找哪个要", "转让以前欠的"),
    ],
)
def test_the_likeliest_answer_is_given(
    opening: str, asked: str, held: str, content: Content
) -> None:
    assert held in Talk(content, opening, asked).text


def test_papers_asked_for_are_those_of_the_dispute(content: Content) -> None:
    talk = Talk(content, "众包骑手 号昨天被封了 申诉两次都驳回", "那要准备什么材料")
    assert "申诉" in talk.text
    assert "仲裁委" not in talk.text


def test_what_nobody_knows_is_said_so_and_nothing_beside_it(content: Content) -> None:
    said = Talk(content, OWED, "食堂阿姨的侄子能不能当我们车间的组长呀").text
    assert "1. " not in said


def test_a_card_asked_for_again_says_the_very_sentence(content: Content) -> None:
    talk = Talk(content, WON, "武汉洪山的 判了我四万一 10月9号收到的裁决书")
    assert "法院申请强制执行" in talk.say("强制执行要去哪里申请啊").text
    assert "限制负责人" not in talk.text


def test_of_several_questions_each_is_met_at_most_once(content: Content) -> None:
    said = Talk(content, OWED, "我们五个人一起去行不行 要不要请个律师").text
    assert said.count("你还问") <= 1
    assert "免费" in said


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("每个月都是老板娘微信转账给我的", "这能当证据不"),
        ("考勤表我偷偷拍了几张", "那这些算证据吗"),
        ("老板发语音喊我加班的都还在", "这种东西有用没"),
    ],
)
def test_evidence_told_before_is_weighed(told: str, asked: str, content: Content) -> None:
    assert "能用" in Talk(content, OWED, told, asked).text


@pytest.mark.parametrize(
    "said",
    [
        "字太多了看得我头晕",
        "你能不能说短一点",
        "打那么长一段我看不过来",
        "简单点说行不",
    ],
)
def test_who_wants_few_words_gets_few_from_then_on(said: str, content: Content) -> None:
    talk = Talk(content, OWED, said)
    assert talk.state.brief
    asked = talk.say("他要把店盘给别人了 我的钱找哪个要").text
    assert "依据：" not in asked
    assert "2. " not in asked


def test_an_echo_of_the_question_asks_nothing(content: Content) -> None:
    talk = Talk(content, "我是送外卖的 站点欠我两个月工资", "合同？手机上点了个同意")
    assert "你还问" not in talk.text


@pytest.mark.parametrize("said", ["那我该怎么回人事 给我一段客气点的话", "你帮我拟条消息回他们"])
def test_words_to_send_are_given(said: str, content: Content) -> None:
    talk = Talk(content, "公司要裁我 让我周五前签协议", said)
    assert "照这样发就行" in talk.text
