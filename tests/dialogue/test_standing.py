"""Who works for no firm is offered none of a firm's rules, and no office that may be closed to him."""

import pytest

from bot.dialogue.content import Content, Scene
from bot.dialogue.state import Answer, DialogueState
from bot.dialogue.told.standing import may_arbitrate, works_for_firm
from tests.conftest import TODAY
from tests.dialogue.sum_talk import Talk

TIMES_AND_DAYS = ("3倍是一天", "法定节假日", "付3倍", "一年有5天年休假")


def _worker(kind: str | None, matter: str, story: str = "") -> DialogueState:
    answers = {} if kind is None else {"worker_kind": Answer(value=kind, said=kind)}
    return DialogueState(dispute_kind=matter, answers=answers, story=story)


@pytest.mark.parametrize(("kind", "matter", "story", "firm"), [
    (None, "wage_arrears", "在电子厂上班，两个月没发工资", True),
    ("over_retirement_age", "overtime_pay", "", True),
    ("domestic", "overtime_pay", "", False),
    (None, "overtime_pay", "在一户人家带孩子，天天忙到半夜", False),
    (None, "overtime_pay", "我给私人家做饭打扫", False),
    ("self_employed", "wage_arrears", "", False),
    (None, "service_contract", "", False),
    ("intern", "annual_leave", "", False),
])  # fmt: skip
def test_a_home_a_client_and_a_school_are_no_firm(
    content: Content, kind: str | None, matter: str, story: str, firm: bool
) -> None:
    assert works_for_firm(_worker(kind, matter, story), Scene(content, TODAY)) is firm


@pytest.mark.parametrize(("kind", "matter", "open_"), [
    ("employee", "platform_deduction", False), ("platform", "wage_arrears", False),
    ("domestic", "wage_arrears", False), ("employee", "wage_arrears", True), (None, "overtime_pay", True),
])  # fmt: skip
def test_labour_arbitration_may_be_closed_to_riders(
    content: Content, kind: str | None, matter: str, open_: bool
) -> None:
    assert may_arbitrate(_worker(kind, matter), Scene(content, TODAY)) is open_


@pytest.mark.parametrize("says", [
    ("我在成都给人家当住家保姆，一个月6000，国庆三天都没休，雇主不给加班费", "国庆那三天该给多少"),
    ("加班费怎么算的", "我是给人家做住家阿姨的，月薪5220 10月份工作日加了40个钟", "国庆还上了一天 8小时 这个三倍吧", "10月2号那天"),
    ("在广州做月嫂，一个月9000，东家拖了我一个月没给", "年假一天没休能折多少钱"),
])  # fmt: skip
def test_no_holiday_and_no_leave_of_a_firm_in_a_home(
    content: Content, says: tuple[str, ...]
) -> None:
    talk = Talk(content, *says)
    assert [words for words in TIMES_AND_DAYS if words in talk.text.replace("节日3倍", "")] == []
    assert "public_holiday_hours" not in talk.state.answers


def test_what_a_home_owes_for_a_holiday_is_what_was_agreed(content: Content) -> None:
    talk = Talk(
        content, "我给人家当住家保姆，在成都，一个月6000，国庆三天都没休", "国庆那三天该给多少"
    )
    assert "看你们怎么约定" in talk.text


@pytest.mark.parametrize("says", [
    ("众包跑外卖，平台扣了我600块，在合肥", "客服说你去告啊 随便告"),
    ("我自己接活做设计，客户欠我8000不给，在广州", "他说有本事去告"),
])  # fmt: skip
def test_who_may_be_sent_to_court_is_promised_no_arbitration(
    content: Content, says: tuple[str, ...]
) -> None:
    said = Talk(content, *says).text
    assert "人民调解不收钱" in said
    assert "劳动仲裁都不收钱" not in said


def test_an_employee_dared_to_complain_hears_of_the_offices(content: Content) -> None:
    said = Talk(content, "武汉一家物流公司三个月没发工资了", "老板说随便你去告").text
    assert "劳动监察投诉、劳动仲裁都不收钱" in said


def test_who_is_hurt_is_not_let_wait(content: Content) -> None:
    said = Talk(content, "上周在佛山厂里机器压了手，厂里没给报工伤", "厂里就叫我等通知").text
    assert "1年内，你或家人自己去人社局报" in said
    assert "书面答复" not in said
