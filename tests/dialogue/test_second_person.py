"""A second person's trouble told beside the own one: answered in a few lines, and kept apart."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

OWN = ("工头拖欠我工资8000 在太原小店", "没签合同")


@pytest.mark.parametrize(
    "said",
    [
        "还有我妹夫 也在这个工地 他是3月20号干完的 差他一万二 还能要不",
        "俺爹也在这看大门 六十八了 工头一分钱没给 能不能一起问",
        "再帮我表姐问一个 她在饭店端盘子 怀孕了老板不让她干了",
        "对了我丈母娘在环卫站扫地 摔断了手 站里不管",
        "我同村的也一样 他的工资是九千 他不会打字 我替他问",
    ],
)
def test_theirs_is_kept_apart_and_none_of_it_is_the_own(content: Content, said: str) -> None:
    talk = Talk(content, *OWN)
    before = talk.state.facts()
    talk.say(said)
    assert {k: v for k, v in talk.state.facts().items() if before.get(k) != v} == {}
    assert talk.state.put_aside[0].answers["speaks_for"]
    assert "另外记着" in talk.text


@pytest.mark.parametrize(
    "said",
    [
        "还扣了我妈3000块押金条 说干满才退",
        "我爹劝我别闹了",
        "钱打在我媳妇卡上 有流水",
        "我同事能给我作证 他也被扣过工资",
        "我闺女住院等钱用",
        "我姐夫给我介绍的活",
    ],
)
def test_who_only_stands_by_is_no_second_person(content: Content, said: str) -> None:
    talk = Talk(content, *OWN, said)
    assert not talk.state.put_aside
    assert "speaks_for" not in talk.state.answers


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        ("我老丈人在砖厂搬砖 砸到脚了 老板不认", "father"),
        ("公司欠我老公五个月工资", "husband"),
        ("替我嫂子问一下 她做月嫂 中介扣了她一个月", "sister"),
        ("把我妈开了 一分钱没给 扫了九年楼道", "mother"),
        ("我在美容院学手艺 还收了我妈2000培训费", None),
        ("我妈住院请了三天假 回来店长不让上班了", None),
        ("我哥给我找的活 干完不给钱", None),
        ("我弟结婚要用钱 老板还差我一万", None),
    ],
)
def test_a_relative_is_spoken_for_where_the_work_is_theirs(
    content: Content, said: str, relation: str | None
) -> None:
    assert Talk(content, said).state.facts().get("speaks_for") == relation


def test_what_was_told_of_the_other_is_there_when_it_is_taken_up(content: Content) -> None:
    talk = Talk(content, *OWN, "还有我小姨子 在店里洗碗 差她4200 7月走的")
    talk.say("现在说我小姨子的")
    assert talk.state.facts()["amount_claimed"] == "4200.00"
    assert talk.state.facts()["employed_to"] == "2026-07"
    talk.say("先说我的")
    assert talk.state.facts()["amount_claimed"] == "8000.00"


@pytest.mark.parametrize(
    "said",
    [
        "资格证也不还我 新公司催我月底报到",
        "我现在在别的店上班了 他们还压着我9月工资3100",
        "离职证明也不开 下家那边等着",
    ],
)
def test_a_new_employer_who_only_waits_is_no_second_matter(content: Content, said: str) -> None:
    assert not Talk(content, "公司拖欠工资7000 在长沙雨花", said).state.put_aside


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("老板姓卢 门口没招牌", "老板姓卢"),
        ("给一个姓蔡的工头干的", "姓蔡的工头"),
        ("欠我的就是老彭", "老彭"),
        ("签的那份叫合伙经营协议", None),
        ("店长说等过完年再看", None),
    ],
)
def test_who_the_other_side_is(content: Content, said: str, named: str | None) -> None:
    employer = Talk(content, "拖欠我工资8000 在太原小店", said).state.facts().get("employer")
    assert employer == named


def test_the_legal_name_goes_before_the_boss(content: Content) -> None:
    talk = Talk(content, "拖欠我工资8000 在太原小店", "老板姓卢", "公司全称是太原盛和餐饮有限公司")
    assert talk.state.facts()["employer"] == "太原盛和餐饮有限公司"


@pytest.mark.parametrize(
    ("says", "key"),
    [
        (("人事今天约我谈 让我周五前签协商解除 在杭州滨江", "3月入职"), "ending_way"),
        (("仲裁赢了公司不给钱", "上哪申请强制执行 要花钱不"), "execution_step"),
        (("欠我两个月工资 在菏泽", "我爹去要过一趟 没给"), "demanded_on"),
    ],
)
def test_what_only_sounds_like_an_answer_is_none(
    content: Content, says: tuple[str, ...], key: str
) -> None:
    assert Talk(content, *says).state.facts().get(key) not in {"agreed", "applied", "2026"}


@pytest.mark.parametrize(
    "said", ["证件还在他那押着", "他们还在招人", "月底就不用我来了", "人还在宿舍住着"]
)
def test_that_the_work_goes_on_is_only_said_back_where_it_is_told(
    content: Content, said: str
) -> None:
    talk = Talk(content, "工资压着不给 在泉州丰泽", said)
    assert "现在还在干" not in talk.text


def test_the_share_of_another_is_not_the_own(content: Content) -> None:
    talk = Talk(content, "老板欠我和我对象工钱 在绍兴越城", "他的是7200 我的是5100")
    assert talk.state.facts()["amount_claimed"] == "5100.00"
