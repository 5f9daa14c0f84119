"""如果月薪是8500呢: what is supposed for a sum, and what is no supposition."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import DISMISSED, Talk


def test_a_what_if_changes_nothing_that_was_told(content: Content) -> None:
    talk = Talk(content, *DISMISSED)
    before = talk.state.answers
    assert "68000元" in talk.say("如果月薪是8500呢").text
    assert "假设月工资8500元" in talk.text
    assert "85000元" in talk.say("要是干了五年呢").text
    assert talk.state.answers == before
    assert "64000元" in talk.say("按原来的算").text


@pytest.mark.parametrize(("said", "shown"), [
    ("9000呢", "72000元"), ("要是干了四年半呢", "5个月"), ("如果是2022年3月1号入职呢", "2022-03-01"),
    ("要是干了三个半月呢", "8000元"), ("要是月薪9000，干了五年呢", "90000元"), ("如果月薪九千怎么算", "72000元"),
    ("如果2020年就走了呢", "写反了"),
])  # fmt: skip
def test_what_ifs_are_read(content: Content, said: str, shown: str) -> None:
    talk = Talk(content, *DISMISSED)
    before = talk.state.answers
    assert shown in talk.say(said).text
    assert talk.state.answers == before


@pytest.mark.parametrize(
    "said",
    [
        "仲裁要钱呢",
        "50呢",
        "如果",
        "如果公司不给我开离职证明我该怎么办呢" * 3,
        "那社保呢",
        "如果工资高一点呢",
        "如果合同签三年呢",
    ],
)
def test_other_questions_are_no_what_ifs(content: Content, said: str) -> None:
    assert "假设" not in Talk(content, *DISMISSED).say(said).text


def test_hours_are_supposed_by_their_name(content: Content) -> None:
    talk = Talk(content, "加班费怎么算", "帮我算算", "8700", "10小时", "没有", "没有")
    assert "750元" in talk.text
    assert "1500元" in talk.say("如果平时加班20小时呢").text
    assert "多打了零" in talk.say("周末加班99999小时呢").text
    assert "假设" not in talk.say("9小时呢").text
