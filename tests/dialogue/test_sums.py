"""帮我算算: what is asked, what is shown, and what it never disturbs."""

import json

import pytest

from bot.dialogue.content import Content
from bot.dialogue.messages import Happened, Text
from bot.dialogue.state import Calculation, DialogueState, dump_state, load_state
from bot.dialogue.step import step
from knowledge.law.calculation_rules import RULES
from tests.conftest import NOW
from tests.dialogue.sum_talk import DISMISSED, Talk, told


def test_what_was_told_is_not_asked_again(content: Content) -> None:
    facts = told(employed_from="2023-03-01", employed_to="2026-10-15", monthly_wage="8000.00")
    state = DialogueState(stage="question", dispute_kind="unlawful_dismissal", answers=facts)
    turn = step(state, Text("帮我算算"), content, NOW)
    assert "64000元" in turn.replies[0].text
    assert len(turn.replies[0].text.split("\n\n")[0].splitlines()) <= 10


@pytest.mark.parametrize(("facts", "asked"), [
    ({"still_employed": True}, "哪天开始"),
    ({"employed_from": "2023-03-01"}, "哪天不干"),
    ({"employed_from": "2023-03-01", "still_employed": True}, "一个月"),
    ({"employed_from": "2023-03-01", "event_kind": "dismissal_notice", "event_date": "2026-10"},
     "一个月"),
    ({"employed_from": "2023-03-01", "event_kind": "injury", "event_date": "2026-10"}, "哪天不干"),
    ({"employed_from": "2023-03-01", "employed_to": "2026-10", "monthly_wage": "50000"}, "区县"),
])  # fmt: skip
def test_only_what_is_missing_is_asked(
    content: Content, facts: dict[str, str | bool], asked: str
) -> None:
    state = DialogueState(
        stage="question", dispute_kind="unlawful_dismissal", answers=told(**facts)
    )
    assert asked in step(state, Text("算一算"), content, NOW).replies[0].text


def test_the_year_of_a_death_comes_from_the_accident(content: Content) -> None:
    facts = told(event_kind="injury", event_date="2025-03-02")
    state = DialogueState(stage="question", dispute_kind="death_benefit", answers=facts)
    assert "一次性工亡补助金：" in step(state, Text("帮我算算"), content, NOW).replies[0].text


def test_what_was_skipped_is_named(content: Content) -> None:
    talk = Talk(content, "被公司辞退了", "帮我算算", "跳过", "跳过", "8000")
    assert "还要知道：入职日期、离职日期" in talk.text
    assert talk.state.calculated == ()


def test_a_bad_value_is_refused_in_one_sentence_and_asked_again(content: Content) -> None:
    talk = Talk(content, "工伤能赔多少", "帮我算算", "11级")
    assert "伤残等级是1到10级" in talk.text
    assert "几级伤残" in talk.text
    assert "injury_grade" not in talk.state.answers


def test_days_in_the_wrong_order_are_asked_again(content: Content) -> None:
    talk = Talk(content, "被公司辞退了", "帮我算算", "2026年11月1号", "2026年10月1号", "8000")
    assert "比入职还早" in talk.text
    assert "哪天不干" in talk.text
    assert "2N）：4000元" not in talk.text
    assert "1.5" not in talk.say("2026年11月20号").text
    assert "8000元" in talk.text


def test_the_list_is_offered_where_nothing_was_talked_about(content: Content) -> None:
    talk = Talk(content, "帮我算算")
    assert "加班费" in talk.buttons
    assert "一个月工资" in talk.press("加班费").text
    assert "一个月工资" in Talk(content, "帮我算算", "加班费").text
    assert "一个月工资" in Talk(content, "帮我算算", "2").text
    assert "要算哪一个" in Talk(content, "帮我算算", "").text
    assert "要算哪一个" in Talk(content, "帮我算算", "为什么问").text
    assert "先不算了" in Talk(content, "帮我算算", "跳过").text
    left = Talk(content, "帮我算算", "老板三个月没发工资")
    assert left.state.calculation is None


def test_another_sum_can_be_picked_afterwards(content: Content) -> None:
    talk = Talk(content, *DISMISSED).press("算别的")
    assert "要算哪一个" in talk.text
    assert "几级伤残" in talk.press("工伤的伤残补助金").text
    talk = Talk(content, "帮我算算", "2", "8700", "1小时", "没有", "没有")
    assert "加班费：" in talk.say("帮我算算").text


def test_the_ways_out(content: Content) -> None:
    talk = Talk(content, "被公司辞退了", "帮我算算")
    assert "先不算了" in talk.say("返回").text
    assert talk.state.calculation is None
    talk.say("帮我算算", "2023年3月1号", "跳过")
    assert "哪天不干" in talk.say("返回").text
    assert "哪天开始" in talk.say("改答案").text
    assert "employed_from" not in talk.state.answers
    assert "工龄" in talk.say("为什么问").text
    assert "12333" in talk.say("找人工").text
    assert "哪天开始" in talk.say("").text
    assert "先不算了" in talk.say("取消").text


def test_an_answer_is_changed_after_the_result(content: Content) -> None:
    talk = Talk(content, *DISMISSED, "改答案", "9000")
    assert "72000元" in talk.text


@pytest.mark.parametrize(("before", "after"), [
    (("你好",), "我是工友问问"),
    (("老板拖欠工资", "帮我处理", "杭州余杭", "8000"), "没看懂|哪|多少|几"),
    (("老板拖欠工资", "帮我处理", "成都新都", *["跳过"] * 9), "哪一项不对"),
])  # fmt: skip
def test_nothing_to_change_in_a_sum(content: Content, before: tuple[str, ...], after: str) -> None:
    talk = Talk(content, *before, "改答案")
    assert any(words in talk.text for words in after.split("|"))


def test_words_that_cannot_be_read_let_the_question_go(content: Content) -> None:
    talk = Talk(content, "被公司辞退了", "帮我算算", "嗯嗯嗯", "嗯嗯嗯")
    assert "没看懂这个日期" in talk.text
    assert "哪天不干" in talk.say("嗯嗯嗯").text


def test_a_side_question_does_not_lose_the_sum(content: Content) -> None:
    talk = Talk(content, "被公司辞退了", "帮我算算")
    assert "仲裁不收费" in talk.say("仲裁要钱吗").text
    assert "哪天开始" in talk.text
    assert "哪天开始" in talk.say("公司让我签自愿离职协议我该不该签").text
    assert "哪天不干" in talk.say("我是2023年3月入职的").text


def test_another_fact_told_meanwhile_counts(content: Content) -> None:
    talk = Talk(content, "没签劳动合同", "帮我算算", "2026年2月1号", "没签", "我还在职")
    assert "一个月工资" in talk.text


def test_danger_goes_first(content: Content) -> None:
    talk = Talk(content, "被公司辞退了", "帮我算算")
    assert "12356" in talk.say("我不想活了").text
    assert "接着说" in talk.say("没事了").text
    assert "哪天开始" in talk.say("接着说").text


def test_the_intake_goes_on_where_it_stood(content: Content) -> None:
    talk = Talk(content, "被公司辞退了", "帮我处理", "成都新都", "帮我算算")
    talk.say("2023年3月1号", "2026年10月15号", "8000")
    assert "64000元" in talk.text
    assert "哪天通知" in talk.text
    assert "哪天通知" in talk.say("帮我算算", "改答案", "取消").text
    assert talk.state.stage == "intake"


def test_help_and_the_case_put_an_open_sum_down(content: Content) -> None:
    talk = Talk(content, "被公司辞退了", "帮我算算", "帮我处理")
    assert talk.state.stage == "intake"
    assert talk.state.calculation is None
    talk = Talk(content, "被公司辞退了", "帮我算算")
    talk.state = talk.state.changed(case_number="GY-1", case_status="accepted")
    assert "GY-1" in talk.say("我的案件").text


def test_places_are_asked_back(content: Content) -> None:
    wages = ("低于最低工资怎么办", "帮我算算")
    talk = Talk(content, *wages, "朝阳区")
    assert "选一个" in talk.text
    talk.press(next(label for label in talk.buttons if "北京" in label))
    assert "2540元" in talk.text
    assert "按2540元要求" not in talk.buttons
    talk = Talk(content, *wages).share(30.82, 104.16)
    assert "选一个" in talk.text
    assert "没认出" in Talk(content, *wages).share(0, 0).text
    assert "收到位置" in Talk(content, "被公司辞退了", "帮我算算").share(30.82, 104.16).text


def test_choices_are_pressed(content: Content) -> None:
    talk = Talk(content, "什么时候能退休", "帮我算算", "1970年5月")
    assert "法定退休年月：" in talk.press("男").text
    talk = Talk(content, "什么时候能退休", "帮我算算", "1970年5月").press("女，一线工人")
    assert "法定退休年月：" in talk.text
    assert "假设" not in talk.say("8500呢").text
    talk = Talk(content, "什么时候能退休", "帮我算算")
    assert "之前的问题" in talk.press(f"{talk.state.ask_no}:sum_answer:male_60").text


def test_buttons_of_older_content_offer_the_list(content: Content) -> None:
    assert "要算哪一个" in Talk(content).press("any:calculate:gone").text
    gone = DialogueState(stage="question", calculation=Calculation(id="gone", asking="region"))
    assert "要算哪一个" in step(gone, Text("成都"), content, NOW).replies[-1].text
    assert step(gone, Text(""), content, NOW).replies
    assert "要算哪一个" in Talk(content).press("any:calculate:").text


def test_who_goes_on_instead_of_deleting_is_told_that_nothing_is_deleted(content: Content) -> None:
    talk = Talk(content, *DISMISSED, "删除")
    assert talk.say("如果月薪是8500呢").text.startswith("好，没有删。\n假设")
    assert talk.say("删除", "帮我算算").state.stage != "erasing"
    assert "没有删" in talk.say("删除", "改答案", "不删").text
    talk.state = DialogueState(stage="erasing")
    assert talk.say("帮我算算").state.stage == "question"


def test_a_mediator_who_waits_hears_the_answer(content: Content) -> None:
    talk = Talk(content, "被公司辞退了", "帮我算算")
    talk.state = talk.state.changed(stage="handed_off", case_number="N", case_status="accepted")
    talk.hear(Happened("mediator_wrote", {"mediator": "王敏", "text": "在吗"}), NOW)
    assert "已转给调解员" in talk.say("在的").text
    assert "哪天不干" in talk.say("2023年3月1号").text


def test_states_stored_before_load(content: Content) -> None:
    stored = json.loads(dump_state(DialogueState(stage="question")))
    del stored["calculation"], stored["calculated"]
    state = load_state(json.dumps(stored))
    assert state.calculation is None
    talk = Talk(content, *DISMISSED, "如果月薪是8500呢", "改答案")
    assert load_state(dump_state(talk.state)) == talk.state


def test_every_sum_runs_to_its_end(content: Content) -> None:
    for sum_ in content.intents.sums.by_id.values():
        talk = Talk(content).press(f"any:calculate:{sum_.id}")
        for _ in range(8):
            talk.say("跳过") if talk.state.calculation and talk.state.calculation.asking else None
        assert all(
            content.knowledge.calculation_basis.words.titles[r] in talk.text for r in sum_.rules
        )
        assert set(sum_.rules) <= set(RULES)
