"""`python -m tests.benchmarks NAME [folder of the evaluation data]` prints a table."""

import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EVALUATION = ROOT.parent / "shared" / "evaluation"
NAMES = tuple(sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py")))


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in NAMES:
        print(f"python -m tests.benchmarks {{{','.join(NAMES)}}} [folder]")
        return 2
    folder = Path(arguments[1]) if len(arguments) > 1 else EVALUATION
    run = import_module(f"tests.benchmarks.{arguments[0]}").run
    return int(run(ROOT, folder))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
