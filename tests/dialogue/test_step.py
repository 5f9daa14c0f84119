"""What holds for any message in any stage."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.rehearsal import Rehearsal
from bot.dialogue.content import Content
from bot.dialogue.messages import Choice, File, Happened, Incoming, Place, Text
from bot.dialogue.stages import EVERYWHERE, STAGES, StageError, check_transition
from bot.dialogue.state import DialogueState, dump_state, load_state
from bot.dialogue.step import step
from intents.normalize import clean
from knowledge.organizations.organization import Organization
from tests.conftest import NOW

SERVED = (
    Organization(
        "one", "一号", "joint_center", "district", "510114", certainty="high", served=True
    ),
    Organization("two", "二号", "joint_center", "city", "510100", certainty="high", served=True),
)

SAYINGS = (
    "站长扣了我800块说我超时", "老板三个月没发工资", "被辞退了", "在工地摔断了腿", "要", "好", "不", "对",
    "成都新都", "朝阳", "昆山", "美团", "8000", "两万三", "去年8月", "不知道", "跳过", "返回", "重来",
    "为什么问", "我的资料", "删除", "我的案件", "帮我处理", "找人工", "我不想活了", "嗯", "1", "2",
    "帮我算算", "如果月薪是8500呢", "写进案件", "改答案", "还在干", "仲裁要钱吗", "借钱不还", "不对，是一万三", "/start", "²", "\ud800", "A" * 26, "是" * 3000,
)  # fmt: skip

HAPPENINGS = (
    Happened("accepted", {"organization": "一号", "mediator": "王敏"}),
    Happened("declined", {"organization": "一号", "reason": "近期人手不够", "next": None}),
    Happened("unanswered", {"organization": "一号", "next": "二号"}),
    Happened("mediator_wrote", {"mediator": "王敏", "text": "{{ 1 }} <b>"}),
    Happened("closed", {"number": "N", "outcome": "其他", "note": ""}),
    Happened("case_found", {"number": "N", "status": "accepted", "organization": "一号"}),
    Happened("case_not_found"),
)

messages = st.one_of(
    st.sampled_from(SAYINGS).map(clean).map(Text),
    st.text(max_size=60).map(clean).map(Text),
    st.integers(0, 9).map(lambda n: ("press", n)),
    st.sampled_from(["0:right", "any:law:nothing", "any:more:late_delivery_fine", "9:entry:x", ""])
    .map(Choice),
    st.tuples(st.floats(18, 53), st.floats(73, 135)).map(lambda p: Place(*p)),
    st.just(File("f", "照片.jpg", "image/jpeg", 10)),
    st.sampled_from(HAPPENINGS),
)  # fmt: skip


def pressed(message: object, offered: list[str]) -> Incoming:
    if isinstance(message, tuple):
        return Choice(offered[message[1] % len(offered)] if offered else "")
    return message  # type: ignore[return-value]


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(talk=st.lists(messages, min_size=1, max_size=14))
def test_any_talk_is_answered_and_nothing_raises(content: Content, talk: list[object]) -> None:
    rehearsal = Rehearsal(content.serving(SERVED), "property")
    offered: list[str] = []
    now = NOW
    for message in talk:
        now += timedelta(minutes=1)
        before = dump_state(rehearsal.state)
        heard = rehearsal.hear(pressed(message, offered), now)
        assert heard.replies
        assert all(reply.text for reply in heard.replies)
        assert all(len(c.id.encode()) <= 64 for reply in heard.replies for c in reply.choices)
        assert heard.stage in STAGES
        assert load_state(dump_state(rehearsal.state)) == rehearsal.state
        assert before is not None
        offered = [c.id for reply in heard.replies for c in reply.choices] or offered


@pytest.mark.parametrize("path", [
    ["你好"],
    ["老板三个月没发工资"],
    ["公司坑我"],
    ["帮我处理", "欠工资"],
    ["老板拖欠工资", "帮我处理", "成都新都"],
    ["老板拖欠工资", "帮我处理", "成都新都", *["跳过"] * 9],
    ["老板拖欠工资", "帮我处理", "成都新都", *["跳过"] * 9, "对"],
    ["老板拖欠工资", "帮我处理", "成都新都", *["跳过"] * 9, "对", "要"],
    ["老板拖欠工资", "帮我处理", "成都新都", *["跳过"] * 9, "对", "要", "同意"],
    ["我不想活了"],
    ["删除"],
])  # fmt: skip
def test_delete_works_from_everywhere(content: Content, path: list[str]) -> None:
    rehearsal = Rehearsal(content.serving(SERVED), "delete")
    for text in path:
        rehearsal.hear(Text(text), NOW)
    rehearsal.hear(Text("删除"), NOW)
    heard = rehearsal.hear(Text("是"), NOW)
    assert heard.stage == "erased"
    assert heard.effects == ("erase_everything",)
    assert rehearsal.state == DialogueState(stage="erased")


def test_step_changes_nothing_it_was_given(content: Content) -> None:
    state = DialogueState(stage="question")
    before = dump_state(state)
    step(state, Text("老板三个月没发工资"), content, NOW)
    assert dump_state(state) == before


def test_same_arguments_same_turn(content: Content) -> None:
    first = step(DialogueState(), Text("被辞退能赔多少"), content, NOW)
    assert step(DialogueState(), Text("被辞退能赔多少"), content, NOW) == first


@pytest.mark.parametrize("state", ['{"version": 1, "stage": "question"}', ""])
def test_old_states_are_read(state: str) -> None:
    assert load_state(state).stage in STAGES


def test_every_stage_can_be_left_and_is_known() -> None:
    named = {after for afters in STAGES.values() for after in afters} | EVERYWHERE
    assert named <= set(STAGES)
    with pytest.raises(StageError):
        check_transition("welcome", "referral_consent")


def test_the_time_zone_is_that_of_china(content: Content) -> None:
    late = datetime.fromisoformat("2026-11-20T17:00:00+00:00")
    rehearsal = Rehearsal(content, "zone")
    rehearsal.hear(Text("昨天被站长扣了800块钱 帮我处理"), late)
    answer = rehearsal.state.answers.get("event_date")
    assert answer is None or answer.value == "2026-11-20"


def test_buttons_offered_after_a_misread_answer_work(content: Content) -> None:
    rehearsal = Rehearsal(content, "misread")
    for text in ("老板拖欠工资", "帮我处理", "成都新都", "跳过", "跳过"):
        rehearsal.hear(Text(text), NOW)
    asked = rehearsal.hear(Text("花花草草"), NOW)
    yes = asked.replies[-1].choices[0]
    pressed = rehearsal.hear(Choice(yes.id), NOW)
    assert "之前的问题" not in pressed.replies[0].text


def test_a_place_that_was_not_read_may_still_be_shared(content: Content) -> None:
    rehearsal = Rehearsal(content, "place")
    rehearsal.hear(Text("老板拖欠工资"), NOW)
    assert rehearsal.hear(Text("花花草草"), NOW).replies[-1].asks_place
