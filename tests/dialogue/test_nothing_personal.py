"""A full consultation needs nothing personal: every way that does not refer is walked to its end."""

import re

import pytest

from bot.dialogue.content import Content
from bot.dialogue.effects import MessageMediator, OpenCase
from bot.dialogue.messages import Choice, Reply, Text
from bot.dialogue.state import DialogueState
from bot.dialogue.step import step
from bot.dialogue.turn import Turn
from tests.conftest import NOW
from tests.intents.examples import example_file

WORDS = example_file("nothing_personal.yaml")
ASKS = re.compile("|".join(WORDS["asks_who_you_are"]))
PERSONAL = frozenset(WORDS["personal_facts"])
LONGEST = 30


def asked_for(replies: tuple[Reply, ...]) -> list[str]:
    return [reply.text for reply in replies if ASKS.search(reply.text)]


def walk(state: DialogueState, content: Content) -> list[Turn]:
    """Skip every question, or take its first answer, up to the offer of a place to go."""
    turns = [step(state, Text("帮我处理"), content, NOW)]
    while turns[-1].state.stage == "intake" and len(turns) < LONGEST:
        at = turns[-1].state
        offered = [choice for reply in turns[-1].replies for choice in reply.choices]
        choices = [choice for choice in offered if not choice.id.endswith(":back")]
        skips = [choice for choice in choices if choice.id.endswith(":skip")]
        incoming = Choice(skips[0].id) if skips else Text("跳过")
        if len(turns) % 2 and choices:
            incoming = Choice(choices[0].id)
        turns.append(step(at, incoming, content, NOW))
    for said in ("对", "跳过", "对"):  # a place passed over is asked once more
        if turns[-1].state.stage in ("summary", "intake"):
            turns.append(step(turns[-1].state, Text(said), content, NOW))
    return turns


def test_every_answer_can_be_had_to_the_end_without_a_word_on_who_asks(content: Content) -> None:
    for entry_id in content.knowledge.entries:
        offered = DialogueState(stage="choosing_answer", ask_no=1, offered=(entry_id,))
        turn = step(offered, Choice(f"1:entry:{entry_id}"), content, NOW)
        assert turn.state.stage == "question", entry_id
        for name in ("more", "evidence", "law"):
            told = step(turn.state, Choice(f"any:{name}:{entry_id}"), content, NOW)
            assert asked_for(told.replies) == [], (entry_id, name)


def test_every_calculation_asks_for_facts_of_the_work_alone(content: Content) -> None:
    for sum_id in content.intents.sums.by_id:
        turn = step(
            DialogueState(stage="question"), Choice(f"any:calculate:{sum_id}"), content, NOW
        )
        for _ in range(LONGEST):
            asking = turn.state.calculation and turn.state.calculation.asking
            if not asking:
                break
            assert asking not in PERSONAL
            assert asked_for(turn.replies) == [], sum_id
            turn = step(turn.state, Text("跳过"), content, NOW)


def test_every_intake_reaches_a_place_to_go_with_all_that_names_somebody_left_out(
    content: Content,
) -> None:
    for kind in content.knowledge.vocabulary.dispute_kinds:
        turns = walk(DialogueState(stage="question", dispute_kind=kind), content)
        last = turns[-1]
        assert last.state.stage in ("referral_offer", "handed_off", "question"), kind
        for turn in turns:
            assert asked_for(turn.replies) == [], kind
            assert not [e for e in turn.effects if isinstance(e, OpenCase | MessageMediator)]
        assert not PERSONAL & last.state.answers.keys(), kind


def test_no_form_has_a_question_for_a_name_a_number_or_an_address(content: Content) -> None:
    for form in content.intents.forms.values():
        for question in form.questions:
            assert question.id not in PERSONAL, (form.id, question.id)
            if question.id in WORDS["may_name_somebody"]:
                assert question.optional, (form.id, question.id)


@pytest.mark.parametrize("said", WORDS["would_ask"])
def test_the_test_knows_such_a_question_when_it_reads_one(said: str) -> None:
    assert asked_for((Reply(said),))
