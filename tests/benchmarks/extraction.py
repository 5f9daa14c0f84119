"""How well facts are read out of what people say: every fixture under tests/extraction.

Precision and recall of each fact, lists item by item; then the time of one reading on one thread.
`--wrong` lists what was misread, `--stories` counts whole stories only; a folder measures others.
"""

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from bot.channels.batch.answering import FACT_KEYS
from intents.extraction.extractor import Extractor
from tests.intents.examples import extractor
from tests.intents.told import FOLDER, Told, fixtures, wanted_and_read

LONG = 500
ROUNDS = 5
TODAY = date(2026, 11, 21)
HEAD = "| fact | said | read | right | precision | recall |\n| --- | ---: | ---: | ---: | ---: | ---: |"


def run(_root: Path, folder: Path, *options: str) -> int:
    """Print the tables for the fixtures of the project, or of another folder of such files."""
    own = FOLDER if folder.name == "evaluation" else folder
    told = [line for line in fixtures(own) if line.whole or "--stories" not in options]
    reader = extractor()
    said, read, right = Counter[str](), Counter[str](), Counter[str]()
    for line in told:
        found = {key: fact.value for key, fact in reader.read(line.say, line.today).items()}
        _count(line, found, said, read, right)
        if "--wrong" in options:
            _show(line, found)
    print(f"{len(told)} fixtures, {sum(line.whole for line in told)} of them whole\n{HEAD}")
    for key in FACT_KEYS:
        print(_row(key, said[key], read[key], right[key]))
    print(_row("all", said.total(), read.total(), right.total()))
    _time(reader, told)
    return 0


def _count(
    line: Told,
    found: Mapping[str, Any],
    said: Counter[str],
    read: Counter[str],
    right: Counter[str],
) -> None:
    for key in filter(line.judged, FACT_KEYS):
        wanted, got = wanted_and_read(line, found, key)
        said[key] += len(wanted)
        read[key] += len(got)
        right[key] += len(wanted & got)


def _show(line: Told, found: Mapping[str, Any]) -> None:
    for key in filter(line.judged, FACT_KEYS):
        wanted, got = wanted_and_read(line, found, key)
        if wanted != got:
            print(f"{line.place} {key}: said {sorted(wanted)}, read {sorted(got)}\n    {line.say}")


def _row(name: str, said: int, read: int, right: int) -> str:
    precision = f"{right / read:.3f}" if read else "-"
    recall = f"{right / said:.3f}" if said else "-"
    return f"| {name} | {said} | {read} | {right} | {precision} | {recall} |"


def _time(reader: Extractor, told: Sequence[Told]) -> None:
    texts = list(_long(line.say for line in told if line.whole)) or list(
        _long(line.say for line in told)
    )
    spent = [_spent(reader, text) for _ in range(ROUNDS) for text in texts]
    middle, slow = np.percentile(spent[len(texts) :], [50, 99])
    print(f"one reading of {LONG} characters, CPU time: p50 {middle:.2f} ms, p99 {slow:.2f} ms")


def _long(says: Iterable[str]) -> Iterable[str]:
    """What people said, strung together into stories of the length measured."""
    words = "。".join(says)
    return (words[start : start + LONG] for start in range(0, len(words) - LONG, LONG))


def _spent(reader: Extractor, text: str) -> float:
    began = time.thread_time()
    reader.read(text, TODAY)
    return 1000 * (time.thread_time() - began)
