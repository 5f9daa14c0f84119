"""Talk with the bot on the terminal."""

import sys
from argparse import Namespace
from datetime import datetime, time

from bot.channels import terminal
from bot.operations.builds import ensure_build, read_build
from bot.operations.command_line import CHINA, today_in_china
from bot.operations.settings import read_settings


def run(arguments: Namespace) -> int:
    """Read lines from standard input until its end; `--today` simulates a date."""
    content = read_build(ensure_build(read_settings().data, today_in_china(), print))

    def clock() -> datetime:
        if arguments.today is None:
            return datetime.now(CHINA)
        return datetime.combine(arguments.today, time(10), CHINA)

    terminal.talk(content, sys.stdin, print, clock)
    return 0
