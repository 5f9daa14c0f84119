"""Every fact of a message is held and said back, and nothing that was told is asked."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

STATION = "其实有站长 天天早会点名 请假要他批 不批就罚"


@pytest.mark.parametrize(("says", "fact", "value"), [
    (("加班不给加班费", "月薪6000 平时一共加了30小时，周末4天每天8小时"), "weekday_hours", "30.00"),
    (("加班不给加班费", "月薪6000 平时一共加了30小时，周末4天每天8小时"), "rest_day_hours", "32.00"),
    (("加班不给加班费", "月薪5220 周末加了16个钟", "周末有8个钟后来给调休了"), "rest_day_hours", "8.00"),
    (("一个差评扣50 这个月扣了我11单 跑众包的", "饿了么", "余杭", STATION), "attendance_rule", "fined"),
    (("我爸61了 在徐州鼓楼当保安 值夜班摔断了腿 物业说不算工伤", "住院花了一万八 物业垫了5000就不管了"), "paid_so_far", "5000.00"),
    (("中介收了600押金 讲干满三个月退 上饶", "干了9天 讲好190一天 一分没给"), "amount_claimed", "2310.00"),
    (("试用期太长了", "签了一年合同试用期写6个月"), "contract_months", 12),
    (("在中山一家压铸厂上班 上个月8号夜班机器卡料我伸手去掏 手指压断了一节 没买社保",), "injury_place", "at_work"),
])  # fmt: skip
def test_it_is_held(content: Content, says: tuple[str, ...], fact: str, value: object) -> None:
    assert Talk(content, *says).state.facts().get(fact) == value


def test_hours_told_are_counted_at_once(content: Content) -> None:
    talk = Talk(content, "加班不给加班费", "月薪5220 工作日加了40个钟 周末加了16个钟")
    assert all(sum_ in talk.text for sum_ in ("2760元", "1800元", "960元"))


def test_hours_a_day_are_counted_for_a_month(content: Content) -> None:
    talk = Talk(content, "加班不给加班费", "平时每天加班3小时 一个月5000")
    assert talk.state.facts()["weekday_hours"] == "62.01"  # 3 x 20.67


def test_a_choice_told_besides_is_said_back(content: Content) -> None:
    talk = Talk(content, "一个差评扣50 这个月扣了我11单 跑众包的", "饿了么", "余杭", STATION)
    assert "要打卡，还罚钱" in talk.text
    assert talk.state.asking != "attendance_rule"


def test_the_length_of_a_contract_is_no_time_owed(content: Content) -> None:
    talk = Talk(content, "老板欠我工资没发 苏州吴江 一个月3000", "合同签的三年 到明年4月")
    assert "months_owed" not in talk.state.facts()


def test_a_day_of_surgery_is_no_day_of_injury(content: Content) -> None:
    talk = Talk(content, "娃他爸在工地从架子上掉下来 腰椎骨折 在榆林神木 昨天手术做完了")
    assert "event_date" not in talk.state.facts()


def test_where_the_speaker_works_is_no_fact_of_the_one_spoken_for(content: Content) -> None:
    talk = Talk(
        content, "替我爸问的 他在小区当保安 值夜班摔断了腿", "徐州鼓楼", "我在杭州上班 我能替他办吗"
    )
    assert "still_employed" not in talk.state.facts()
    assert "近亲属" in talk.text


def test_the_county_is_not_asked_for_again_and_again(content: Content) -> None:
    talk = Talk(content, "老板欠我两个月工资没给", "在郑州 一个月5000", "合同没签", "还在那干着")
    assert "哪个区或县" not in talk.text
