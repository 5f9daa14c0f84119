"""How long a calculation and a triage take in process: every worked example, on one thread.

The machine's noise is in the figures: read the median and the 99th percentile of CPU time.
"""

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from bot.channels.batch import function_of
from bot.channels.batch.lines import Verb
from bot.dialogue.content import Content
from bot.operations.builds import ensure_build, read_build
from tests.conftest import BUILT_ON
from tests.law.worked_examples import examples, plain

TODAY = date(2026, 11, 30)
ROUNDS = 5
FOLDERS = {"calculate": ("calculate",), "triage": ("triage", "deadlines")}


def run(root: Path, _folder: Path, *_options: str) -> int:
    """Print the table; builds the content under the project's .data when it is missing."""
    content = read_build(ensure_build(root / ".data", BUILT_ON, print))
    print("| verb | lines | p50 ms | p99 ms |\n| --- | ---: | ---: | ---: |")
    for verb, folders in FOLDERS.items():
        lines = [json.loads(json.dumps(plain(case))) for name in folders for case in examples(name)]
        work = function_of(verb)
        spent = [_spent(work, line, content) for line in lines * ROUNDS]
        middle, slow = np.percentile(spent[len(lines) :], [50, 99])
        print(f"| {verb} | {len(lines)} | {middle:.2f} | {slow:.2f} |")
    return 0


def _spent(work: Verb, line: dict[str, Any], content: Content) -> float:
    """CPU milliseconds."""
    began = time.process_time()
    work(line, content, TODAY)
    return 1000 * (time.process_time() - began)
