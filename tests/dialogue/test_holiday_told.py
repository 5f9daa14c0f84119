"""Work on a holiday: which days pay threefold, and their hours."""

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

HOURS = (
    "加班费怎么算的",
    "月薪5220 10月份工作日加了40个钟 周末加了16个钟",
    "周末有8个钟后来给调休了",
)


def test_the_day_is_asked_and_then_counted(content: Content) -> None:
    talk = Talk(content, *HOURS, "国庆还上了一天 8小时 这个三倍吧")
    assert "10月1日到3日是法定节假日，付3倍，不能拿调休顶：8小时是720元" in talk.text
    assert "你是几号上的" in talk.text
    talk.say("10月2号那天")
    assert talk.state.answers["public_holiday_hours"].value == "8.00"
    assert "10月2日是法定节假日" in talk.text
    assert "3000元" in talk.text
    assert "event_date" not in talk.state.answers


def test_another_day_of_the_break_pays_twofold(content: Content) -> None:
    talk = Talk(content, *HOURS, "国庆还上了一天 8小时 这个三倍吧", "10月5号")
    assert talk.state.answers["rest_day_hours"].value == "16.00"
    assert "这天不是法定节假日" in talk.text
    assert "2760元" in talk.text


def test_several_days_told_with_their_hours_are_counted_at_once(content: Content) -> None:
    talk = Talk(content, "国庆加班不给钱 月薪5220", "10月1号到4号都上了 一天8小时")
    assert talk.state.answers["public_holiday_hours"].value == "24.00"
    assert talk.state.answers["rest_day_hours"].value == "8.00"


def test_another_base_is_supposed_for_the_hours_told(content: Content) -> None:
    talk = Talk(content, *HOURS, "国庆2号 8小时", "10月2号那天")
    talk.say("合同写加班基数2500 如果按2500算是多少")
    assert "1436.78元" in talk.text
    assert talk.state.answers["monthly_wage"].value == "5220.00"
