"""How questions after what somebody is are asked, and which signs are told."""

import pytest

from bot.dialogue.content import Content
from intents.status import StatusWords


@pytest.fixture(scope="module")
def status(content: Content) -> StatusWords:
    return content.intents.status


@pytest.mark.parametrize(
    "clause",
    [
        "我算不算他们公司的人",
        "俺算哪家的人",
        "签了承揽协议是不是就没有劳动关系了",
        "我算打工的不",
        "我跟他们是什么关系",
        "我是平台的人还是站点的人",
        "主播算员工吗",
    ],
)
def test_asks_whether_there_is_a_relationship(status: StatusWords, clause: str) -> None:
    found = status.asked(clause, "platform_deduction", clause)
    assert found is not None
    assert found.say == "status_relation"


@pytest.mark.parametrize(
    "clause",
    [
        "我把东西寄回家了",
        "那个人是不是公司的人啊",
        "迟到一次算不算旷工",
        "我是站点的骑手",
        "算不算加班",
    ],
)
def test_asks_no_such_thing(status: StatusWords, clause: str) -> None:
    assert status.asked(clause, "platform_deduction", clause) is None


@pytest.mark.parametrize(
    ("told", "managed", "free"),
    [
        ("班次还是他排 请假也要他批", ("排好的班", "请假要批"), ()),
        ("车是我自己的 想接就接", (), ("车是自己的", "接不接单自己定")),
        ("不用打卡 没人管", (), ("没人管时间",)),
        ("每天六点打卡", ("打卡考勤",), ()),
    ],
)
def test_signs(
    status: StatusWords, told: str, managed: tuple[str, ...], free: tuple[str, ...]
) -> None:
    assert tuple(map(set, status.signs(told))) == (set(managed), set(free))
