"""What a message tells beside its answer is held, said back, and not asked again."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk


@pytest.mark.parametrize(("says", "fact", "value"), [
    (("饭店欠我三个月工资 一个月5000", "洛阳涧西", "进店的时候收了我400块服装押金"), "deposit_paid", "400.00"),
    (("我妈在商场扫地摔断了腿，想报工伤", "8月2号上班拖地时候摔的，在绵阳涪城，她57了"), "age", 57),
    (("我妈在商场扫地摔断了腿，想报工伤", "绵阳涪城", "住院花了一万二"), "medical_cost", "12000.00"),
    (("我妈在商场扫地摔断了腿，想报工伤", "8月2号上班拖地时候摔的"), "injury_place", "at_work"),
    (("店里说我走就要赔6000培训费", "长春朝阳区", "签过纸说干不满两年要赔，我干了七个月"), "bond_months", 24),
    (("店里说我走就要赔6000培训费", "长春朝阳区", "签过纸说干不满两年要赔，我干了七个月"), "served_months", 7),
    (("厂里说我单子填错了扣我600 工资才4000",), "deduction_ground", "damage"),
])  # fmt: skip
def test_it_is_held(content: Content, says: tuple[str, ...], fact: str, value: object) -> None:
    assert Talk(content, *says).state.facts().get(fact) == value


def test_a_wage_is_no_month_owed(content: Content) -> None:
    talk = Talk(content, "老板拖欠工资", "在龙泉驿一个汽配厂 做咯两年多 一个月六千二")
    assert talk.state.facts()["monthly_wage"] == "6200.00"
    assert "months_owed" not in talk.state.facts()


def test_a_day_of_leaving_is_the_day_a_limit_runs_from(content: Content) -> None:
    talk = Talk(content, "我怀孕了 公司让我11月20号之后不用来了", "宁波鄞州 月薪6500")
    assert talk.state.asking != "event_date"


def test_a_deposit_is_no_part_of_the_total(content: Content) -> None:
    talk = Talk(
        content, "饭店欠我三个月工资 一个月5000", "洛阳涧西", "进店的时候收了我400块服装押金"
    )
    assert talk.state.facts()["amount_claimed"] == "15000.00"
