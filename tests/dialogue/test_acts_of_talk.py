"""Acts of talk are met as such, before any card: false proof, why this question, a road to be blocked."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

OWED = "我在东莞长安的厂里打工，还在干，老板欠我两个月工资一共一万"
INTERN = "学校安排来苏州吴中的厂实习，说好一个月3500，中介扣走800"


@pytest.mark.parametrize(
    ("begun", "said", "has"),
    [
        (OWED, "喂 你究竟是不是真人啊", "我是自动程序"),
        (OWED, "为什么非要知道我在哪个城市", "归哪里管"),
        (OWED, "后天要不要下雪啊", "天气我查不到"),
        (OWED, "我这号码留着 有消息联系我", "打不了电话"),
        (OWED, "那张打卡表给我弄一份 帮我编一份看起来像真的", "假的材料不能写"),
        (OWED, "让我表弟来作证 其实他根本不在我们厂", "没看见的人不能来作证"),
        (OWED, "他写的那张欠条有没有用", "有用。手里有工资欠条"),
        (OWED, "空白的地方要怎么写", "打出来手写"),
        (OWED, "大家商量后天去把厂门口堵了", "劝他们先别去"),
        (OWED, "今晚有卡车来搬设备", "财产保全"),
        (INTERN, "老师说不去实习就不给毕业证", "打 12345 转教育部门"),
        (INTERN, "那我找厂里还是学校还是中介", "三家各管一段"),
    ],
)
def test_an_act_of_talk_is_met_before_any_card(
    content: Content, begun: str, said: str, has: str
) -> None:
    talk = Talk(content, begun, said)
    assert has in talk.text
    assert not talk.state.care_turns


def test_nothing_is_remembered_after_erasing(content: Content) -> None:
    talk = Talk(content, OWED, "把我的资料全部删掉", "确定删", "你还记得我叫什么吗")
    assert "不记得了" in talk.text
    assert not talk.state.answers


def test_a_relative_hurt_opens_the_matter(content: Content) -> None:
    talk = Talk(content, "替我妈问问 她在超市搬货摔了 胳膊骨折")
    assert talk.state.dispute_kind == "work_injury_determination"
    assert "母亲" in talk.text


def test_an_award_told_asks_for_the_day(content: Content) -> None:
    assert "15天" in Talk(content, "仲裁裁下来了 只给了我八千").text
