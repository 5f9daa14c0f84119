"""The fonts of the papers: our own for nearly every name, the machine's for the rest.

bot/decisions/0004-fonts-of-the-papers.md says why.
"""

from functools import cache
from pathlib import Path

import typst

FOLDER = Path(__file__).parent / "fonts"
SONG, HEI = "Gongyou Song", "Gongyou Hei"
RESERVES = (
    "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "SimSun-ExtB", "Songti SC",
    "Noto Sans CJK SC", "Noto Serif CJK JP", "HanaMinB", "BabelStone Han",
)  # fmt: skip
"""Fonts of the machine that may hold letters ours do not (Debian: fonts-noto-cjk)."""


@cache
def fonts() -> typst.Fonts:
    """Our fonts and the machine's; never those of the typesetter, which hold no Chinese."""
    return typst.Fonts(include_embedded_fonts=False, font_paths=[str(FOLDER)])


@cache
def reserves() -> tuple[str, ...]:
    """The fonts of this machine that stand in for a missing letter."""
    there = set(fonts().families())
    return tuple(name for name in RESERVES if name in there)


@cache
def repertoire() -> frozenset[str]:
    """The letters our own font holds."""
    return frozenset((FOLDER / "characters.txt").read_text("utf-8")) | {" ", "\u3000"}


def missing_letters(text: str) -> str:
    """Letters that would not print on this machine, each once."""
    if reserves():
        return ""
    return "".join(dict.fromkeys(letter for letter in text if letter not in repertoire()))


def font_fault() -> str | None:
    """What an operator should know: None where every name prints."""
    if not {SONG, HEI} <= set(fonts().families()):
        return f"papers: the fonts in {FOLDER} can't be read; check the installation"
    if not reserves():
        return "papers: very rare characters in names will not print; install fonts-noto-cjk"
    return None
