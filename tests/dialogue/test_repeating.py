"""An answer given whole is not given whole again within the same matter."""

from datetime import timedelta

from bot.dialogue.answers import repeating
from bot.dialogue.content import Content
from bot.dialogue.messages import Text
from bot.dialogue.state import DialogueState
from bot.dialogue.step import step
from tests.conftest import NOW

FIRST, ASKS = "我是众包骑手 昨晚送单被车撞了 锁骨骨折", "你说的职业伤害保障到底是什么"


def _said(state: DialogueState, text: str, content: Content) -> tuple[str, DialogueState]:
    turn = step(state, Text(text), content, NOW)
    return "\n".join(reply.text for reply in turn.replies), turn.state


def test_what_is_new_is_said_and_the_steps_are_not_said_twice(content: Content) -> None:
    first, state = _said(DialogueState(), FIRST, content)
    entry = content.knowledge.entries[state.cards_said[0]]
    assert entry.do_now[0] in first
    again, state = _said(state, ASKS, content)
    assert entry.do_now[0] not in again
    assert (entry.more or "-") not in again


def test_asked_again_the_very_sentences_are_said(content: Content) -> None:
    _, state = _said(DialogueState(), "仲裁赢了 公司一直不给钱", content)
    _, state = _said(state, "深圳龙岗的 判了我三万二 10月12号拿到的裁决", content)
    again, _ = _said(state, "申请强制执行要到哪里去办", content)
    assert "去法院申请强制执行" in again
    assert "六个月还没执行" not in again


def test_after_a_long_pause_nothing_counts_as_said(content: Content) -> None:
    _, state = _said(DialogueState(), FIRST, content)
    assert repeating.rested(state, NOW).cards_said == state.cards_said
    assert repeating.rested(state, NOW + timedelta(hours=20)).cards_said == ()
