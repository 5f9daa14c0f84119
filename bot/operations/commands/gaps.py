"""Show editors what was not answered well, without a word that tells who asked."""

import csv
import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.dialogue.content import Content
from bot.operations.builds import ensure_build, read_build
from bot.operations.command_line import CHINA
from bot.operations.faults import OperatorError
from bot.operations.review_list import Gap, PoorAnswer, find_gaps, find_poor_answers
from bot.operations.settings import read_settings
from bot.operations.wiring import open_store_to_read

MOST_READ = 5000
MOST_SHOWN = 50
POOREST_SHOWN = 15
_REASONS = ("unclear", "refused", "useless")
_FORMULA = ("=", "+", "-", "@")


def run(arguments: Namespace) -> int:
    """Print the review list; also works beside a running server, of which it changes nothing."""
    settings = read_settings()
    now = datetime.now(UTC)
    since = now - timedelta(days=arguments.days)
    first_day = since.astimezone(CHINA).date()
    with closing(open_store_to_read(settings)) as store, store.transaction() as transaction:
        questions = transaction.open_questions_since(since, MOST_READ)
        ratings = transaction.ratings_since(first_day)
        reasons = transaction.rating_reasons_since(first_day)
    today = now.astimezone(CHINA).date()
    content = read_build(ensure_build(settings.data, today, _to_stderr))
    if len(questions) == MOST_READ:
        _to_stderr(f"only the newest {MOST_READ} questions are read; fewer --days narrow them down")
    gaps = find_gaps(questions, content, today)
    poor = find_poor_answers(ratings, reasons)
    for line in (*_gap_lines(gaps, arguments.days, content), *_poor_lines(poor, content)):
        print(line)
    if arguments.csv is not None:
        _write(Path(arguments.csv), gaps, content)
        print(f"{arguments.csv}: {len(gaps)} group(s); delete it once they are worked in")
    return 0


def _gap_lines(gaps: tuple[Gap, ...], days: int, content: Content) -> Iterator[str]:
    if not gaps:
        yield (
            f"no open questions in the last {days} day(s): nobody asked, or all was answered;"
            " nothing to do (questions are kept for 30 days)"
        )
        return
    yield f"{len(gaps)} group(s) of questions not answered well in the last {days} day(s)"
    for gap in gaps[:MOST_SHOWN]:
        yield f"{gap.people:4}  {_one_line(gap.asked)}"
        yield from (f"      also: {_one_line(other)}" for other in gap.others)
        yield f"      {_counts(gap.reasons)}; most alike: {_alike(gap, content)}"
        if gap.door is not None:
            yield f"      sent to the door {gap.door}: right if it is no labour matter"
        if gap.given:
            yield f"      given in vain: {', '.join(_named(e, content) for e in gap.given)}"
    if len(gaps) > MOST_SHOWN:
        yield f"      and {len(gaps) - MOST_SHOWN} more group(s): --csv FILE writes them all"
    yield (
        "next: add a phrase to the entry when it fits, else write an entry"
        " (knowledge/README.md), in your own words; then python main.py check"
    )


def _poor_lines(poor: tuple[PoorAnswer, ...], content: Content) -> Iterator[str]:
    if not poor:
        yield "no answer was rated as no use by enough people to tell"
        return
    yield "answers rated worst"
    for answer in poor[:POOREST_SHOWN]:
        said = f": {_counts(answer.reasons)}" if answer.reasons else ""
        of = f"{answer.useless} of {answer.rated} no use"
        yield f"{answer.share:5.0%}  {_named(answer.entry_id, content)}  {of}{said}"


def _alike(gap: Gap, content: Content) -> str:
    if gap.alike is None:
        return "-"
    return f"{gap.alike.score:.2f} {_named(gap.alike.entry_id, content)}"


def _named(entry_id: str, content: Content) -> str:
    entry = content.knowledge.entries.get(entry_id)
    if entry is None:
        return f"{entry_id} (no longer there)"
    return f"{content.knowledge.topics[entry_id]}/{entry_id} {entry.title}"


def _counts(reasons: Counter[str]) -> str:
    return ", ".join(f"{reason} {count}" for reason, count in reasons.most_common())


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _write(path: Path, gaps: tuple[Gap, ...], content: Content) -> None:
    """A table for a spreadsheet, readable by its owner alone."""
    try:
        target = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as fault:
        raise OperatorError(f"--csv: {path} can't be written ({fault.strerror})") from None
    with os.fdopen(target, "w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(
            ("people", *_REASONS, "question", "also", "most alike", "door", "given in vain")
        )
        for gap in gaps:
            others, given = " / ".join(gap.others), " ".join(gap.given)
            words = (gap.asked, others, _alike(gap, content), gap.door or "", given)
            counts = (gap.reasons[reason] for reason in _REASONS)
            table.writerow((gap.people, *counts, *map(_cell, words)))


def _cell(text: str) -> str:
    """A spreadsheet takes words that begin like a formula for one."""
    line = _one_line(text)
    return f"'{line}" if line.startswith(_FORMULA) else line


def _to_stderr(line: str) -> None:
    print(line, file=sys.stderr)
