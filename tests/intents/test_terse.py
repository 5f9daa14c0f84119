"""Lines of short parts: what each part is, and lines that are none."""

import pytest

from tests.intents.examples import extractor


@pytest.mark.parametrize(
    ("says", "months", "age"),
    [
        ("綦江 九年 四十八 三千二 十一个钟头", 108, 48),
        ("武汉 装修公司 设计师 一年两个月 8k", 14, None),
        ("六年 五十三来的 2200 一天十个钟", 72, 59),
        ("保安 45岁 12小时 3200", None, 45),
    ],
)
def test_service_and_age_are_read(says: str, months: int | None, age: int | None) -> None:
    line = extractor().line(says)
    assert (line.service.months if line.service else None, line.age) == (months, age)


@pytest.mark.parametrize(
    "says",
    [
        "三个月 欠着没发 普工",
        "老板欠我三年的工资，五十三个人都没拿到",
        "签了三年 合同 试用期六个月",
        "好的",
    ],
)
def test_other_words_tell_neither(says: str) -> None:
    line = extractor().line(says)
    assert (line.service, line.age) == (None, None)


def test_hours_are_kept_as_they_were_said() -> None:
    assert extractor().line("常州 五年 三千六 十一个钟头 礼拜天也上").beside == (
        "十一个钟头",
        "礼拜天也上",
    )
