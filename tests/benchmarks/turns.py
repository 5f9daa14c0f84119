"""How long a turn takes in process: recognition, extraction and step, without the store.

Every phrase of every entry is said as the first message of a conversation, on one thread. The
machine's noise is in the figures: read the median and the 99th percentile of CPU time.
"""

import time
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from bot.dialogue.content import Content
from bot.dialogue.messages import Text
from bot.dialogue.state import DialogueState
from bot.dialogue.step import step
from bot.operations.builds import ensure_build, read_build
from tests.conftest import BUILT_ON

NOW = datetime(2026, 11, 21, 2, tzinfo=UTC)
WARM_UP = 50


def run(root: Path, _folder: Path, *_options: str) -> int:
    """Print the table; builds the content under the project's .data when it is missing."""
    content = read_build(ensure_build(root / ".data", BUILT_ON, print))
    phrases = [p for entry in content.knowledge.entries.values() for p in entry.phrases]
    for phrase in phrases[:WARM_UP]:
        _turn(phrase, content)
    spent = np.array([_turn(phrase, content) for phrase in phrases]) * 1000
    print(f"{len(phrases)} first messages, one thread, CPU time a turn")
    for name, value in (("p50", 50), ("p90", 90), ("p99", 99)):
        print(f"{name}  {np.percentile(spent, value):6.2f} ms")
    return 0


def _turn(phrase: str, content: Content) -> float:
    began = time.thread_time()
    step(DialogueState(), Text(phrase), content, NOW)
    return time.thread_time() - began
