"""How well real questions find the right entry, beside what plain libraries would do.

An entry is right when one of its citations is among the acceptable ones of the question. The
questions were collected from public research data; they are read from outside the project, never
kept in it, and single rows are never looked at: choose between methods and find gaps by topic.

Each method is built and asked in a process of its own, so that its memory is its own. Beside the
phrases as they are (1x) ten and a hundred times as many are made by joining halves of phrases.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks.matching.gaps import print_gaps
from tests.benchmarks.matching.outcomes import print_outcomes
from tests.benchmarks.matching.table import quality_table, scale_table, write_into
from tests.benchmarks.matching.world import World, make_world

METHODS = ("this project", "char TF-IDF nearest", "bm25s char pairs", "FTS5 char pairs",
           "FTS5 trigram", "rapidfuzz ratio", "rapidfuzz WRatio")  # fmt: skip
SCALES = (1, 10, 100)
LONGEST = 600
"""Seconds a method may take at one scale; beyond that its cells stay empty."""


def run(root: Path, folder: Path, *options: str) -> int:
    """Print the tables; `--write` puts them into knowledge/README.md, `--quick` measures 1x only.

    0 also when the evaluation data is not there.
    """
    if not (folder / "questions.dev.jsonl").exists():
        print(f"no evaluation data in {folder}: nothing measured, nothing wrong")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        world = make_world(root, folder, Path(temporary))
        print(world.about)
        print_outcomes(world)
        print_gaps(world)
        scales = SCALES[:1] if "--quick" in options else SCALES
        results = [_measured(world, method, scale) for scale in scales for method in METHODS]
        tables = quality_table(world, results) + "\n\n" + scale_table(results, scales[1:])
    print(tables)
    if "--write" in options:
        write_into(root / "knowledge" / "README.md", tables)
    return 0


def _measured(world: World, method: str, scale: int) -> dict[str, Any]:
    """The readings of one method at one scale; only its name where it took too long."""
    command = [sys.executable, "-m", "tests.benchmarks.matching.one", str(world.path), method]
    print(f"  {method}, {scale}x", file=sys.stderr, flush=True)
    named = {"method": method, "scale": scale}
    try:
        done = subprocess.run(
            [*command, str(scale)], capture_output=True, check=True, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        return named
    return {**named, **json.loads(done.stdout)}
