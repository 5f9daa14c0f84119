"""工友问问 (Gongyou): the only entry. `python main.py` serves; `--help` lists everything else."""

import sys

from bot.operations.command_line import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
