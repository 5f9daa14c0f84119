"""Few words for who wants few: never of what cannot wait, nor of what the worker is asked to confirm."""

from datetime import date

import pytest

from bot.dialogue.answers import briefly
from bot.dialogue.content import Content, Scene
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

LINES = "\n".join(f"第{number}句话。" for number in range(1, 9))


def said(stage: str, content: Content, *, urgent: bool = False) -> str:
    state = DialogueState().changed(stage=stage, brief=True)
    turn = Turn(state, (Reply(LINES, urgent=urgent),))
    scene = Scene(content, date(2026, 11, 23))
    return briefly.shortened(turn, "好", scene).replies[0].text


def test_an_answer_is_cut(content: Content) -> None:
    assert len(said("intake", content).split("\n")) == briefly.MOST_LINES


def test_what_cannot_wait_stands_whole(content: Content) -> None:
    assert said("intake", content, urgent=True) == LINES


@pytest.mark.parametrize("stage", ["summary", "referral_offer", "referral_consent", "erasing"])
def test_what_is_confirmed_stands_whole(stage: str, content: Content) -> None:
    assert said(stage, content) == LINES
