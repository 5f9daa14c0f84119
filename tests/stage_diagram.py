"""`python -m tests.stage_diagram`: draw the stages' table into bot/dialogue/README.md."""

import sys
from pathlib import Path

from bot.dialogue.stages import STAGES

README = Path(__file__).resolve().parents[1] / "bot" / "dialogue" / "README.md"
BEGIN, END = "<!-- stages: drawn from stages.py -->\n", "<!-- end -->\n"


def diagram() -> str:
    """The table as a Mermaid state diagram."""
    arrows = [
        f"    {before} --> {after}" for before, afters in STAGES.items() for after in sorted(afters)
    ]
    return "\n".join(["```mermaid", "stateDiagram-v2", "    [*] --> welcome", *arrows, "```", ""])


def redrawn(text: str) -> str:
    """The page with today's diagram in it."""
    before, rest = text.split(BEGIN)
    return before + BEGIN + diagram() + END + rest.split(END)[1]


if __name__ == "__main__":
    README.write_text(redrawn(README.read_text(encoding="utf-8")), encoding="utf-8")
    sys.exit(0)
