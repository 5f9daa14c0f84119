"""A product that holds its exam proves nothing: no evaluation text stands in the repository.

Compared are runs of twelve letters, without punctuation. It runs where the evaluation data lies
beside the project, and is skipped elsewhere.
"""

import json
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.operations.build_files import ROOT

EVALUATION = ROOT.parent / "shared" / "evaluation"
RUN = 12


def letters(text: str) -> str:
    wide = unicodedata.normalize("NFKC", text)
    return "".join(char for char in wide if unicodedata.category(char).startswith("L"))


def runs(text: str) -> Iterator[str]:
    plain = letters(text)
    for start in range(len(plain) - RUN + 1):
        yield plain[start : start + RUN]


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True,
    ).stdout.decode()  # fmt: skip
    wanted = {".yaml", ".py", ".md", ".csv", ".txt", ".html", ".json"}
    return [ROOT / name for name in listed.split("\0") if Path(name).suffix in wanted]


@pytest.mark.skipif(not EVALUATION.exists(), reason="the evaluation data is not here")
def test_no_evaluation_text_in_the_repository() -> None:
    exam = {
        run: row["id"]
        for path in sorted(EVALUATION.glob("*.jsonl"))
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
        for run in runs(row["text"])
    }
    found = [
        f"{path.relative_to(ROOT)}:{number}: {run} ({exam[run]})"
        for path in tracked()
        if path.exists()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for run in runs(line)
        if run in exam
    ]
    assert not found, "\n".join(found[:40])
