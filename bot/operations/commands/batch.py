"""Run one batch verb over standard input."""

import io
import sys
from argparse import Namespace

from bot.channels.batch import run_batch
from bot.operations.builds import ensure_build, read_build
from bot.operations.command_line import today_in_china
from bot.operations.settings import read_settings


def run(arguments: Namespace) -> int:
    """JSON lines from standard input to standard output; exit code 1 when a line failed."""
    today = today_in_china()
    content = read_build(ensure_build(read_settings().data, today, _to_stderr))
    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="replace", newline="\n")
    failed = False
    for text, succeeded in run_batch(arguments.verb, lines, content, today):
        out.write(text + "\n")
        out.flush()
        failed = failed or not succeeded
    out.detach()
    return 1 if failed else 0


def _to_stderr(line: str) -> None:
    print(line, file=sys.stderr)
