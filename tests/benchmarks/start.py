"""How long a later start takes, from `python main.py` to ready: the build and the database stand.

Wall time and CPU time of the process; on a busy machine only the CPU time says much.
"""

import resource
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

from bot.operations.builds import ensure_build
from tests.serving import Serving

STARTS = 7


def run(_root: Path, _folder: Path, *_options: str) -> int:
    """Print the medians and the ranges; the first start, which makes the database, is not counted."""
    with tempfile.TemporaryDirectory() as data:
        ensure_build(Path(data), date(2026, 11, 22), print)
        serving = Serving(Path(data))
        _start(serving)
        measured = [_start(serving) for _ in range(STARTS)]
    for name, seconds in zip(("wall", "CPU"), zip(*measured, strict=True), strict=True):
        print(
            f"{name:4}  median {statistics.median(seconds):.2f} s"
            f"  ({min(seconds):.2f} to {max(seconds):.2f})"
        )
    return 0


def _start(serving: Serving) -> tuple[float, float]:
    """Seconds until ready, by the clock and of CPU."""
    began, spent = time.monotonic(), _spent()
    serving.start()
    ready = time.monotonic() - began
    serving.kill()
    return ready, _spent() - spent


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
