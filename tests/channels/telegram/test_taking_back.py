"""A number sent by mistake: deleted from the chat with a button, or said plainly that it can't be."""

import pytest

from bot.cases.store.store import Store
from bot.channels.telegram.services import Services
from bot.dialogue.content import Content
from tests.channels.telegram.running import RunningBot
from tests.fake_bot_api import FakeTelegram

WORKER = 5101
SAID = "身份证110101199001011237，站长扣我800"


@pytest.mark.usefixtures("bot")
def test_the_button_deletes_the_message_from_the_chat(fake: FakeTelegram, content: Content) -> None:
    unsay = content.wording.label("unsay")
    said = fake.say(WORKER, SAID)["message"]["message_id"]
    fake.wait_for(WORKER, lambda sent: unsay in sent.labels)
    fake.press(WORKER, unsay)
    fake.wait_until(lambda: bool(fake.calls("deleteMessage")))
    assert [int(call["message_id"]) for call in fake.calls("deleteMessage")] == [said]


@pytest.mark.usefixtures("bot")
def test_a_message_too_old_to_delete_is_said_so(fake: FakeTelegram, content: Content) -> None:
    unsay = content.wording.label("unsay")
    fake.say(WORKER, SAID)
    fake.wait_for(WORKER, lambda sent: unsay in sent.labels)
    fake.fail_next("deleteMessage", code=400, description="Bad Request: message can't be deleted")
    fake.press(WORKER, unsay)
    fake.wait_for(WORKER, lambda sent: sent.text == content.wording.say("unsay_too_late"))


@pytest.mark.usefixtures("bot")
def test_without_an_address_of_our_page_no_link_is_promised(
    fake: FakeTelegram, content: Content
) -> None:
    fake.say(WORKER, "/export")
    fake.wait_for(
        WORKER, lambda sent: sent.text == content.wording.say("happened_export_ready", path="")
    )


def test_data_goes_by_a_link_and_never_into_the_chat(
    fake: FakeTelegram, services: Services, store: Store
) -> None:
    at_home = Services(
        services.conversations,
        services.casework,
        services.store,
        services.content,
        services.bell,
        public_url="https://gongyou.example/",
    )
    with RunningBot(fake, at_home):
        fake.say(WORKER, "/export")
        sent = fake.wait_for(WORKER, lambda sent: "https://gongyou.example/mydata/" in sent.text)
        assert not fake.calls("sendDocument")
    assert sent.text.rpartition("/")[2]
    menu = [command["command"] for command in fake.world.commands] if fake.world.commands else []
    assert {"mydata", "export", "correct", "delete", "withdraw", "why"} <= set(menu)
