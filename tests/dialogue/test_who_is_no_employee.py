"""Past the age of retirement, in a private home, at work for a school: what such a worker is asked, answered and
never promised."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

PAST_AGE = "我61 在厂里看大门八年了 一个月3200 没休息天 昨天经理说年纪大不要了，让月底走"


def test_who_is_sent_away_at_an_age_is_heard_so_though_nobody_is_named(content: Content) -> None:
    talk = Talk(content, PAST_AGE)
    facts = talk.state.facts()
    assert facts["event_kind"] == "dismissal_notice"
    assert facts["over_age_matter"] == "dismissed"
    assert "一般没有法定的经济补偿" in talk.text


@pytest.mark.parametrize(
    "asked", ["那辞退要不要赔我几个月工资", "能不能要点补偿", "他得补我几个月工资不"]
)
def test_past_the_age_of_retirement_no_months_are_promised(content: Content, asked: str) -> None:
    talk = Talk(content, PAST_AGE, asked)
    assert "经济补偿（N）" not in talk.text
    assert "一般没有法定的" in talk.text or "一般没有法定的N" in talk.text


@pytest.mark.parametrize(
    ("said", "drawn"),
    [
        ("新农合养老一个月拿二百来块", "not_drawing"),
        ("没领退休金，社保也没交过", "not_drawing"),
        ("现在也没得退休金", "not_drawing"),
        ("退休金有，企业退的，三千多", "drawing"),
    ],
)
def test_a_pension_is_heard_whatever_is_asked(content: Content, said: str, drawn: str) -> None:
    talk = Talk(content, PAST_AGE, said)
    assert talk.state.facts()["pension_drawn"] == drawn


def test_the_sums_to_choose_from_are_those_that_may_be_owed(content: Content) -> None:
    talk = Talk(content, "我62岁 看大门的 物业昨天让我走", "帮我算算")
    assert not talk.buttons.keys() & {"被辞退的钱", "没签合同的双倍工资"}


def test_hurt_in_a_home_is_asked_of_the_injury_and_not_of_pay(content: Content) -> None:
    talk = Talk(content, "钟点工 在雇主家擦玻璃摔下来腿骨折了")
    assert "按双方过错分担" in talk.text
    assert "钱没给" not in talk.text
    talk.say("就是前天的事 在上海浦东")
    assert talk.state.facts()["event_kind"] == "injury"
    assert "听谁安排" in talk.text
    talk.say("平台上接的单 那个叫天鹅到家")
    assert talk.state.facts()["home_hirer"] == "app"
    talk.say("那我医药费找谁")
    assert "双方各自的过错" in talk.text


def test_a_nanny_accused_of_theft_is_answered_on_that(content: Content) -> None:
    talk = Talk(content, "我在北京一户人家做住家保姆 女主人说手镯不见了要扣我工资")
    assert "没证据不能定你偷" in talk.text
    talk.say("那我是不是就没人管了")
    assert "没人管时间" not in talk.text
    assert "街道" in talk.text or "调解" in talk.text


@pytest.mark.parametrize(
    "story",
    [
        "老师把我们班送到东莞打螺丝 每天11个小时还要上夜班 我才17",
        "学校安排我们班去昆山一个电子厂实习，我读中专二年级，每天站十个小时，流水线",
    ],
)
def test_students_sent_by_their_school_are_answered_on_hours(content: Content, story: str) -> None:
    talk = Talk(content, story)
    assert talk.state.dispute_kind == "intern_or_student"
    assert "一般不得排加班、夜班" in talk.text
    assert talk.state.facts()["school_arranged"] == "school"
    talk.say("从9月15号开始的 还要干到过年")
    facts = talk.state.facts()
    assert facts["employed_from"].endswith("-09-15")
    assert "employed_to" not in facts


def test_a_planned_end_is_no_last_day(content: Content) -> None:
    talk = Talk(content, "学校让我们去昆山电子厂实习 没给工资", "九月十号来的 说要待到明年三月")
    assert "employed_to" not in talk.state.facts()


def test_days_of_which_none_was_missed_are_worked_out_at_their_rate(content: Content) -> None:
    talk = Talk(
        content,
        "我今年67，在郑州一个工地看大门，工资说好一天100，到现在就给过两回生活费一共3000，还在干",
        "今年3月6号开始的，一天没歇",
    )
    daily, days = talk.state.parts[0][0].removeprefix("＋").split("×")
    assert daily == "100"
    assert int(talk.state.facts()["amount_claimed"].split(".")[0]) == 100 * int(days) - 3000


def test_what_came_in_all_is_not_taken_off_the_months_owed(content: Content) -> None:
    talk = Talk(
        content,
        "在深圳南山一户人家做住家阿姨，一个月八千五，9月3号上的户到11月15号下户，后面一个半月没给我结",
        "总共给过我一万两千",
        "那还欠我多少",
    )
    assert "12750元" in talk.text


def test_what_leaving_may_be_worth_is_estimated_when_asked(content: Content) -> None:
    talk = Talk(
        content,
        "我48岁 在武汉洪山一个小区做保洁四年了 物业从来没给交社保",
        "一个月两千四",
        "那我四年能赔多少",
    )
    assert "9600元" in talk.text


def test_who_wants_it_handed_to_whoever_is_in_charge_is_led_there(content: Content) -> None:
    talk = Talk(content, "老板欠我两个月工资 一个月5000", "那你帮我转给管事的吧")
    assert "帮你转" in talk.text
