"""What a paper costs: CPU time and size of each format, over the invented matters of the tests."""

import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bot.dialogue.content import Scene
from bot.documents.paper import Paper
from bot.documents.pdf import PAGE_DOTS, as_pdf, as_pictures
from bot.documents.template_files import templates
from bot.documents.word_file import as_docx
from bot.matter import Matter
from bot.operations.builds import ensure_build, read_build
from bot.papers import paper_of
from knowledge.strict_yaml import read_yaml
from tests.conftest import BUILT_ON

DAY = date(2026, 11, 22)
TIMES = 5
Rendered = bytes | tuple[bytes, ...]
FORMATS: dict[str, Callable[[Paper], Rendered]] = {
    "pdf": as_pdf,
    "docx": as_docx,
    "pictures": lambda paper: as_pictures(paper, PAGE_DOTS),
}


def run(root: Path, _folder: Path, *_options: str) -> int:
    """Print a line a paper: milliseconds of CPU (median) and KB of each format, empty."""
    content = read_build(ensure_build(root / ".data", BUILT_ON, print))
    matters = read_yaml(root / "tests" / "documents" / "matters.yaml", "matters").value
    scene = Scene(content, DAY)
    row = matters[0]
    matter = Matter(row["kind"], row["facts"], row["story"], row["number"])
    began = time.process_time()
    as_pdf(paper_of("case_summary", matter, {}, scene))
    print(f"the first of a process: {1000 * (time.process_time() - began):.0f} ms")
    print(f"{'':28}{'composed':>10}" + "".join(f"{name:>18}" for name in FORMATS))
    for id in templates().papers:
        paper = paper_of(id, matter, {}, scene)
        composed, _ = _cost(lambda id=id: paper_of(id, matter, {}, scene))  # type: ignore[misc]
        cells = [_cost(lambda form=form, paper=paper: form(paper)) for form in FORMATS.values()]  # type: ignore[misc]
        shown = "".join(f"{ms:9.0f} ms{size / 1024:4.0f} KB" for ms, size in cells)
        print(f"{id:28}{composed:7.1f} ms{shown}")
    return 0


def _cost(make: Callable[[], object]) -> tuple[float, int]:
    """Median milliseconds of CPU, and bytes."""
    spent = []
    for _ in range(TIMES):
        began = time.process_time()
        made = make()
        spent.append(1000 * (time.process_time() - began))
    files = made if isinstance(made, tuple) else (made,)
    return statistics.median(spent), sum(len(f) for f in files if isinstance(f, bytes))
