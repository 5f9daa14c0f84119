"""How long a turn takes in process: recognition, extraction and step, then the same with the store.

Every phrase of every entry is said as the first message of a conversation, on one thread, with the
store (SQLite) every fifth. The machine's noise is in the figures: CPU time says more than the clock.
"""

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from bot.arrival import Arrival
from bot.bell import Bell
from bot.cases.keys import KeyRing
from bot.cases.store.store import Store
from bot.conversation import Conversations
from bot.dialogue.content import Content
from bot.dialogue.messages import Text
from bot.dialogue.state import DialogueState
from bot.dialogue.step import step
from bot.operations.builds import ensure_build, read_build
from tests.conftest import BUILT_ON

NOW = datetime(2026, 11, 21, 2, tzinfo=UTC)
WARM_UP = 50
STORED_EVERY = 5

Say = Callable[[str], object]


def run(root: Path, _folder: Path, *_options: str) -> int:
    """Print the table; builds the content under the project's .data when it is missing."""
    content = read_build(ensure_build(root / ".data", BUILT_ON, print))
    phrases = [p for entry in content.knowledge.entries.values() for p in entry.phrases]

    def alone(phrase: str) -> object:
        return step(DialogueState(), Text(phrase), content, NOW)

    print(f"{len(phrases)} first messages, one thread\n")
    print("| turn | time | p50 ms | p90 ms | p99 ms |\n| --- | --- | ---: | ---: | ---: |")
    _measure("step alone", alone, phrases)
    with _stored(content) as say:
        _measure("with the store", say, phrases[::STORED_EVERY])
    return 0


def _measure(name: str, say: Say, phrases: Sequence[str]) -> None:
    for phrase in phrases[:WARM_UP]:
        say(phrase)
    spent = np.array([_spent(say, phrase) for phrase in phrases]) * 1000
    for kind, times in zip(("CPU", "clock"), spent.T, strict=True):
        shown = " | ".join(f"{np.percentile(times, q):.1f}" for q in (50, 90, 99))
        print(f"| {name} | {kind} | {shown} |")


def _spent(say: Say, phrase: str) -> tuple[float, float]:
    """Seconds of CPU and by the clock."""
    began, cpu = time.perf_counter(), time.thread_time()
    say(phrase)
    return time.thread_time() - cpu, time.perf_counter() - began


@contextmanager
def _stored(content: Content) -> Iterator[Say]:
    """Each message from a worker of its own, kept as in service."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        keys = KeyRing.open(folder / "master.key")
        store = Store.open(f"sqlite:///{folder / 'gongyou.db'}", folder, keys)
        conversations = Conversations(store, lambda: content, Bell())
        numbers = iter(range(10**9))

        def say(phrase: str) -> object:
            number = next(numbers)
            arrival = Arrival("web", f"worker{number}", f"update{number}", Text(phrase))
            return conversations.handle(arrival, NOW)

        yield say
        store.close()
