"""People on Telegram, for tests: they write, press, share; and they read what the bot wrote."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from tests.fake_bot_api.methods import BOT, keep_file
from tests.fake_bot_api.server import Server
from tests.fake_bot_api.world import Fault, Json, World

Found = TypeVar("Found")

TOKEN = "4242:fake-bot-api-token-AAAA"


@dataclass(frozen=True)
class Sent:
    """A message of the bot as it stands now."""

    message_id: int
    text: str
    buttons: tuple[tuple[str, str], ...]
    rows: tuple[int, ...]
    asks_place: bool
    venue: Json | None
    document: Json | None

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands on the buttons."""
        return tuple(label for label, _ in self.buttons)


class FakeTelegram:
    """The server and the people. Private chats have their user's id; groups a negative one."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.world = World(token)
        self._server = Server(self.world)
        self.base_url = f"http://127.0.0.1:{self._server.port}/bot"
        self.file_url = f"http://127.0.0.1:{self._server.port}/file/bot"

    def __enter__(self) -> "FakeTelegram":
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stop()

    # People

    def say(self, chat_id: int, text: str, *, by: int | None = None, times: int = 1) -> Json:
        """Somebody writes; delivered `times` times under the same update id."""
        return self._tell(chat_id, by, times, text=text)

    def share_location(self, chat_id: int, lat: float, lon: float) -> Json:
        """Somebody shares a place."""
        return self._tell(chat_id, None, 1, location={"latitude": lat, "longitude": lon})

    def send_document(
        self, chat_id: int, content: bytes, name: str = "file", *, size: int | None = None
    ) -> Json:
        """Somebody sends a file; `size` is what the message claims, if not the truth."""
        self._meet(chat_id)
        return self._tell(chat_id, None, 1, document=keep_file(self.world, content, name, size))

    def send_photo(self, chat_id: int, content: bytes, *, caption: str | None = None) -> Json:
        """Somebody sends a photo: two sizes of it, as Telegram does."""
        self._meet(chat_id)
        kept = keep_file(self.world, content, "photo")
        large = {"file_id": kept["file_id"], "file_unique_id": kept["file_unique_id"]}
        sizes = [
            {**large, "file_size": 10, "width": 90, "height": 120},
            {**large, "file_size": kept["file_size"], "width": 900, "height": 1200},
        ]
        return self._tell(chat_id, None, 1, photo=sizes, caption=caption)

    def send_other(self, chat_id: int, **content: Any) -> Json:
        """Somebody sends anything else: voice={...}, sticker={...}, contact={...}."""
        return self._tell(chat_id, None, 1, **content)

    def press(
        self,
        chat_id: int,
        what: str,
        *,
        by: int | None = None,
        message_id: int | None = None,
        times: int = 1,
    ) -> Json:
        """Press a button by its label or data, on the last message that has it.

        With `message_id` the data is sent from that message though its buttons may be gone.
        """
        message, data = self._button(chat_id, what, message_id)
        callback_id = self.world.name("callback")
        self.world.callbacks[callback_id] = []
        query = {
            "id": callback_id,
            "from": self._person(chat_id if by is None else by),
            "message": message,
            "chat_instance": "1",
            "data": data,
        }
        return self._deliver({"callback_query": query}, times)

    def again(self, update: Json, *, under_new_id: bool = False) -> Json:
        """Telegram delivers an update once more."""
        return self.world.push(update, None if under_new_id else update["update_id"])

    def group(self, chat_id: int, title: str = "group") -> None:
        """A group the bot is in."""
        self.world.chats[chat_id] = {"id": chat_id, "type": "supergroup", "title": title}

    def block(self, chat_id: int) -> None:
        """The person blocks the bot."""
        self.world.blocked.add(chat_id)

    # What the bot did

    def messages(self, chat_id: int) -> list[Sent]:
        """What the bot wrote into a chat, as it stands now."""
        with self.world.lock:
            written = list(self.world.messages.get(chat_id, ()))
        return [_sent(message) for message in written if message["from"] == BOT]

    def wait_for(
        self,
        chat_id: int,
        fits: Callable[[Sent], bool] = lambda _: True,
        timeout: float = 10,
        *,
        after: int = 0,
    ) -> Sent:
        """The first message of the bot that fits, with an id above `after`."""

        def found() -> Sent | None:
            written = self.messages(chat_id)
            return next((m for m in written if m.message_id > after and fits(m)), None)

        return self.wait_until(found, timeout, f"a message in {chat_id}")

    def wait_until(
        self, look: Callable[[], Found | None], timeout: float = 10, what: str = "it"
    ) -> Found:
        """Look until there is something true; AssertionError after `timeout` seconds."""
        deadline = time.monotonic() + timeout
        while not (found := look()):
            assert time.monotonic() < deadline, f"waited {timeout} s for {what}"
            time.sleep(0.01)
        return found

    def all_confirmed(self) -> bool:
        """Whether the bot left no update unconfirmed."""
        with self.world.lock:
            return not self.world.updates

    def answers(self, press: Json) -> list[Json]:
        """How the bot answered a press (text, show_alert)."""
        return self.world.callbacks[press["callback_query"]["id"]]

    def calls(self, method: str) -> list[Json]:
        """The parameters of every call of a method that was carried out."""
        with self.world.lock:
            return [given for name, given in self.world.calls if name == method]

    def fail_next(self, method: str, times: int = 1, **how: Any) -> None:
        """Let the next calls fail: code=, description=, retry_after=, after=True, hang=seconds."""
        with self.world.lock:
            self.world.faults.append(Fault(method, left=times, **how))

    # Within

    def _meet(self, chat_id: int) -> None:
        if chat_id not in self.world.chats:
            self.world.chats[chat_id] = {"id": chat_id, "type": "private", "first_name": "Worker"}

    def _person(self, user_id: int) -> Json:
        return {"id": user_id, "is_bot": False, "first_name": f"Person {user_id}"}

    def _tell(self, chat_id: int, by: int | None, times: int, **content: Any) -> Json:
        self._meet(chat_id)
        person = self._person(chat_id if by is None else by)
        message = self.world.write(chat_id, **content, **{"from": person})
        return self._deliver({"message": message}, times)

    def _deliver(self, update: Json, times: int) -> Json:
        first = self.world.push(update)
        for _ in range(times - 1):
            self.world.push(update, first["update_id"])
        return first

    def _button(self, chat_id: int, what: str, message_id: int | None) -> tuple[Json, str]:
        if message_id is not None:
            return dict(self.world.find(chat_id, message_id)), what
        with self.world.lock:
            for message in reversed(self.world.messages.get(chat_id, [])):
                for label, data in _buttons(message):
                    if what in (label, data):
                        return dict(message), data
        raise AssertionError(f"no button {what} in {chat_id}")


def _buttons(message: Json) -> list[tuple[str, str]]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    return [(each["text"], each.get("callback_data", "")) for row in rows for each in row]


def _sent(message: Json) -> Sent:
    markup = message.get("reply_markup", {})
    other = message.get("fake_keyboard", {})
    keys = [key for row in other.get("keyboard", ()) for key in row]
    return Sent(
        message_id=message["message_id"],
        text=message.get("text", ""),
        buttons=tuple(_buttons(message)),
        rows=tuple(len(row) for row in markup.get("inline_keyboard", ())),
        asks_place=any(key.get("request_location") for key in keys),
        venue=message.get("venue"),
        document=message.get("document"),
    )
