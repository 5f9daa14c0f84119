"""What asks and what only sounds like it, questions about the way itself, several questions in one message."""

import pytest

from bot.dialogue.answers import asking
from bot.dialogue.content import Content, Scene
from tests.conftest import NOW
from tests.dialogue.sum_talk import Talk

OWED = "厂里拖我两个月工资 一共九千多"


@pytest.mark.parametrize(
    "said",
    [
        "我吓得几天没睡好了",
        "跟一个啥子人力资源公司签的",
        "我想咨询一下",
        "总包是哪个我记不到了",
        "合同没签过啥",
        "厂门口还围着好几十号人呢",
        "押金条还在我枕头底下压着呢",
        "平台那帮人谁管你死活",
        "我又没读过几年书",
        "哪有时间去医院",
        "他要么拖要么装死",
        "牌子上写的中什么局",
        "住的地点写明是惠州",
        "底薪净系得1900咋",
        "发的时候是20几号",
        "站长说谁报警谁走人",
        "告不告都无所谓了",
        "先把工资这头弄清吧",
        "这不是明摆着坑人吗",
        "那个…我还是学生",
        "人还是原来那几个人",
        "十月到现在一分没有",
        "不对不对",
        "哪天停的没人通知",
    ],
)
def test_words_that_only_sound_like_a_question_ask_nothing(said: str, content: Content) -> None:
    assert asking.clauses(said, Scene(content, NOW.date())) == ()


@pytest.mark.parametrize(
    ("said", "clause"),
    [
        ("老板娘天天骂我手脚慢还说要扣我二百块钱这钱她能不能扣啊", "这钱她能不能扣啊"),
        ("我爸在厂里看锅炉都七十了摔了一跤没人管那我们找谁去", "那我们找谁去"),
        ("我要是去劳动局你们会不会告诉他呀我还在那上班呢", "你们会不会告诉他呀"),
    ],
)
def test_a_question_said_in_one_breath_is_cut_out(said: str, clause: str, content: Content) -> None:
    assert clause in asking.clauses(said, Scene(content, NOW.date()))


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("我可以先去别的地方上班不", 1),
        ("这个算工伤没", 1),
        ("执行要交钱吗。多久能有结果", 2),
        ("工资5800 能要补偿吗", 1),
        ("我该签还是不签", 1),
        ("要先调解还是直接仲裁", 1),
        ("那加班费呢", 1),
        ("你是人还是机器", 1),
        ("期间能否去别家上班", 1),
        ("佢可以咁做㗎", 1),
        ("縫五针值唔值得去评级", 1),
        ("要是我不签 活也不干了 他能扣我钱吗", 1),
    ],
)
def test_every_clause_that_asks_is_found(said: str, count: int, content: Content) -> None:
    assert len(asking.clauses(said, Scene(content, NOW.date()))) == count


def test_a_question_that_only_judges_is_read_with_what_it_judges(content: Content) -> None:
    scene = Scene(content, NOW.date())
    said = "店里叫我赔摔坏的冰柜三千 这不是欺负人吗"
    assert asking.clauses(said, scene) == ()
    assert [each.clause for each in asking.each(said, scene)] == [said]


@pytest.mark.parametrize(
    ("opening", "asked", "held"),
    [
        (OWED, "去告他要花好多钱嘛", "仲裁不收费"),
        (OWED, "去劳动局还是仲裁", "先走这条：劳动监察"),
        (OWED, "我们十二个人是一起去告还是各告各的", "推代表"),
        (OWED, "投诉他会不会知道是我告的", "保密"),
        (OWED, "你是机器人吧 跟老板是不是一伙的", "跟哪家公司都不是一边的"),
        (
            "上个月在车间把手压了 骨折 厂里不给报工伤",
            "我是先去人社局还是先去找调解",
            "人社局申请工伤认定",
        ),
    ],
)
def test_the_way_itself_is_asked_in_any_clause(
    opening: str, asked: str, held: str, content: Content
) -> None:
    assert held in Talk(content, opening, asked).text


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("要准备哪些证据 去告要不要钱", ("转账", "不收费")),
        ("去哪告 大概几个月能有结果", ("先走这条：劳动监察", "60个工作日")),
        ("一个人去还是要请律师 最晚什么时候告", ("法律援助", "期限：")),
    ],
)
def test_of_several_questions_none_is_passed_over(
    asked: str, held: tuple[str, ...], content: Content
) -> None:
    said = Talk(content, OWED, asked).text
    assert [words for words in held if words not in said] == []


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        (
            "试用期最后一天被辞退有补偿吗",
            "11月20日HR约谈 8月21日入职 三个月试用期 合同三年 月薪9500",
        ),
        ("仲裁赢了老板不给钱怎么办", "裁决书9月2号拿到的 裁他们付我41350 西安的装饰公司"),
    ],
)
def test_several_facts_go_on_with_the_story(opening: str, told: str, content: Content) -> None:
    said = Talk(content, opening, told).text
    assert "记下了" in said
    assert "\n1. " not in said


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("我在佛山一个喷漆车间上班 怀孕三个月了 主管说让我自己回家", "站长"),
        ("我是跑货拉拉的小面 号被封了 封一天亏一天", "行程有录音录像"),
    ],
)
def test_an_answer_for_another_trade_is_passed_over(
    said: str, other: str, content: Content
) -> None:
    assert other not in Talk(content, said).text
