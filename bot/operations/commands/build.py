"""Build the content now; a fault stops it and the last good build stays."""

from argparse import Namespace

from bot.operations.builds import ensure_build
from bot.operations.command_line import today_in_china
from bot.operations.settings import read_settings


def run(_arguments: Namespace) -> int:
    """Build when the sources changed and print the folder; raises ContentError on faults."""
    folder = ensure_build(read_settings().data, today_in_china(), print, strict=True)
    print(folder)
    return 0
