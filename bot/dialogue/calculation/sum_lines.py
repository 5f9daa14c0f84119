"""The lines of a sum as they fit one message, and what is left for those who want the working."""

import re
from collections.abc import Iterable, Sequence

LONGEST_LINE, ROOM = 56, 170
"""Characters of a line of a result, and of all its lines."""
MESSAGE = 210
"""Characters of a message with the rest of the working."""
_PIECES = re.compile(r"[^。；、]*[。；、]?")


def shortened(lines: Sequence[str]) -> tuple[str, ...]:
    """The first lines as far as they fit, long ones cut after a sentence."""
    kept: list[str] = []
    room = ROOM
    for line in map(_cut, lines):
        if kept and len(line) > room:
            break
        kept.append(line)
        room -= len(line)
    return tuple(kept)


def in_messages(lines: Iterable[str]) -> tuple[str, ...]:
    """All lines, in messages of a length that a phone shows."""
    messages = [""]
    for piece in (part for line in lines for part in _parts(line)):
        if messages[-1] and len(messages[-1]) + len(piece) > MESSAGE:
            messages.append("")
        messages[-1] = f"{messages[-1]}\n{piece}".strip()
    return tuple(filter(None, messages))


def _cut(line: str) -> str:
    """The line, or its first sentences."""
    short = ""
    for piece in _PIECES.findall(line):
        if short and len(short) + len(piece) > LONGEST_LINE:
            break
        short += piece
    return short.rstrip("、；")


def _parts(line: str) -> list[str]:
    """A line that is longer than a message in parts that are not."""
    parts = [""]
    for piece in _PIECES.findall(line):
        if len(parts[-1]) + len(piece) > MESSAGE:
            parts.append("")
        parts[-1] += piece
    return [part for part in parts if part]
