"""What was not told is not booked: rules, peaks, bills, days of signing, sentences for names."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

STOPPED = "站长把我号给停了 现在连系统都登不进去 这算不算开除我"
OWED = "老板欠我工资不给"


@pytest.mark.parametrize(
    ("says", "fact"),
    [
        ((STOPPED, "在西安雁塔 去年3月来的", "天天早会点名 不去罚50 请假还得批"), "still_employed"),
        ((STOPPED, "在西安雁塔", "天天早会点名 不去罚50 请假还得批"), "amount_claimed"),
        (("公司乱扣我工资", "在长沙", "迟到一次罚100 请假要写申请"), "amount_claimed"),
        (("公司乱扣我工资", "在长沙", "请假一天扣300，迟到罚100"), "amount_claimed"),
        ((OWED, "在成都武侯", "医药费一千二是我自己出的"), "amount_claimed"),
        ((OWED, "在成都武侯", "到现在就给过800块"), "amount_claimed"),
        ((OWED, "在成都武侯", "介绍费收了我1500"), "amount_claimed"),
        ((OWED, "在成都武侯", "病人家住院费欠了三万 不是我的事"), "amount_claimed"),
        ((OWED, "在成都武侯", "昨天老板发了条短信说没钱"), "demanded"),
        ((OWED, "在成都武侯", "上面好像写的月工资就是6000"), "monthly_wage"),
        (("公会说解约要赔20万", "独家经纪合同 三年 今年7月签的 在长沙"), "event_date"),
        (("公司把我辞退了", "合同是去年5月签的"), "event_date"),
        (("公司把我辞退了", "合同是去年5月签的"), "employed_to"),
        (("送外卖被电动车撞了 骨折", "武侯", "交警来了的，说对方全责"), "platform"),
        (("送外卖被电动车撞了 骨折", "武侯", "保险公司来了的，说要等责任书"), "platform"),
        (("送外卖被电动车撞了 骨折", "武侯", "站长来过医院的，说跟他没关系"), "platform"),
        ((OWED, "公司名叫啥啥供应链"), "employer"),
        (("租公司的车跑网约车 押金八千不退", "合同到期了啊 我8月30号就把车还了"), "employed_to"),
        (("怀孕了厂里不给换岗", "昨天人事发微信说再不上班按旷工处理"), "demanded"),
        (("上班摔断腿了 公司不管", "在合肥包河", "现在还在家里躺着养伤"), "still_employed"),
        (
            ("老板今天叫我别来了 干了三年多", "杭州余杭 7500一个月", "给我一个月工资打发我 中不"),
            "employed_from",
        ),
        (
            ("我老公在工地摔了 现在昏迷", "在成都新都 昨天摔的", "没签合同 干了二十天 一天三百"),
            "amount_claimed",
        ),
    ],
)
def test_it_is_not_booked(content: Content, says: tuple[str, ...], fact: str) -> None:
    assert fact not in Talk(content, *says).state.facts()


@pytest.mark.parametrize(
    ("says", "fact", "value"),
    [
        ((OWED, "平时五千，旺季八千"), "monthly_wage", "5000.00"),
        (("裸辞了 但是公司不放人 不给离职证明",), "still_employed", False),
        (("怀孕了厂里不给换岗 要我辞职",), "still_employed", True),
        (("公司乱扣我工资", "上个月迟到被扣了我300"), "amount_claimed", "300.00"),
        (("公司乱收钱", "中介费收了我1500不退"), "amount_claimed", "1500.00"),
        (("网点欠我们两个月工资", "9月大概7300，10月还没对账，估计8000上下"), "amount_claimed", "15300.00"),
    ],
)  # fmt: skip
def test_what_was_told_stands(
    content: Content, says: tuple[str, ...], fact: str, value: object
) -> None:
    assert Talk(content, *says).state.facts().get(fact) == value


@pytest.mark.parametrize(
    ("told", "said", "value"),
    [
        ("2021年5月17日入职 公司要裁我 月薪9000", "更正一下 入职是5月31日 17日是体检", "2021-05-31"),
        ("2023年3月进的厂 公司把我辞退了", "说错了 进厂是8月", "2023-08"),
        ("2024年12月进的厂 公司把我辞退了", "说错了 入职是2025年1月", "2025-01"),
    ],
)  # fmt: skip
def test_a_day_put_right_keeps_its_year(content: Content, told: str, said: str, value: str) -> None:
    assert Talk(content, told, said).state.answers["employed_from"].value == value
