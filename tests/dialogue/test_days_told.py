"""Which day a told day is: one of the work, one of somebody or something else; and what follows for limits."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

OWED = "老板欠我工资8600 在成都新都"
SENT_BACK = "在兰州城关一家医院做护工，派遣的。11月17号说不要我了，退回派遣公司"
HURT = "我爸10月18号从架子上摔下来骨折了 在合肥肥西 没人管"


@pytest.mark.parametrize(
    "said",
    [
        "我表弟也在那干 他是今年2月9号走的",
        "我老婆也是那个厂的 她8月就不干了",
        "跟我一起的老周上个月被开了",
        "我同事去年10月辞的职 钱要到了",
    ],
)
def test_who_else_left_when_is_no_day_of_the_worker(content: Content, said: str) -> None:
    talk = Talk(content, OWED, said)
    assert not {"employed_to", "event_date"} & talk.state.answers.keys()
    assert talk.state.facts().get("still_employed") is not False


def test_the_own_day_beside_that_of_others_counts(content: Content) -> None:
    talk = Talk(content, OWED, "跟我一起的三个人9月走的 我10月20号走的")
    assert talk.state.answers["employed_to"].value == "2026-10-20"


def test_a_day_of_the_one_spoken_for_counts(content: Content) -> None:
    assert Talk(content, HURT).state.answers["event_date"].value == "2026-10-18"


@pytest.mark.parametrize(
    ("says", "value"),
    [
        ((HURT, "问清楚了 是10月17号下午，不是18号，18号是转院那天"), "2026-10-17"),
        ((HURT, "不是18号 是16号"), "2026-10-16"),
        ((HURT, "刚打错了 住院是10月19"), "2026-10-18"),
    ],
)
def test_a_day_put_right_changes_the_fact_it_was_told_for(
    content: Content, says: tuple[str, ...], value: str
) -> None:
    assert Talk(content, *says).state.answers["event_date"].value == value


def test_a_training_put_right_changes_no_day_of_the_work(content: Content) -> None:
    talk = Talk(
        content,
        "我是护士 想辞职 医院要我赔5万才放 在洛阳嵩县 2022年8月来的",
        "2024年送我去进修了半年",
        "刚打错了 进修是2023年 7月到12月 不是24",
    )
    assert talk.state.answers["employed_from"].value == "2022-08"
    assert "employed_to" not in talk.state.answers
    assert "最后一天" not in talk.text


def test_a_change_of_the_firm_ends_no_work(content: Content) -> None:
    talk = Talk(
        content,
        "派遣的 合同12月31号到期 说不续了 在济南天桥 2019年4月干到现在",
        "中间换公司是2022年1月，那次也让写了离职 我写了 没给钱",
    )
    assert "employed_to" not in talk.state.answers
    assert "2023年1月1日" not in talk.text


def test_another_firm_that_waits_changes_neither_the_firm_nor_the_job(content: Content) -> None:
    talk = Talk(content, "我想辞职 公司不让走 在苏州吴江", "新单位等我12月20号报到")
    assert talk.state.facts().get("still_employed") is not False
    assert not talk.state.of_employer


def test_a_year_alone_gives_no_last_day(content: Content) -> None:
    assert "最晚" not in Talk(content, OWED, "去年走的").text


def test_a_last_day_that_is_past_names_the_day_it_is_counted_from(content: Content) -> None:
    text = Talk(content, OWED, "我是前年9月走的").text
    assert "申请劳动仲裁的最后一天是2025年9月1日" in text
    assert "这是从离开2024年9月算的，日子不对就告诉我" in text


def test_an_award_the_firm_took_to_court_has_no_last_day_to_enforce_it(content: Content) -> None:
    talk = Talk(content, "裁决赢了 公司不给钱", "裁决书10月15号拿到的 公司11月1号去法院起诉了")
    assert "申请强制执行。" not in talk.text


def test_the_day_an_award_came_is_no_day_of_payment(content: Content) -> None:
    talk = Talk(content, "裁决下来了 公司不给钱", "9月3号拿到的 写的15天内付两万六")
    assert talk.state.answers["event_kind"].value == "performance_due"
    assert talk.state.answers["event_date"].value == "2026-09-18"


def test_of_two_days_of_an_award_the_one_it_came_on_counts(content: Content) -> None:
    talk = Talk(content, "我仲裁赢了 店里不给钱", "裁决书落款是7月3号 我9号才签收的")
    assert talk.state.answers["event_date"].value == "2026-07-09"
    assert talk.state.answers["event_kind"].value == "award_received"


def test_days_to_pay_that_run_from_when_it_is_in_force_are_not_counted(content: Content) -> None:
    talk = Talk(content, "我仲裁赢了 店里不给钱", "7月9号拿到的裁决书 写着生效后十日内支付")
    assert talk.state.answers["event_date"].value == "2026-07-09"


def test_while_the_days_to_sue_run_an_award_is_not_due(content: Content) -> None:
    talk = Talk(content, "裁决书11月12号收到的 写的十日内付 我还想多要点")
    assert talk.state.answers["event_date"].value == "2026-11-12"


def test_a_last_day_from_a_month_says_that_it_is_counted_from_the_first(content: Content) -> None:
    assert "日子只说到月，按1号算" in Talk(content, OWED, "上个月走的").text
    assert "按1号算" not in Talk(content, OWED, "10月20号走的").text


def test_nobody_left_before_the_notice_of_the_same_month(content: Content) -> None:
    told = "厂里上礼拜四当面说的 说这个月做完就不用来 没补偿 在佛山南海"
    text = Talk(content, told, "我最迟哪天去仲裁").text
    assert "最晚2027年11月12日" in text


def test_the_day_of_handing_in_notice_is_no_last_day(content: Content) -> None:
    talk = Talk(content, "离职证明不给开", "杭州滨江 10月31离职的 9月30提的")
    assert talk.state.answers["employed_to"].value == "2026-10-31"
    assert talk.state.answers["resigned_on"].value == "2026-09-30"


def test_a_start_of_school_is_no_day_of_what_happened(content: Content) -> None:
    talk = Talk(content, "暑假在培训机构当助教 钱没给 在武汉洪山", "我9月1号就开学了")
    assert "event_date" not in talk.state.answers


def test_a_whole_day_alone_years_before_the_end_is_the_first_day(content: Content) -> None:
    talk = Talk(content, SENT_BACK, "2018年4月16日。中间换了三家公司，人和科室没变。3400一月")
    assert talk.state.answers["employed_from"].value == "2018-04-16"


def test_a_notice_years_before_the_last_day_was_the_first_day(content: Content) -> None:
    talk = Talk(content, "我被公司开除了 在兰州城关", "2018年4月16日", "11月17号走的")
    assert talk.state.answers["employed_from"].value == "2018-04-16"
    assert talk.state.answers["event_date"].value == "2026-11-17"
    assert "2027年11月17日" in talk.text


def test_a_day_shortly_before_the_end_is_left_alone(content: Content) -> None:
    talk = Talk(content, SENT_BACK, "2026年3月2日。中间换了三家公司，人和科室没变。3400一月")
    assert "employed_from" not in talk.state.answers
