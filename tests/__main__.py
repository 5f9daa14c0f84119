"""`python -m tests`: every check there is, in one command.

Content, ruff format, ruff lint, mypy --strict, import contracts, pytest. `--fast` leaves out what
is slow (browsers, kill loops); further arguments go to pytest.
"""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("main.py", "bot", "intents", "knowledge")


def commands(fast: bool, rest: list[str]) -> list[tuple[str, list[str]]]:
    python = [sys.executable, "-m"]
    marks = ["-m", "not slow"] if fast else []
    return [
        ("content", [sys.executable, "main.py", "check"]),
        ("ruff format", [*python, "ruff", "format", "--check", "."]),
        ("ruff lint", [*python, "ruff", "check", "."]),
        ("mypy", [*python, "mypy", *ROOMS]),
        ("import contracts", [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]),
        ("pytest", [*python, "pytest", "--durations=8", *marks, *rest]),
    ]


def main(arguments: list[str]) -> int:
    fast = "--fast" in arguments
    failed = []
    for name, command in commands(fast, [a for a in arguments if a != "--fast"]):
        print(f"== {name}", flush=True)
        began = time.monotonic()
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
        print(f"   {time.monotonic() - began:.1f} s", flush=True)
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
