"""Words within a talk that hold a place, a day, a sum or a name of something else fill no fact of the worker's.

Today is the twenty-first of November."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

PAY, SITE = "老板拖欠工资不给", "装修工头欠我工钱一直不给"
APP = "平台把我账号封了"
SAYS = tuple[str, ...]


@pytest.mark.parametrize("said", [
    "我还有个表姐在香港做工 她说那边可以告",
    "他以前还欠遵义的一个伙计 到现在都没给",
    "材料是从临沂发来的",
    "货都发到乌鲁木齐去了",
    "听说他在云南昆明又接了活",
    "打算过完年去义乌找事做",
    "我闺女在武汉住院呢 等钱用",
    "我们群里有个厦门的 人家拿到钱了",
])  # fmt: skip
def test_a_place_of_something_else_is_none_of_work(content: Content, said: str) -> None:
    assert not {"region", "town"} & Talk(content, PAY, said).state.answers.keys()


@pytest.mark.parametrize(("said", "code"), [
    ("工头是广西玉林人 活是在惠州惠城干的", "441302"),
    ("总部在杭州 我们分店在绍兴柯桥", "330603"),
    ("我老公在宁波开货车 我自己在南昌青云谱一家快餐店", "360104"),
    ("我户口在驻马店 单子都是在苏州吴中跑的", "320506"),
])  # fmt: skip
def test_the_place_of_work_beside_another_counts(content: Content, said: str, code: str) -> None:
    assert Talk(content, PAY, said).state.answers["region"].value == code


@pytest.mark.parametrize("said", ["东莞厚街", "在东莞长安", "会不会他们来报复我"])
def test_a_place_or_a_question_names_no_employer(content: Content, said: str) -> None:
    talk = Talk(content, PAY, "深圳龙岗", "一共8600", "跳过", "还在", said)
    assert "employer" not in talk.state.answers


def test_what_asks_is_no_name_put_right(content: Content) -> None:
    talk = Talk(content, APP, "深圳龙岗", "美团", "打错了哈 那这钱能要回来不")
    assert talk.state.answers["platform"].value == "美团"


@pytest.mark.parametrize("said", [
    "我同学在隔壁厂一个月八千",
    "我师傅是正式工 一个月九千多",
    "同来的老吴摔断了腰 赔了十二万",
    "对门那家饭店的服务员一个月四千八",
    "隔壁厂给我开5500 我还没去",
    "他那台车就值四十万",
    "为了修车贷了两万块",
    "律师开口要5000",
    "他最多给到5000",
    "来回车票花了460",
    "宿舍水电每个月扣150",
    "一箱货卖人家三百多 给我们才八毛",
])  # fmt: skip
@pytest.mark.parametrize("before", [(), ("深圳龙岗",)])
def test_a_sum_of_something_else_is_neither_owed_nor_earned(
    content: Content, before: SAYS, said: str
) -> None:
    talk = Talk(content, PAY, *before, said)
    assert not {"amount_claimed", "monthly_wage"} & talk.state.answers.keys()


@pytest.mark.parametrize(("said", "value"), [
    ("老板欠我大概八千六吧", "8600.00"),
    ("一共一万四", "14000.00"),
    ("欠条上写的9200", "9200.00"),
    ("讲多都冇用 一万四蚊", "14000.00"),
])  # fmt: skip
def test_what_is_owed_is_still_heard(content: Content, said: str, value: str) -> None:
    assert Talk(content, PAY, "深圳龙岗", said).state.answers["amount_claimed"].value == value


def test_the_pay_of_a_month_is_no_sum_owed_in_all(content: Content) -> None:
    talk = Talk(content, PAY, "深圳龙岗", "月工资5300 到现在没发")
    assert talk.state.answers["monthly_wage"].value == "5300.00"
    assert "amount_claimed" not in talk.state.answers


def test_the_pay_of_a_month_is_no_month_of_service(content: Content) -> None:
    talk = Talk(content, PAY, "深圳龙岗", "我在公司上班一个月6500", "我去年3月来的")
    assert talk.state.answers["employed_from"].value == "2025-03"


def test_what_is_kept_back_each_day_is_no_pay_of_a_day(content: Content) -> None:
    talk = Talk(content, SITE, "深圳龙岗", "一天260 干了118天", "扣生活费一天30")
    assert talk.state.answers["amount_claimed"].value == "30680.00"


def test_two_months_unpaid_are_no_day_of_leaving(content: Content) -> None:
    talk = Talk(content, PAY, "深圳龙岗", "一共8600", "我已经不干了", "两个月", "9月跟10月的")
    assert "employed_to" not in talk.state.answers


@pytest.mark.parametrize("said", ["12月1号", "说是12月1号", "叫我们撑到12月18号"])
def test_a_day_to_come_sets_no_limit_of_last_year(content: Content, said: str) -> None:
    talk = Talk(content, "公司说要辞退我", "深圳龙岗", said)
    assert "2025" not in talk.text
    assert not any(str(each.value).startswith("2025") for each in talk.state.answers.values())


@pytest.mark.parametrize(("said", "day"), [
    ("17号早上打不开的", "2026-11-17"),
    ("19号弹出来说违规 人就进不去了", "2026-11-19"),
    ("前天晚上十点多突然上不去了", "2026-11-19"),
])  # fmt: skip
def test_the_day_an_account_stopped_working_is_heard(content: Content, said: str, day: str) -> None:
    assert Talk(content, APP, said).state.answers["event_date"].value == day


@pytest.mark.parametrize("said", ["我的健康证3月才到期", "我寻思11月30号去找他理论"])
def test_a_day_of_a_paper_or_an_errand_is_none_of_the_matter(content: Content, said: str) -> None:
    talk = Talk(content, APP, "杭州余杭", said)
    assert not {"event_date", "employed_from", "employed_to"} & talk.state.answers.keys()


def test_who_else_is_still_there_does_not_tell_of_the_worker(content: Content) -> None:
    assert "still_employed" not in Talk(content, PAY, "他们都拿钱走了 就老周还在干").state.answers
    assert (
        Talk(content, PAY, "就剩我还在 别的都走光了").state.answers["still_employed"].value is True
    )
