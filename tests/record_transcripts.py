"""`python -m tests.record_transcripts [name ...]`: write down how the talks go today."""

import sys
from pathlib import Path
from typing import Any

from bot.operations.builds import ensure_build, read_build
from tests.conftest import BUILT_ON
from tests.transcripts_player import FOLDER, Transcript, play, read_transcript


def main(names: list[str]) -> int:
    content = read_build(ensure_build(Path(".data"), BUILT_ON, print, strict=True))
    for path in sorted(FOLDER.glob("*.yaml")):
        if names and path.stem not in names:
            continue
        transcript = read_transcript(path)
        path.write_text(written(transcript, play(transcript, content)), encoding="utf-8")
        print(path.name)
    return 0


def written(transcript: Transcript, turns: list[dict[str, Any]]) -> str:
    """The transcript as a person reads it."""
    head = transcript.path.read_text(encoding="utf-8").split("turns:", 1)[0]
    return head + "turns:\n" + "".join(_turn(turn) for turn in turns)


def _turn(turn: dict[str, Any]) -> str:
    lines = []
    for key in ("hours_later", "says", "presses", "shares", "stage"):
        if key in turn:
            lines.append(f"{key}: {_scalar(turn[key])}")
    if "happens" in turn:
        lines.append(f"happens: {_flow(turn['happens'])}")
    if "effects" in turn:
        lines.append(f"effects: [{', '.join(turn['effects'])}]")
    lines.append("bot:" if turn["bot"] else "bot: []")
    for reply in turn["bot"]:
        lines += ["  - text: |-", *(f"      {line}".rstrip() for line in reply["text"].split("\n"))]
        if "buttons" in reply:
            lines.append(f"    buttons: [{', '.join(map(_scalar, reply['buttons']))}]")
    return "  - " + "\n    ".join(lines) + "\n"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    return "null" if value is None else _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, int):
        return str(value)
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
