"""Which questions are noted for the editors, and which never are."""

import pytest

from bot.channels.rehearsal import Rehearsal
from bot.dialogue.answers.open_questions import LONGEST
from bot.dialogue.content import Content
from bot.dialogue.effects import (
    RATING_REASONS,
    ExplainRating,
    MessageMediator,
    NoteQuestion,
    RateAnswer,
)
from bot.dialogue.messages import Choice, Text
from bot.dialogue.state import DialogueState, dump_state, load_state
from bot.dialogue.step import step
from bot.dialogue.turn import Turn
from tests.conftest import NOW
from tests.dialogue.test_step import SERVED

ENTRY = "unpaid_wages"
IN_THE_OPEN = DialogueState(stage="question")
ASKED = DialogueState(stage="question", entry_id=ENTRY, question="怎么要工资")


def noted(turn: Turn) -> list[NoteQuestion]:
    return [effect for effect in turn.effects if isinstance(effect, NoteQuestion)]


def said(content: Content, text: str, state: DialogueState = IN_THE_OPEN) -> Turn:
    return step(state, Text(text), content, NOW)


def entry_of(content: Content) -> str:
    """Any entry: the ids are the editors' to change."""
    return next(iter(content.knowledge.entries))


def test_what_is_refused_or_unclear_is_noted(content: Content) -> None:
    assert noted(said(content, "借给朋友的钱不还怎么办")) == [
        NoteQuestion("借给朋友的钱不还怎么办", "refused")
    ]
    unclear = said(content, "那个啥到底该咋弄嘛")
    assert [question.reason for question in noted(unclear)] in (["unclear"], ["refused"])
    long = noted(said(content, "孩子上学报名的材料要哪些？" * 100))
    assert all(len(question.asked) <= LONGEST for question in long)


@pytest.mark.parametrize("text", [
    "我不想活了", "老板拿刀要砍我", "删除", "找人工", "你好", "嗯", "？", "帮我处理", "成都新都",
    "老板三个月没发工资",
])  # fmt: skip
def test_danger_commands_facts_and_answered_questions_are_not(content: Content, text: str) -> None:
    assert noted(said(content, text)) == []


def test_words_near_danger_are_not_even_remembered(content: Content) -> None:
    for text in ("组长摸我大腿还说骚话", "领导老是摸我，借钱还不还"):
        assert said(content, text).state.question in ("", text)
        if content.crisis.alarms(text):
            assert said(content, text).state.question == ""


def test_answers_to_an_intake_and_asides_in_it_are_not(content: Content) -> None:
    rehearsal = Rehearsal(content.serving(SERVED), "intake")
    for text in ("老板拖欠工资", "帮我处理"):
        rehearsal.hear(Text(text), NOW)
    for text in ("花花草草的怎么说呢", "借给朋友的钱不还怎么办？", "成都新都", "就是那个那个事啊"):
        turn = step(rehearsal.state, Text(text), content, NOW)
        assert noted(turn) == []
        assert rehearsal.state.stage == "intake"
        rehearsal.hear(Text(text), NOW)


@pytest.mark.parametrize("status", ["saved", "referred", "accepted", "no_taker"])
def test_nothing_is_noted_once_there_is_a_case(content: Content, status: str) -> None:
    in_case = ASKED.changed(case_number="GY-1", case_status=status, entry_id=entry_of(content))
    assert noted(said(content, "借给朋友的钱不还怎么办", in_case)) == []
    rated = step(in_case, Choice(f"any:useless:{in_case.entry_id}"), content, NOW)
    assert noted(rated) == []
    over = in_case.changed(case_status="closed")
    assert noted(said(content, "借给朋友的钱不还怎么办", over))


def test_no_use_is_counted_noted_once_and_explained_with_one_tap(content: Content) -> None:
    entry = entry_of(content)
    state = ASKED.changed(entry_id=entry)
    turn = step(state, Choice(f"any:useless:{entry}"), content, NOW)
    assert turn.effects == (
        RateAnswer(entry, False),
        NoteQuestion("怎么要工资", "useless", entry),
    )
    (reply,) = turn.replies
    assert [choice.id for choice in reply.choices] == [f"any:{r}:{entry}" for r in RATING_REASONS]
    again = step(turn.state, Choice(f"any:useless:{entry}"), content, NOW)
    assert again.effects == (RateAnswer(entry, False),)
    for choice in reply.choices:
        told = step(turn.state, Choice(choice.id), content, NOW)
        (effect,) = told.effects
        assert effect == ExplainRating(entry, choice.id.split(":")[1])
        assert told.replies


def test_a_rating_of_another_answer_notes_nothing_and_of_no_entry_counts_nothing(
    content: Content,
) -> None:
    first, second = list(content.knowledge.entries)[:2]
    state = ASKED.changed(entry_id=first)
    assert step(state, Choice(f"any:useless:{second}"), content, NOW).effects == (
        RateAnswer(second, False),
    )
    for name in ("useful", "useless", *RATING_REASONS):
        assert step(state, Choice(f"any:{name}:张三13800138000"), content, NOW).effects == ()


def test_no_use_typed_is_a_rating_unless_a_mediator_waits_for_words(content: Content) -> None:
    state = ASKED.changed(entry_id=entry_of(content))
    assert RateAnswer(state.entry_id or "", False) in said(content, "没用", state).effects
    waiting = state.changed(mediator_waits=True, case_number="GY-1", case_status="accepted")
    assert said(content, "没用", waiting).effects == (MessageMediator("没用"),)


def test_not_this_question_is_noted_with_the_answer_it_got(content: Content) -> None:
    entry = entry_of(content)
    state = ASKED.changed(entry_id=entry, ask_no=3)
    turn = step(state, Choice("3:other"), content, NOW)
    assert noted(turn) == [NoteQuestion("怎么要工资", "unclear", entry)]
    assert turn.state.question == ""


def test_every_answer_can_be_rated_in_two_taps(content: Content) -> None:
    rehearsal = Rehearsal(content, "taps")
    for text in ("老板三个月没发工资", "帮我处理", "仲裁要钱吗"):
        heard = rehearsal.hear(Text(text), NOW)
        law = [c.id for reply in heard.replies for c in reply.choices if c.id.startswith("any:law")]
        if text == "帮我处理":
            continue
        behind = rehearsal.hear(Choice(law[0]), NOW)
        ids = [choice.id for choice in behind.replies[-1].choices]
        assert any(id.startswith("any:useless:") for id in ids)


def test_a_state_stored_before_is_read_and_erasing_forgets_the_question(content: Content) -> None:
    stored = dump_state(IN_THE_OPEN).replace('"question":"",', "")
    assert '"question":"",' not in stored
    assert load_state(stored) == IN_THE_OPEN
    asked = said(content, "老板三个月没发工资").state
    assert asked.question == "老板三个月没发工资"
    confirming = said(content, "删除", asked).state
    assert said(content, "是", confirming).state.question == ""
    assert said(content, "重来", asked).state.question == ""
