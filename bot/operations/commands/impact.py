"""When a law changes: everything that must be read again."""

from argparse import Namespace
from collections.abc import Iterator
from difflib import get_close_matches

from bot.operations.build_files import ROOMS, ROOT
from bot.operations.faults import OperatorError
from knowledge.impact import resting_on
from knowledge.loading import load_sources
from knowledge.schemas import Statute
from knowledge.strict_yaml import YamlDocument, read_yaml

PAPERS = ROOT / "bot" / "documents"


def run(arguments: Namespace) -> int:
    """Print file, line and title of all that cites the article; exit code 1 for an unknown law."""
    sources, _ = load_sources(ROOMS[0])
    statutes = {file.statute.id: file.statute for file in sources.statutes}
    statute = statutes.get(arguments.law)
    if statute is None:
        raise OperatorError(_unknown(arguments.law, statutes))
    found = resting_on(_documents(), statute.id, arguments.article)
    for line in _about(statute, arguments.article):
        print(line)
    for each in found:
        print(f"{each.path}:{each.line}: {each.citation}  {each.title}".rstrip())
    files = len({each.path for each in found})
    print(f"{len(found)} citation(s) in {files} file(s)" if found else "nothing rests on it")
    return 0


def _documents() -> Iterator[YamlDocument]:
    for room in (*ROOMS, PAPERS):
        for path in sorted(room.rglob("*.yaml")):
            yield read_yaml(path, path.relative_to(ROOT).as_posix())


def _about(statute: Statute, article: int | None) -> Iterator[str]:
    yield f"{statute.name} ({statute.status}, in force from {statute.in_force_from})"
    if article is not None:
        yield f"  {article}: {statute.gist.get(article, 'no gist written, nothing of ours cites it')}"


def _unknown(law: str, known: dict[str, Statute]) -> str:
    near = get_close_matches(law, known, n=3)
    meant = f"; did you mean {', '.join(near)}?" if near else ": see knowledge/statutes"
    return f"no law is called {law!r}{meant}"
