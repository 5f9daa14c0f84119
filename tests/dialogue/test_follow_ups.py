"""What is said after an answer goes on from it: tests/dialogue/follow_ups.yaml."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.dialogue.answers.following import talked_about
from bot.dialogue.content import Content, Scene
from bot.dialogue.messages import Text
from bot.dialogue.state import DialogueState
from bot.dialogue.step import step
from knowledge.strict_yaml import read_yaml

FILE = Path(__file__).with_name("follow_ups.yaml")
CASES: list[dict[str, Any]] = read_yaml(FILE, FILE.name).value
NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)


def answered_with(entry_id: str) -> DialogueState:
    return DialogueState(stage="question", entry_id=entry_id)


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_a_short_message_goes_on_from_the_answer_before(
    case: dict[str, Any], content: Content
) -> None:
    state = answered_with(case["after"])
    about = talked_about(state, Scene(content, NOW.date()))
    recognition = content.matcher.recognize(case["says"], about)
    shown = 1 if recognition.outcome == "answer" else 4
    assert {match.entry_id for match in recognition.matches[:shown]} & set(case["means"])


@pytest.mark.parametrize(("says", "door"), [
    ("那朋友借钱不还呢", "private_loan"),
    ("要是离婚呢", None),
])  # fmt: skip
def test_another_matter_stays_another_matter(says: str, door: str | None, content: Content) -> None:
    about = talked_about(answered_with("dismissed_how_much"), Scene(content, NOW.date()))
    recognition = content.matcher.recognize(says, about)
    assert recognition.outcome != "answer"
    if door is not None:
        assert (recognition.outcome, recognition.door) == ("out_of_scope", door)


def test_a_choice_left_open_is_talked_about_too(content: Content) -> None:
    choosing = DialogueState(stage="choosing_answer", offered=("injured_at_work", "rider_injured"))
    about = talked_about(choosing, Scene(content, NOW.date()))
    assert about is not None
    assert about.entry_id == "injured_at_work"
    assert talked_about(DialogueState(), Scene(content, NOW.date())) is None


def test_a_long_message_stands_on_its_own(content: Content) -> None:
    about = talked_about(answered_with("dismissed_how_much"), Scene(content, NOW.date()))
    long = "我在站点送餐，昨天一单超时三分钟，站长就罚了我两百块钱，这个合法吗"
    assert content.matcher.recognize(long, about) == content.matcher.recognize(long)


def test_a_place_after_an_answer_tells_what_is_local_there(content: Content) -> None:
    (reply,) = step(answered_with("disability_lump_sum"), Text("在东莞呢"), content, NOW).replies
    assert reply.text.startswith("广东省东莞市")
    assert content.knowledge.entries["disability_lump_sum"].local in reply.text
    (reply,) = step(answered_with("double_pay_no_contract"), Text("在东莞呢"), content, NOW).replies
    assert "12333" in reply.text


def test_a_second_question_of_the_message_is_answered_below_the_first(content: Content) -> None:
    asked = "老板两个月没发工资了怎么办？还有我入职一年都没签劳动合同，能要双倍工资吗？"
    turn = step(DialogueState(stage="question"), Text(asked), content, NOW)
    first, second = turn.replies
    entries = content.knowledge.entries
    assert entries[turn.state.entry_id or ""].short_answer in first.text
    asked_again, answer, *_ = second.text.split("\n")
    assert asked_again.startswith("你还问")
    assert answer in {entry.short_answer for entry in entries.values()}
