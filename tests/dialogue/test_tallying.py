"""The total owed follows what is told, piece by piece."""

import pytest

from bot.dialogue.calculation import payments
from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

ARREARS = ("老板欠我三个月工资 一个月6000", "成都武侯区")


def total(talk: Talk) -> tuple[str, str]:
    return str(talk.state.facts().get("amount_claimed")), payments.working(talk.state)


@pytest.mark.parametrize(("says", "owed", "working"), [
    ((), "18000.00", "6000×3"),
    (("说错了，月薪5600",), "16800.00", "5600×3"),
    (("也不是三个月 是四个月",), "24000.00", "6000×4"),
    (("提成还欠3500",), "21500.00", "6000×3＋3500"),
    (("中间给过2000",), "16000.00", "6000×3－2000"),
    (("提成还欠3500", "说错了，月薪5000"), "18500.00", "5000×3＋3500"),
])  # fmt: skip
def test_the_total_follows(
    content: Content, says: tuple[str, ...], owed: str, working: str
) -> None:
    assert total(Talk(content, *ARREARS, *says)) == (owed, working)


def test_a_total_told_stands(content: Content) -> None:
    talk = Talk(content, "工地上欠我38000工钱", "合肥包河区", "中间给过2000")
    assert total(talk) == ("38000.00", "")


def test_days_at_a_rate(content: Content) -> None:
    talk = Talk(
        content, "包工头欠我们工钱不给", "成都双流", "三百二一天 做了一百四十个工 给过一万五生活费"
    )
    assert total(talk) == ("29800.00", "320×140－15000")


def test_another_total_takes_the_place_of_the_parts(content: Content) -> None:
    talk = Talk(content, *ARREARS, "提成还欠3500", "不对，一共是20000")
    assert total(talk)[0] == "20000.00"


PARTS = ("汽修店一直不给我结工资", "襄阳樊城区")
COMMISSION = ("健身房拖了我三个月提成", "太原小店区")
DAMAGES = ("公司克扣我工资", "嘉兴南湖区")


@pytest.mark.parametrize(("says", "owed", "working"), [
    ((*PARTS, "结算单上是5340 还扣了我工具费260 工衣押金200也没退"), "5800.00", "5340＋260＋200"),
    ((*PARTS, "结算单上是5340 还扣了我工具费260 工衣押金200也没退", "不对 押金是300"), "5900.00", "5340＋260＋300"),
    ((*PARTS, "8月大概5100 9月4830"), "9930.00", "5100＋4830"),
    ((*PARTS, "8月大概5100 9月4830", "还有400块押金也没退给我"), "10330.00", "5100＋4830＋400"),
    ((*PARTS, "8月应发5260，实发应为5190。9月应发4800。"), "9990.00", "5190＋4800"),
    ((*COMMISSION, "我自己算的是9200 店里给的表是6100"), "9200.00", ""),
    ((*DAMAGES, "扣了900损坏费 450绩效"), "1350.00", "900＋450"),
    (("搬运站老板欠我工钱 一车80", "衡水桃城区", "8月装了31车 9月28车"), "4720.00", "80×59"),
    (("敬老院夜班费从3月起没发过 一个夜班40 我上了70来个", "南平延平区"), "2800.00", "40×70"),
    (("学校安排进厂 一个小时说好22 只给了15 一分补的都没有", "泸州江阳区", "一共上了300个小时"), "2100.00", "（22－15）×300"),
    (("说好一年四万八 干了六个月 只给了一万 剩下不给", "榆林榆阳区"), "14000.00", "48000÷12×6－10000"),
    (("大货车司机 底薪4000 跑一趟提150 8月跑了12趟 9月10趟 两个月都没发",), "11300.00", "4000×2＋150×22"),
    (("诊所一个月给600补贴 8月到10月都没发", "咸宁咸安区"), "1800.00", "600×3"),
])  # fmt: skip
def test_each_sum_in_its_role(
    content: Content, says: tuple[str, ...], owed: str, working: str
) -> None:
    assert total(Talk(content, *says)) == (owed, working)


@pytest.mark.parametrize("says", [
    (*COMMISSION, "底薪4200加提成 底薪照发"),
    ("物流公司压了我两个月运费 车是我自己贷款买的 说好保底一万",),
    ("加班费半年没给过 我一个月5600", "温州瓯海区"),
    ("欠我7月8月和9月半个月 一个月6100", "温州瓯海区"),
])  # fmt: skip
def test_no_total_out_of_a_wage_that_is_not_owed(content: Content, says: tuple[str, ...]) -> None:
    assert total(Talk(content, *says)) == ("None", "")


def test_a_smaller_count_of_one_time_is_not_the_whole(content: Content) -> None:
    talk = Talk(
        content,
        "老师 学校欠我课时费",
        "一节60 这学期上了80节 上学期还欠我30节",
        "说错了上学期是35节",
    )
    assert total(talk)[0] == "6600.00"


def test_the_price_of_an_hour_is_no_payment(content: Content) -> None:
    talk = Talk(content, "超市不给我结钱 一小时17 上了200个小时", "店长说试用期一小时只给10块")
    assert total(talk)[0] == "3400.00"
