"""Pay of a month told as a range, and ranges that are something else."""

import pytest

from tests.intents.examples import extractor


@pytest.mark.parametrize(
    ("says", "low", "high"),
    [
        ("一个月六七千吧", 6000, 7000),
        ("每月5000-6000", 5000, 6000),
        ("工资三千多到四千", 3000, 4000),
        ("5-6k一个月", 5000, 6000),
        ("月薪8千到1万", 8000, 10000),
        ("旺季八千多 淡季四千不到", 4000, 8000),
        ("少的时候三千 多的时候五千五", 3000, 5500),
        ("一个月四五千 旺季能到七八千", 4000, 5000),
    ],
)
def test_a_range_of_pay_has_two_ends(says: str, low: int, high: int) -> None:
    pay = extractor().rough_pay.read(says)
    assert pay is not None
    assert (pay.low, pay.high, pay.of_month) == (low, high, True)


@pytest.mark.parametrize(
    "says",
    [
        "欠我五六千",
        "一天三四百",
        "从六千降到四千",
        "9月到10月的工资",
        "补偿四五万",
        "押金两三千",
        "医药费花了七八千",
        "2021-2024",
        "下午5-6点",
        "9月5000 10月6000",
    ],
)
def test_other_ranges_are_no_pay(says: str) -> None:
    assert extractor().rough_pay.read(says) is None


def test_a_range_alone_may_be_pay_where_it_is_asked() -> None:
    pay = extractor().rough_pay.read("六七千的样子")
    assert pay is not None
    assert pay.alone
    assert not pay.of_month
