"""The Telegram side alone as a process, slowed down, so that a kill hits it at work.

python -m tests.channels.telegram.bot_process BASE_URL TOKEN DATA BUILD
"""

import signal
import sys
import threading
import time
from datetime import datetime
from pathlib import Path

from bot.arrival import Arrival, Handled
from bot.bell import Bell
from bot.cases.keys import KeyRing
from bot.cases.store.store import Store
from bot.casework import Casework
from bot.channels.telegram.services import Services
from bot.conversation import Conversations
from bot.operations.builds import read_build
from tests.channels.telegram.running import RunningBot
from tests.fake_bot_api import FakeTelegram

PAUSE = 0.15  # seconds before each turn


class SlowConversations(Conversations):
    """Leaves a gap between the fetch of a message and its commit."""

    def handle(self, arrival: Arrival, now: datetime) -> Handled:
        time.sleep(PAUSE)
        return super().handle(arrival, now)


class TelegramElsewhere(FakeTelegram):
    """The server of the test's process."""

    def __init__(self, base_url: str, token: str) -> None:
        self.base_url, self.file_url, self.token = base_url, base_url, token


def main(base_url: str, token: str, data: Path, build: Path) -> None:
    """Serve until stopped."""
    content = read_build(build)
    store = Store.open(f"sqlite:///{data / 'gongyou.db'}", data, KeyRing.open(data / "master.key"))
    bell = Bell()
    services = Services(
        SlowConversations(store, lambda: content, bell),
        Casework(store, lambda: content, bell),
        store,
        lambda: content,
        bell,
    )
    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    with RunningBot(TelegramElsewhere(base_url, token), services):
        stopped.wait()
    store.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
