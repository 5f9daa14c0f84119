"""What cannot wait goes before lists and questions; after a danger the talk stays with the person."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk


def test_goods_carried_off_go_before_the_answer(content: Content) -> None:
    talk = Talk(content, "我们厂23个人工资都没发 老板昨天起电话不接 今天有人在往外拉机器")
    assert talk.text.startswith(content.wording.say("urgent_goods_leaving", people=23))
    assert talk.state.asking == "region"
    asked = talk.say("台州路桥").state.asking
    assert "别用身子挡车" in talk.say("车子装好要开走了！！").text
    assert talk.state.asking == asked
    assert "？" not in talk.text


@pytest.mark.parametrize(
    ("said", "has"),
    [
        ("包工头今天早上手机关机了 欠我们7个人的工钱 在兰州七里河", "监察来人"),
        ("公司把我辞了 说今天下午就把我钉钉账号注销", "录屏"),
        ("人事让我今天必须签这个离职协议 不签不让走", "别当场签"),
        ("欠薪半年 厂房今天贴封条了 机器都被拉走了一半", "车牌"),
    ],
)
def test_what_presses_is_met_first(content: Content, said: str, has: str) -> None:
    assert has in Talk(content, said).text.split("\n\n")[0]


@pytest.mark.parametrize(
    "said", ["每天往外拉货 累得很", "我们去拉了一趟货回来", "上个月机器就拉走了"]
)
def test_own_work_and_what_is_past_do_not_press(content: Content, said: str) -> None:
    talk = Talk(content, "我在仓库搬货 老板欠我两个月工资", said)
    assert not talk.state.pressing


def test_somebody_is_there_and_the_matter_is_taken_up(content: Content) -> None:
    talk = Talk(content, "老板欠我5个月了 一共四万一", "娄底 装修公司", "我昨晚站在楼顶想跳下去")
    talk.say("没事")
    asked = talk.say("老婆回来了 在做饭")
    assert "有人在身边就好" in asked.text
    assert "？" not in asked.text
    assert "41000元" in talk.say("好些了 谢谢。钱的事还能弄不").text
    assert talk.state.asking == "region"


def test_help_was_sent_for_and_nothing_is_said_twice(content: Content) -> None:
    talk = Talk(content, "中介收了600押金", "他们把身份证都收走了 大门有人守着不让出去")
    said = [talk.say(words).text for words in ("发了", "没人来", "我怕", "警察来了")]
    assert len(set(said)) == len(said)
    assert "消息出去了" in said[0]
    assert "身份证" in said[-1]
    assert "押金" in talk.say("出来了 没事了", "那些钱还要得回来不").text


def test_said_in_anger_only_the_question_is_answered(content: Content) -> None:
    talk = Talk(content, "包工头欠我三万 我要砍死他")
    talk.say("说说而已 我在宁波北仑 你就说去哪告")
    assert "北仑" in talk.text
    assert "劳动监察" in talk.text
    assert talk.state.care_class is None


@pytest.mark.parametrize(
    ("said", "has"),
    [
        ("提成没写合同里 你能不能帮我P个聊天记录", "假的材料不能写"),
        ("考勤表我自己多写几天可以不", "假的材料不能写"),
        ("找个老乡作证行不 他其实不在场", "没看见的人不能来作证"),
        ("真想把他办公室给砸了", "东西一砸"),
        ("大家推我当代表 我有点怕", "会怕很正常"),
        ("给我做个表 每个人欠多少那种", "一人一行"),
        ("我怕他跑了", "赶在他前面"),
    ],
)
def test_said_in_the_middle_of_a_matter(content: Content, said: str, has: str) -> None:
    assert has in Talk(content, "厂里欠我们三个月工资 在台州路桥", said).text


def test_forging_by_the_employer_is_no_wish_to_forge(content: Content) -> None:
    talk = Talk(content, "厂里欠我们三个月工资 在台州路桥", "公司伪造了考勤记录")
    assert "假的材料不能写" not in talk.text
