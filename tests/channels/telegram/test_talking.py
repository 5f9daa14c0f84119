"""What a worker can do on Telegram, end to end."""

import pytest

from bot.cases.store.store import Store
from bot.dialogue.content import Content
from tests.channels.telegram.running import RunningBot
from tests.fake_bot_api import FakeTelegram

pytestmark = pytest.mark.usefixtures("bot")

WORKER = 5001
PDF = b"%PDF-1.7\n" + b"x" * 500
JPEG = b"\xff\xd8\xff\xe0" + b"x" * 500


def test_a_question_is_answered_with_buttons_and_no_link_preview(
    fake: FakeTelegram, question: str
) -> None:
    fake.say(WORKER, question)
    answer = fake.wait_for(WORKER, lambda sent: bool(sent.buttons))
    assert answer.text
    assert all(len(data.encode()) <= 64 for _, data in answer.buttons)
    assert '"is_disabled": true' in fake.calls("sendMessage")[-1]["link_preview_options"]
    assert "parse_mode" not in fake.calls("sendMessage")[-1]


def test_a_press_is_answered_and_takes_the_buttons_of_the_question_away(
    fake: FakeTelegram, question: str, content: Content
) -> None:
    fake.say(WORKER, question)
    answer = fake.wait_for(WORKER, lambda sent: content.wording.label("help") in sent.labels)
    press = fake.press(WORKER, content.wording.label("help"))
    fake.wait_for(WORKER, after=answer.message_id)
    fake.wait_until(lambda: not fake.messages(WORKER)[0].buttons)
    assert len(fake.answers(press)) == 1


def test_the_button_of_the_law_takes_only_itself_away(
    fake: FakeTelegram, question: str, content: Content
) -> None:
    law = content.wording.label("law")
    fake.say(WORKER, question)
    answer = fake.wait_for(WORKER, lambda sent: law in sent.labels)
    fake.press(WORKER, law)
    fake.wait_for(WORKER, after=answer.message_id)
    fake.wait_until(lambda: law not in fake.messages(WORKER)[0].labels)
    assert content.wording.label("help") in fake.messages(WORKER)[0].labels


def test_a_stale_button_changes_nothing(
    fake: FakeTelegram, question: str, content: Content
) -> None:
    fake.say(WORKER, question)
    answer = fake.wait_for(WORKER, lambda sent: bool(sent.buttons))
    data = dict(answer.buttons)[content.wording.label("other")]
    fake.press(WORKER, data)
    second = fake.wait_for(WORKER, after=answer.message_id)
    fake.press(WORKER, data, message_id=answer.message_id)
    stale = content.wording.say("stale_button")
    fake.wait_for(WORKER, lambda sent: stale in sent.text, after=second.message_id)


@pytest.mark.parametrize("command", ["/start", "/start x1", "/START@gongyou_bot", "/start@b y z"])
def test_start_welcomes_whatever_follows_it(
    fake: FakeTelegram, content: Content, command: str
) -> None:
    fake.say(WORKER, command)
    fake.wait_for(WORKER, lambda sent: sent.text == content.wording.say("welcome"))


def test_the_menu_of_commands_is_set(fake: FakeTelegram) -> None:
    fake.wait_until(lambda: fake.world.commands)
    assert [each["command"] for each in fake.world.commands] == [
        "start",
        "help",
        "mydata",
        "export",
        "correct",
        "withdraw",
        "why",
        "delete",
    ]


def test_the_place_is_asked_for_with_a_key_and_a_pin_is_understood(
    fake: FakeTelegram, question: str, content: Content
) -> None:
    fake.say(WORKER, question)
    answer = fake.wait_for(WORKER, lambda sent: content.wording.label("help") in sent.labels)
    fake.press(WORKER, content.wording.label("help"))
    told = content.wording.say("abroad")
    notice = fake.wait_for(WORKER, lambda sent: sent.text == told, after=answer.message_id)
    asked = fake.wait_for(WORKER, after=notice.message_id)
    for _ in range(12):
        if asked.asks_place:
            break
        fake.say(WORKER, content.wording.label("skip"))
        asked = fake.wait_for(WORKER, after=asked.message_id)
    assert asked.asks_place
    assert not asked.buttons
    fake.share_location(WORKER, 30.823, 104.158)
    fake.wait_for(
        WORKER, lambda sent: "新都" in sent.text + str(sent.labels), after=asked.message_id
    )


@pytest.mark.parametrize(
    ("content_bytes", "name", "kind"),
    [(PDF, "../../etc/合同.exe", "application/pdf"), (JPEG, "a.pdf", "image/jpeg")],
)
def test_a_file_is_kept_as_what_it_is(
    fake: FakeTelegram,
    store: Store,
    content: Content,
    content_bytes: bytes,
    name: str,
    kind: str,
) -> None:
    fake.send_document(WORKER, content_bytes, name)
    fake.wait_for(
        WORKER, lambda sent: sent.text == content.wording.say("file_kept", has_case=False)
    )
    with store.transaction() as transaction:
        row = transaction._connection.exec_driver_sql("SELECT id FROM evidence").one()
        evidence, kept = transaction.read_evidence(row.id)
    assert kept == content_bytes
    assert evidence.media_type == kind
    assert "/" not in evidence.name
    assert not evidence.name.endswith(".exe")


def test_the_caption_of_a_photo_is_heard_too(
    fake: FakeTelegram, question: str, content: Content
) -> None:
    fake.send_photo(WORKER, JPEG, caption=question)
    fake.wait_for(
        WORKER, lambda sent: sent.text == content.wording.say("file_kept", has_case=False)
    )
    fake.wait_for(WORKER, lambda sent: content.wording.label("help") in sent.labels)


@pytest.mark.parametrize(
    ("given", "size", "reply"),
    [
        (b"MZ\x90 a program", None, "file_not_allowed"),
        (b"<svg/>", None, "file_not_allowed"),
        (b"", None, "file_not_allowed"),
        (PDF, 10 * 1024 * 1024 + 1, "file_too_big"),
        (JPEG * 21_000, 5, "file_too_big"),
        (PDF, 30 * 1024 * 1024, "file_too_big"),
    ],
)
def test_a_file_that_is_not_kept_is_refused_kindly_and_once(
    fake: FakeTelegram, content: Content, given: bytes, size: int | None, reply: str
) -> None:
    update = fake.send_document(WORKER, given, "a.pdf", size=size)
    fake.again(update, under_new_id=True)
    fake.wait_for(WORKER, lambda sent: sent.text == content.wording.say(reply))
    fake.wait_until(fake.all_confirmed)
    fake.say(WORKER, "/start")
    fake.wait_for(WORKER, lambda sent: sent.text == content.wording.say("welcome"))
    assert len(fake.messages(WORKER)) == 2


@pytest.mark.parametrize(
    ("kind", "reply"),
    [
        ({"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}}, "voice_not_read"),
        ({"contact": {"phone_number": "1", "first_name": "A"}}, "kind_not_read"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "kind_not_read"),
    ],
)
def test_what_cant_be_read_gets_one_kind_sentence(
    fake: FakeTelegram, content: Content, kind: dict[str, object], reply: str
) -> None:
    fake.send_other(WORKER, **kind)
    fake.wait_for(WORKER, lambda sent: sent.text == content.wording.say(reply))


def test_groups_and_bots_are_never_workers(
    fake: FakeTelegram, question: str, bot: RunningBot
) -> None:
    fake.group(-700)
    fake.say(-700, question, by=WORKER)
    fake.say(-700, "/start", by=WORKER)
    fake.wait_until(fake.all_confirmed)
    assert not fake.messages(-700)
    assert not fake.messages(WORKER)
