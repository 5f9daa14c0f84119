"""kill -9 at any moment of the whole way: nothing is lost, nothing is doubled.

A worker goes from the question to a case with a mediator, over Telegram against the fake Bot API.
Fifty times the real process is killed at a random moment and started again; the worker just goes
on. At the end every message of the worker stands in the transcript once, every worker has exactly
one case in the right state, and the bot repeated at most one message a kill.
"""

import random
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.cases.keys import KeyRing
from bot.cases.staff import NewOrganization
from bot.cases.store.store import Store
from tests.conftest import NOW
from tests.fake_bot_api.driver import FakeTelegram
from tests.serving import Serving

KILLS = 50
GROUP = -1001
MEDIATOR = 7001
FIRST_WORKER = 20_001
PATIENCE = 30.0

TALK = (
    ("say", "老板拖欠工资8000元"),
    ("say", "帮我处理"),
    ("say", "成都新都"),
    *[("say", "跳过")] * 8,
    ("press", "对的"),
    ("press", "转给它"),
    ("press", "同意"),
)


@dataclass
class Worker:
    """One worker on the way: what was sent, and how far it got."""

    chat: int
    said: list[str] = field(default_factory=list)

    def goes_on(self, telegram: FakeTelegram) -> bool:
        """Say or press what comes next, as a person would who reads the last message."""
        last = telegram.messages(self.chat)[-1:]
        labels = last[0].labels if last else ()
        step = self._next(last[0].text if last else "", labels)
        if step is None:
            return False
        what, words = step
        self.said.append(words)
        if what == "press":
            telegram.press(self.chat, words)
        else:
            telegram.say(self.chat, words)
        return True

    def _next(self, text: str, labels: tuple[str, ...]) -> tuple[str, str] | None:
        for label in ("对的", "转给它", "同意"):
            if label in labels:
                return ("press", label)
        if "案件号" in text or "案件已送到" in text:
            return None
        if len(self.said) < 2:
            return TALK[len(self.said)]
        return ("say", "成都新都" if "区县" in text else "跳过")


def prepare(data: Path) -> None:
    """One organization with a Telegram group and one mediator known there."""
    store = Store.open(f"sqlite:///{data / 'gongyou.db'}", data, KeyRing.open(data / "master.key"))
    with store.transaction() as transaction:
        organization = transaction.add_organization(
            NewOrganization(
                "新都调处中心（演示）",
                "joint_center",
                "district",
                "510114",
                telegram_group=str(GROUP),
            )
        )
        mediator = transaction.add_mediator(organization, "wang", "王敏", "$argon2id$x", NOW)
        transaction.link_telegram(mediator, str(MEDIATOR))
    store.close()


@pytest.mark.slow
def test_fifty_kills_lose_nothing_and_double_nothing(tmp_path: Path, build_cache: Path) -> None:
    chance = random.Random(20261121)
    (tmp_path / "build").symlink_to(build_cache / "build")
    prepare(tmp_path)
    workers: list[Worker] = []
    with FakeTelegram() as telegram:
        telegram.group(GROUP)
        running = Serving(
            tmp_path,
            TELEGRAM_TOKEN=telegram.token,
            TELEGRAM_BASE_URL=telegram.base_url,
            TELEGRAM_FILE_URL=telegram.file_url,
        ).start()
        kills = 0
        while kills < KILLS or not finished(workers, telegram):
            if kills < KILLS and finished(workers, telegram):
                workers.append(Worker(FIRST_WORKER + len(workers)))
            worker = workers[-1]
            before = len(telegram.messages(worker.chat))
            assert worker.goes_on(telegram) or kills >= KILLS
            if kills < KILLS and chance.random() < 0.6:
                time.sleep(chance.random() * 0.08)
                running.kill()
                kills += 1
                running.start()
            assert telegram.wait_until(
                lambda w=worker, n=before: len(telegram.messages(w.chat)) > n, PATIENCE
            )
            settle(telegram, worker.chat)
        running.stop()
        repeated = check_transcripts(tmp_path, workers, telegram)
    assert repeated <= KILLS
    assert len(workers) >= 3


def finished(workers: list[Worker], telegram: FakeTelegram) -> bool:
    """Whether the last worker has a case."""
    return not workers or any("案件号" in m.text for m in telegram.messages(workers[-1].chat))


def settle(telegram: FakeTelegram, chat: int) -> None:
    """Wait until the bot has said all it had to say."""
    count = -1
    while count != len(telegram.messages(chat)):
        count = len(telegram.messages(chat))
        time.sleep(0.15)


def check_transcripts(data: Path, workers: list[Worker], telegram: FakeTelegram) -> int:
    """Compare the store with what workers sent and read; returns how many messages came twice."""
    store = Store.open(f"sqlite:///{data / 'gongyou.db'}", data, KeyRing.open(data / "master.key"))
    repeated = 0
    with store.transaction() as transaction:
        for worker in workers:
            conversation = transaction.open_conversation("telegram", str(worker.chat), NOW)
            lines = transaction.transcript(conversation.id, limit=1000)
            assert [line.body["text"] for line in lines if line.who == "worker"] == worker.said
            read = [message.text for message in telegram.messages(worker.chat)]
            wrote = [line.body["text"] for line in lines if line.who != "worker"]
            assert set(wrote) <= set(read)
            repeated += len(read) - len(wrote)
            assert conversation.case_id is not None
            case = transaction.case(conversation.case_id)
            assert case is not None
            assert case.status == "referred"
            assert [entry.code for entry in transaction.timeline(case.id)] == ["opened", "referred"]
    store.close()
    return repeated
