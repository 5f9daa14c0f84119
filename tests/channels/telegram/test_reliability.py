"""Duplicates, order, outages, poison: each message has one effect, and none is lost."""

import contextlib
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest

from bot.arrival import Arrival, Handled
from bot.cases.errors import StoreUnavailable
from bot.cases.store.store import Store
from bot.cases.store.transaction import Transaction
from bot.channels.telegram.services import Services
from bot.conversation import Conversations
from bot.dialogue.content import Content
from bot.dialogue.messages import Text
from tests.channels.telegram.running import RunningBot
from tests.fake_bot_api import FakeTelegram

FIRST = 7000


def words_of(store: Store, chat: int, who: str = "worker") -> list[str]:
    """What was said in a chat, as the store keeps it."""
    now = datetime.now().astimezone()
    with store.transaction() as transaction:
        conversation = transaction.open_conversation("telegram", str(chat), now)
        lines = transaction.transcript(conversation.id, after=0, limit=500)
    return [str(line.body.get("text", "")) for line in lines if line.who == who]


def test_fifty_chats_keep_their_order_though_updates_come_up_to_five_times(
    fake: FakeTelegram, services: Services
) -> None:
    lots = random.Random(7)
    chats = range(FIRST, FIRST + 50)
    pushed = []
    for number in range(3):
        for chat in chats:
            pushed.append(fake.say(chat, f"第{number}句话", times=lots.randint(1, 5)))
    for update in lots.sample(pushed, 20):
        fake.again(update, under_new_id=True)
    with RunningBot(fake, services):
        fake.wait_until(fake.all_confirmed, 60)
    for update in lots.sample(pushed, 20):
        fake.again(update)
    with RunningBot(fake, services):
        fake.wait_until(fake.all_confirmed, 60)
    for chat in chats:
        assert words_of(services.store, chat) == [f"第{number}句话" for number in range(3)]


def test_what_comes_again_after_a_restart_is_answered_once(
    fake: FakeTelegram, services: Services
) -> None:
    with RunningBot(fake, services):
        update = fake.say(FIRST, "/start")
        fake.wait_for(FIRST)
    fake.again(update)
    with RunningBot(fake, services):
        fake.again(update, under_new_id=True)
        fake.wait_until(fake.all_confirmed)
        time.sleep(0.3)
    assert len(fake.messages(FIRST)) == 1


def test_updates_numbered_anew_and_lower_are_heard(fake: FakeTelegram, bot: RunningBot) -> None:
    fake.say(FIRST, "/start")
    fake.wait_for(FIRST)
    fake.wait_until(fake.all_confirmed)
    fake.world.start_ids_at(1_000)
    fake.say(FIRST + 1, "/start")
    fake.wait_for(FIRST + 1)


class SlowConversations(Conversations):
    """Takes its time before it handles anything."""

    def handle(self, arrival: Arrival, now: datetime) -> Handled:
        time.sleep(0.5)
        return super().handle(arrival, now)


def test_nothing_is_confirmed_before_it_is_committed(
    fake: FakeTelegram, services: Services, store: Store, content: Content
) -> None:
    slow = SlowConversations(store, services.content, services.bell)
    with RunningBot(fake, replace(services, conversations=slow)):
        for chat in range(FIRST, FIRST + 20):
            fake.say(chat, "你好")
        waiting = {FIRST}
        while waiting:
            with fake.world.lock:
                waiting = {each["message"]["chat"]["id"] for each in fake.world.updates}
            for chat in set(range(FIRST, FIRST + 20)) - waiting:
                assert words_of(store, chat) == ["你好"]
            time.sleep(0.05)


class PoisonedConversations(Conversations):
    """Breaks on one word."""

    def handle(self, arrival: Arrival, now: datetime) -> Handled:
        if arrival.incoming == Text("poison"):
            raise ValueError("poison")
        return super().handle(arrival, now)


def test_poison_is_set_aside_and_blocks_nobody(
    fake: FakeTelegram, services: Services, store: Store, content: Content
) -> None:
    poisoned = PoisonedConversations(store, services.content, services.bell)
    with RunningBot(fake, replace(services, conversations=poisoned)):
        fake.say(FIRST, "poison")
        fake.say(FIRST + 1, "/start")
        fake.wait_for(FIRST + 1, timeout=3)
        fake.wait_for(FIRST, lambda sent: sent.text == content.wording.say("failed"))
        fake.say(FIRST, "/start")
        fake.wait_for(FIRST, lambda sent: sent.text == content.wording.say("welcome"))
        fake.wait_until(fake.all_confirmed)


@pytest.mark.parametrize(
    "update",
    [
        {"message": {"message_id": "x", "date": 10**18, "chat": {"id": FIRST, "type": "private"}}},
        {"message": {"chat": 5}},
        {"callback_query": {"id": "1", "from": {}, "data": 3}},
        {"message": []},
        {"new_kind_of_update": {"a": 1}},
    ],
)
def test_an_update_of_a_hostile_shape_is_confirmed_and_forgotten(
    fake: FakeTelegram, bot: RunningBot, update: dict[str, object]
) -> None:
    fake.world.push(update)
    fake.say(FIRST + 1, "/start")
    fake.wait_for(FIRST + 1, timeout=3)
    fake.wait_until(fake.all_confirmed)


@pytest.mark.parametrize("data", ["1:help", "x" * 64, "any:", "", "reason:"])
def test_a_button_below_a_message_too_old_to_change_is_answered(
    fake: FakeTelegram, bot: RunningBot, data: str
) -> None:
    fake.say(FIRST, "/start")
    first = fake.wait_for(FIRST)
    chat = {"id": FIRST, "type": "private"}
    fake.world.callbacks["old"] = []
    query = {
        "id": "old",
        "from": {"id": FIRST, "is_bot": False, "first_name": "W"},
        "message": {"message_id": 1, "date": 0, "chat": chat},
        "chat_instance": "1",
        "data": data,
    }
    fake.world.push({"callback_query": query})
    fake.wait_for(FIRST, after=first.message_id)
    fake.wait_until(fake.all_confirmed)
    assert len(fake.world.callbacks["old"]) == 1


class StoreThatGoesAway(Store):
    """Not available while `away`."""

    away = False

    @contextlib.contextmanager
    def transaction(self) -> Iterator[Transaction]:
        if self.away:
            raise StoreUnavailable("away")
        with super().transaction() as transaction:
            yield transaction


def test_while_the_database_is_away_danger_is_answered_and_nothing_is_confirmed(
    fake: FakeTelegram, services: Services, store: Store, content: Content
) -> None:
    store.__class__ = StoreThatGoesAway
    assert isinstance(store, StoreThatGoesAway)
    with RunningBot(fake, services):
        store.away = True
        fake.say(FIRST, "你好")
        time.sleep(0.3)
        fake.say(FIRST, "我想跳楼，不想活了")
        danger = fake.wait_for(FIRST)
        assert "110" in danger.text or "12356" in danger.text
        time.sleep(1)
        assert len(fake.messages(FIRST)) == 1
        assert not fake.all_confirmed()
        store.away = False
        fake.wait_until(fake.all_confirmed)
    assert words_of(store, FIRST) == ["你好", "我想跳楼，不想活了"]


def test_telegram_away_is_waited_out(fake: FakeTelegram, services: Services) -> None:
    fake.fail_next("getMe", times=1)
    fake.fail_next("getUpdates")
    fake.fail_next("getUpdates", code=500, description="{not json")
    fake.say(FIRST, "/start")
    with RunningBot(fake, services):
        fake.wait_for(FIRST, timeout=20)


def test_a_file_that_comes_late_is_tried_again(
    fake: FakeTelegram, bot: RunningBot, content: Content
) -> None:
    fake.fail_next("getFile", times=2)
    fake.send_document(FIRST, b"%PDF-1.4 x")
    fake.wait_for(FIRST, lambda sent: sent.text == content.wording.say("file_kept", has_case=False))


def test_an_answer_lost_on_the_way_is_sent_at_least_once(
    fake: FakeTelegram, services: Services
) -> None:
    fake.fail_next("sendMessage", after=True)
    fake.say(FIRST, "/start")
    with RunningBot(fake, services):
        fake.wait_for(FIRST)
        fake.wait_until(fake.all_confirmed)
    assert len(fake.messages(FIRST)) == 1


def test_what_comes_again_is_never_dropped_unread() -> None:
    """drop_pending_updates would lose what was said while the bot was away."""
    from pathlib import Path

    folder = Path(__file__).resolve().parents[3] / "bot"
    assert not [
        path for path in folder.rglob("*.py") if "drop_pending" in path.read_text(encoding="utf-8")
    ]
