"""kill -9 between the fetch of a message and its commit: it comes again, and is heard once."""

import contextlib
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cases.keys import KeyRing
from bot.cases.store.store import Store
from bot.operations.builds import ensure_build
from tests.channels.telegram.test_reliability import words_of
from tests.conftest import BUILT_ON
from tests.fake_bot_api import FakeTelegram

CHATS = range(11_000, 11_010)
KILLS = 4
ROOT = Path(__file__).resolve().parents[3]


@contextlib.contextmanager
def bot_process(fake: FakeTelegram, data: Path, build: Path) -> "Iterator[subprocess.Popen[bytes]]":
    """A bot of its own process, killed at the end if it still lives."""
    given = (fake.base_url, fake.token, str(data), str(build))
    command = [sys.executable, "-m", "tests.channels.telegram.bot_process", *given]
    with subprocess.Popen(command, cwd=ROOT) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.slow
def test_a_killed_bot_loses_nothing_and_doubles_nothing(
    fake: FakeTelegram, tmp_path: Path, build_cache: Path
) -> None:
    build = ensure_build(build_cache, BUILT_ON, print, strict=True)
    lots = random.Random(11)
    interrupted = 0
    said: dict[int, list[str]] = {chat: [] for chat in CHATS}

    for kill in range(KILLS):
        for number in range(60):
            chat = lots.choice(CHATS)
            said[chat].append(f"第{kill}轮第{number}句")
            fake.say(chat, said[chat][-1], times=lots.choice((1, 1, 1, 3)))
        polls = fake.world.poll
        with bot_process(fake, tmp_path, build) as process:
            _wait_for_poll(fake, process, polls + 1)
            time.sleep(lots.uniform(0.6, 1.0))  # past the second fetch, amid the turns
            process.kill()
        interrupted += not fake.all_confirmed()
    assert interrupted

    with bot_process(fake, tmp_path, build) as process:
        fake.wait_until(fake.all_confirmed, 60)
        process.terminate()
        process.wait(20)
    assert _kept(tmp_path) == said


def _wait_for_poll(fake: FakeTelegram, process: "subprocess.Popen[bytes]", poll: int) -> None:
    def has_polled() -> bool:
        assert process.poll() is None
        return fake.world.poll >= poll

    fake.wait_until(has_polled, 30)


def _kept(data: Path) -> dict[int, list[str]]:
    keys = KeyRing.open(data / "master.key")
    store = Store.open(f"sqlite:///{data / 'gongyou.db'}", data, keys)
    try:
        return {chat: words_of(store, chat) for chat in CHATS}
    finally:
        store.close()
