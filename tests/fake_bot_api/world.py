"""What Telegram remembers: chats, messages, updates nobody confirmed yet, files, the webhook."""

import itertools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.fake_bot_api.limits import Refused, bad

Json = dict[str, Any]


@dataclass
class Fault:
    """One injected failure of a method. `after`: the work is done, only the answer is lost."""

    method: str
    code: int = 502
    retry_after: int | None = None
    description: str = "Bad Gateway"
    after: bool = False
    hang: float = 0.0
    left: int = 1
    chat_id: int | None = None

    def refusal(self) -> Refused:
        """The answer to give."""
        if self.retry_after is not None:
            words = f"Too Many Requests: retry after {self.retry_after}"
            return Refused(429, words, retry_after=self.retry_after)
        return Refused(self.code, self.description)


@dataclass
class World:
    """Shared by the server's thread and the test's; take `lock` for every look at it."""

    token: str
    lock: threading.RLock = field(default_factory=threading.RLock)
    chats: dict[int, Json] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    messages: dict[int, list[Json]] = field(default_factory=dict)
    updates: list[Json] = field(default_factory=list)
    callbacks: dict[str, list[Json]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    calls: list[tuple[str, Json]] = field(default_factory=list)
    commands: list[Json] = field(default_factory=list)
    webhook: Json = field(default_factory=dict)
    poll: int = 0
    changed: Callable[[], None] = lambda: None
    _update_ids: Iterator[int] = field(default_factory=lambda: itertools.count(700_000_001))
    _message_ids: Iterator[int] = field(default_factory=lambda: itertools.count(101))
    _names: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def name(self, kind: str) -> str:
        """A fresh id for a callback or a file."""
        return f"{kind}-{next(self._names)}"

    def start_ids_at(self, number: int) -> None:
        """After an idle week Telegram numbers updates anew, at random."""
        self._update_ids = itertools.count(number)

    def push(self, update: Json, update_id: int | None = None) -> Json:
        """Queue an update; without an id it gets the next one."""
        with self.lock:
            number = next(self._update_ids) if update_id is None else update_id
            numbered = {**update, "update_id": number}
            self.updates.append(numbered)
        self.changed()
        return numbered

    def pending(self, offset: int | None, limit: int) -> list[Json]:
        """Updates from `offset` on; those before it are confirmed and forgotten."""
        with self.lock:
            if offset is not None:
                self.updates = [u for u in self.updates if u["update_id"] >= offset]
            return sorted(self.updates, key=lambda update: int(update["update_id"]))[:limit]

    def settle(self, update: Json) -> None:
        """A webhook took it."""
        with self.lock:
            self.updates = [known for known in self.updates if known is not update]

    def write(self, chat_id: int, **content: Any) -> Json:
        """A message into a chat, from whomever `from` says."""
        with self.lock:
            message = {
                "message_id": next(self._message_ids),
                "date": int(time.time()),
                "chat": self.chats[chat_id],
                **{key: value for key, value in content.items() if value is not None},
            }
            self.messages.setdefault(chat_id, []).append(message)
        self.changed()
        return message

    def open_chat(self, chat_id: int) -> Json:
        """The chat, if the bot may write to it; raises Refused."""
        if chat_id not in self.chats:
            raise bad("chat not found")
        if chat_id in self.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        moved = self.chats[chat_id].get("moved_to")
        if moved:
            words = "group chat was upgraded to a supergroup chat"
            raise Refused(400, f"Bad Request: {words}", migrate_to_chat_id=moved)
        return self.chats[chat_id]

    def find(self, chat_id: int, message_id: int) -> Json:
        """A message of a chat; raises Refused."""
        for message in self.messages.get(chat_id, ()):
            if message["message_id"] == message_id:
                return message
        raise bad("message to edit not found")

    @contextmanager
    def faulty(self, method: str, chat_id: int | None) -> Iterator[Fault | None]:
        """The failure injected for this call, used up by it."""
        with self.lock:
            for fault in self.faults:
                if fault.method == method and fault.chat_id in (None, chat_id) and fault.left:
                    fault.left -= 1
                    break
            else:
                fault = None
        yield fault
