"""`python -m tests.benchmarks NAME [folder of the evaluation data]` prints a table."""

import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EVALUATION = ROOT.parent / "shared" / "evaluation"
NAMES = (
    "danger",
    "extraction",
    "law",
    "matching",
    "papers",
    "questions",
    "ranking",
    "start",
    "turns",
    "choices",
    "wishes",
    "within",
)


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in NAMES:
        print(f"python -m tests.benchmarks {{{','.join(NAMES)}}} [folder] [options]")
        return 2
    name, *rest = arguments
    folders = [Path(each) for each in rest if not each.startswith("--")]
    run = import_module(f"tests.benchmarks.{name}").run
    options = [each for each in rest if each.startswith("--")]
    return int(run(ROOT, folders[0] if folders else EVALUATION, *options))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
