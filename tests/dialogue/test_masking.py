"""A number typed by mistake: masked in the talk, the transcript and the page, offered for deletion."""

from datetime import timedelta

from bot.arrival import Arrival, Reference
from bot.cases.store.store import Store
from bot.conversation import Conversations
from bot.dialogue.content import Content
from bot.dialogue.effects import MessageMediator, NoteQuestion, Unsay
from bot.dialogue.messages import Choice, Text
from bot.dialogue.state import DialogueState
from bot.dialogue.step import step
from tests.conftest import NOW

SAID = "我电话13800000000，身份证110101199001011237，站长扣我800"


def test_what_is_kept_reads_on_without_the_number(
    conversations: Conversations, store: Store
) -> None:
    handled = conversations.handle(Arrival("web", "visitor", "1", Text(SAID)), NOW)
    notice = handled.replies[0]
    assert handled.conversation_id is not None
    with store.transaction() as transaction:
        conversation = transaction.conversation(handled.conversation_id)
        lines = transaction.transcript(handled.conversation_id)
    assert conversation is not None
    everything = conversation.state + "".join(str(line.body) for line in lines)
    assert "13800000000" not in everything
    assert "110101199001011237" not in everything
    assert "站长扣我800" in str(lines[0].body)
    assert [choice.id for choice in notice.choices] == ["any:unsay:1"]
    assert "13800000000" not in notice.text


def test_the_button_takes_the_message_out_of_the_transcript(
    conversations: Conversations, store: Store
) -> None:
    told = Arrival("telegram", "7", "m:7:51", Text(SAID), message_id=51)
    conversation_id = conversations.handle(told, NOW).conversation_id
    assert conversation_id is not None
    pressed = Arrival("telegram", "7", "c:1", Choice("any:unsay:1.51"))
    conversations.handle(pressed, NOW + timedelta(minutes=1))
    with store.transaction() as transaction:
        conversation = transaction.conversation(conversation_id)
        assert conversation is not None
        assert "站长扣我800" not in conversation.state
        lines = transaction.transcript(conversation_id)
        assert all("站长扣我800" not in str(line.body) for line in lines)
        sent = []
        while due := transaction.claim_due(NOW + timedelta(minutes=2)):
            sent += [row.body for row in due]
            for row in due:
                transaction.mark_sent(row.id, NOW)
    assert [body["unsay"] for body in sent if "unsay" in body] == [51]


def test_a_number_alone_is_no_answer_and_no_question(content: Content) -> None:
    turn = step(DialogueState(stage="question"), Text("一三八零零零零零零零零"), content, NOW)
    assert not any(isinstance(effect, NoteQuestion) for effect in turn.effects)
    assert content.wording.say("go_on") == turn.replies[-1].text


def test_only_a_mediator_who_asked_gets_the_number(content: Content) -> None:
    accepted = DialogueState(stage="handed_off", case_number="GY", case_status="accepted")
    asked = step(accepted.changed(mediator_waits=True), Text("13800000000"), content, NOW)
    unasked = step(accepted, Text("打我13800000000"), content, NOW)
    assert MessageMediator("13800000000") in asked.effects
    assert [effect for effect in unasked.effects if isinstance(effect, MessageMediator)] == [
        MessageMediator("打我〔手机号〕")
    ]


def test_in_danger_nothing_is_said_of_numbers(content: Content) -> None:
    turn = step(DialogueState(), Text("我不想活了，13800000000"), content, NOW)
    assert [reply.urgent for reply in turn.replies] == [True]


def test_a_message_is_taken_back_only_by_its_own_reference(content: Content) -> None:
    turn = step(DialogueState(stage="question"), Choice("any:unsay:3.9"), content, NOW)
    assert turn.effects == (Unsay("3.9"),)
    assert Reference.read("3.9") == Reference(3, 9)
    assert Reference.read("²") is Reference.read("3.9.9") is Reference.read("") is None
