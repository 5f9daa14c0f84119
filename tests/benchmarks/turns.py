"""How long a turn takes in process: recognition, extraction and step, then the same with the store.

Every phrase of every entry is said as the first message of a conversation, on one thread, with the
store (SQLite) every fifth; then the short talks of tests/dialogue/moves.yaml, each of one worker. The
machine's noise is in the figures: CPU time says more than the clock.
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
from knowledge.strict_yaml import read_yaml
from tests.conftest import BUILT_ON

NOW = datetime(2026, 11, 21, 2, tzinfo=UTC)
WARM_UP = 50
STORED_EVERY = 5

TALKS = Path(__file__).parents[1] / "dialogue" / "moves.yaml"

Said = tuple[str, str]
"""Who says it, and what."""
Say = Callable[[str, str], object]


def run(root: Path, _folder: Path, *_options: str) -> int:
    """Print the table; builds the content under the project's .data when it is missing."""
    content = read_build(ensure_build(root / ".data", BUILT_ON, print))
    phrases = [p for entry in content.knowledge.entries.values() for p in entry.phrases]

    first = [(f"worker{number}", phrase) for number, phrase in enumerate(phrases)]
    talks = read_yaml(TALKS, TALKS.name).value["talks"]
    within = [(f"talk{number}", said) for number, talk in enumerate(talks) for said in talk["says"]]

    def alone(_worker: str, phrase: str) -> object:
        return step(DialogueState(), Text(phrase), content, NOW)

    print(f"{len(first)} first messages, {len(within)} within {len(talks)} talks, one thread\n")
    print("| turn | time | p50 ms | p90 ms | p99 ms |\n| --- | --- | ---: | ---: | ---: |")
    _measure("step alone", alone, first)
    with _stored(content) as say:
        _measure("with the store", say, first[::STORED_EVERY])
    with _stored(content) as say:
        _measure("talks, with the store", say, within)
    return 0


def _measure(name: str, say: Say, messages: Sequence[Said]) -> None:
    for worker, phrase in messages[:WARM_UP]:
        say(f"warm {worker}", phrase)
    spent = np.array([_spent(say, *message) for message in messages]) * 1000
    for kind, times in zip(("CPU", "clock"), spent.T, strict=True):
        shown = " | ".join(f"{np.percentile(times, q):.1f}" for q in (50, 90, 99))
        print(f"| {name} | {kind} | {shown} |")


def _spent(say: Say, worker: str, phrase: str) -> tuple[float, float]:
    """Seconds of CPU and by the clock."""
    began, cpu = time.perf_counter(), time.thread_time()
    say(worker, phrase)
    return time.thread_time() - cpu, time.perf_counter() - began


@contextmanager
def _stored(content: Content) -> Iterator[Say]:
    """Messages as in service, kept in a database of their own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        keys = KeyRing.open(folder / "master.key")
        store = Store.open(f"sqlite:///{folder / 'gongyou.db'}", folder, keys)
        conversations = Conversations(store, lambda: content, Bell())
        numbers = iter(range(10**9))

        def say(worker: str, phrase: str) -> object:
            arrival = Arrival("web", worker, f"update{next(numbers)}", Text(phrase))
            return conversations.handle(arrival, NOW)

        yield say
        store.close()
