"""Take new local figures from a CSV file, after showing what would change."""

import csv
import sys
from argparse import Namespace
from io import StringIO
from pathlib import Path

from bot.operations.build_files import ROOMS
from bot.operations.faults import OperatorError
from knowledge.csv_rows import Table, parse_csv
from knowledge.encoding import decode_text
from knowledge.figure_import import diff_lines, kind_of, merged
from knowledge.law.figures import FIGURE_KINDS, check_row, overlaps
from knowledge.loading import MOST_TABLE_BYTES
from knowledge.places.place_rows import REGION_COLUMNS, regions_of
from knowledge.problems import ContentError


def run(arguments: Namespace) -> int:
    """Show the diff; enter it when the operator says yes. Raises ContentError for bad rows."""
    text = _read(Path(arguments.file))
    header = next(csv.reader(StringIO(text)), [])
    name = kind_of([cell.strip() for cell in header])
    if name is None:
        headers = "\n".join(",".join(kind.columns) for kind in FIGURE_KINDS.values())
        raise OperatorError(f"{arguments.file}: the header must be one of\n{headers}")
    kind, target = FIGURE_KINDS[name], ROOMS[0] / "law/figures" / f"{name}.csv"
    held = parse_csv(_read(target), target.name, kind.columns)
    new = parse_csv(text, arguments.file, kind.columns)
    rows, changes = merged(held, new, kind)
    whole = _written(rows, kind.columns)
    _check(new, parse_csv(whole, target.name, kind.columns), name)
    if not changes:
        print("nothing new")
        return 0
    for change in changes:
        for line in diff_lines(change, kind):
            print(line)
    if not (arguments.yes or _confirmed(len(changes), target.name)):
        print("not entered")
        return 1
    fresh = target.with_suffix(".new")
    fresh.write_text(whole, encoding="utf-8", newline="")
    fresh.replace(target)
    print(f"{len(changes)} change(s) entered in {target.name}; run check, then commit")
    return 0


def _read(path: Path) -> str:
    try:
        return decode_text(path.read_bytes(), path.name, MOST_TABLE_BYTES)
    except OSError as fault:
        raise OperatorError(f"{path}: {fault.strerror}") from None


def _check(new: Table, whole: Table, name: str) -> None:
    """Raises ContentError for faults of the new rows, or of the file with them in it."""
    regions = _read(ROOMS[0] / "places/regions.csv")
    adcodes = {region.adcode for region in regions_of(parse_csv(regions, "", REGION_COLUMNS))}
    new.records(lambda row: check_row(row, FIGURE_KINDS[name], adcodes))
    for line, message in overlaps(whole, FIGURE_KINDS[name]):
        whole.fault(line, message)
    problems = [*new.problems, *whole.problems]
    if problems:
        raise ContentError(problems)


def _written(rows: list[dict[str, str]], columns: tuple[str, ...]) -> str:
    out = StringIO(newline="")
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _confirmed(count: int, name: str) -> bool:
    """Whether the operator types yes; a closed input is no."""
    print(f"enter {count} change(s) in {name}? type yes: ", end="", flush=True)
    return sys.stdin.readline().strip() == "yes"
