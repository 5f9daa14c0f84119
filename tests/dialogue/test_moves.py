"""What may be said at any time: tests/dialogue/moves.yaml, and a pause of days."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.channels.rehearsal import Heard, Rehearsal
from bot.dialogue.content import Content
from bot.dialogue.messages import Choice, Text
from knowledge.strict_yaml import read_yaml
from tests.conftest import NOW

TALKS = read_yaml(Path(__file__).parent / "moves.yaml", "moves.yaml").value["talks"]


def heard_last(content: Content, says: list[str]) -> tuple[Rehearsal, Heard]:
    rehearsal = Rehearsal(content, "moves")
    for number, text in enumerate(says):
        heard = rehearsal.hear(Text(text), NOW + timedelta(minutes=number))
    return rehearsal, heard


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk["about"])
def test_a_short_talk(content: Content, talk: dict[str, Any]) -> None:
    _, heard = heard_last(content, talk["says"])
    text = "\n".join(reply.text for reply in heard.replies)
    assert [words for words in talk.get("has", ()) if words not in text] == []
    assert [words for words in talk.get("not", ()) if words in text] == []
    assert [words for words in talk.get("once", ()) if text.count(words) != 1] == []


def test_after_days_the_talk_is_taken_up_where_it_stood(content: Content) -> None:
    rehearsal, _ = heard_last(content, ["老板拖欠工资8000，在成都新都", "三个月"])
    soon = rehearsal.hear(Text("在吗"), NOW + timedelta(hours=20))
    assert "又见面了" not in soon.replies[0].text
    later = rehearsal.hear(Text("还在干"), NOW + timedelta(days=4))
    assert "上次说到“拖欠工资”" in later.replies[0].text
    assert rehearsal.state.answers["still_employed"].value is True


def test_what_the_wizard_heard_reaches_triage(content: Content) -> None:
    says = ["站长扣了我800块说我超时", "成都新都", "美团", "昨天", "站长排班", "要打卡，还罚钱"]
    rehearsal, _ = heard_last(content, [*says, "捷运配送公司"])
    assert rehearsal.state.stage == "summary"
    ways = rehearsal.hear(Text("对的"), NOW)
    assert "劳动关系也可以主张" in ways.replies[0].text


def test_an_interruption_is_told_beside_the_strict_day(content: Content) -> None:
    says = ["去年3月公司把我辞退了，在成都新都", "微信要过", "去年12月10号", *["跳过"] * 5]
    rehearsal, summed = heard_last(content, says)
    assert rehearsal.state.stage == "summary"
    text = summed.replies[-1].text
    assert "2026年3月1日" in text
    assert "可能算到2026年12月10日" in text


def test_a_second_case_keeps_what_holds_for_the_worker(content: Content) -> None:
    rehearsal, _ = heard_last(content, ["老板拖欠工资8000，在成都新都", *["跳过"] * 7, "对的"])
    rehearsal.hear(Choice(f"{rehearsal.state.ask_no}:keep_case"), NOW)
    assert rehearsal.state.handed_over
    rehearsal.hear(Text("后来公司又把我辞退了"), NOW)
    assert "region" in rehearsal.state.answers
    assert "amount_claimed" not in rehearsal.state.answers


@pytest.mark.parametrize("said", ["说错了是500", "等我一下"])
def test_a_mediator_hears_what_would_else_be_for_the_bot(content: Content, said: str) -> None:
    rehearsal, _ = heard_last(content, ["老板拖欠工资8000，在成都新都"])
    rehearsal.state = rehearsal.state.changed(
        stage="handed_off", handed_over=True, case_number="N", case_status="accepted"
    )
    assert rehearsal.hear(Text(said), NOW).effects == ("message_mediator",)
