"""Make the fonts of the papers: `python -m tests.make_fonts`, from Debian's fonts-noto-cjk.

Song (宋体) holds bot/documents/fonts/characters.txt: GB 2312, level 3 of 通用规范汉字表, our own content.
Hei (黑体), for headings, holds the characters of the templates alone. Takes two minutes.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

ROOT = Path(__file__).resolve().parents[1] / "bot" / "documents"
FONTS = ROOT / "fonts"
DEBIAN = Path("/usr/share/fonts/opentype/noto")
NAMES_OF_FAMILY = (1, 4, 16)
NAME_OF_FILE = 6


def main(wanted: list[str]) -> None:
    """Make the fonts named, or both."""
    if not wanted or "song" in wanted:
        letters = (FONTS / "characters.txt").read_text("utf-8").replace("\n", "")
        _make("NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC", "Gongyou Song", letters + " ")
    if not wanted or "hei" in wanted:
        _make("NotoSansCJK-Bold.ttc", "Noto Sans CJK SC", "Gongyou Hei", heading_letters())


def heading_letters() -> str:
    """Every character of the templates' words, and those of numbers and dates."""
    texts = "".join(path.read_text("utf-8") for path in sorted(ROOT.rglob("*.yaml")))
    plain = set("".join(map(chr, range(32, 127))) + "一二三四五六七八九十《》（）、：“”")
    return "".join(sorted(set(texts.replace("\n", "")) | plain))


def _make(source: str, family: str, new_family: str, letters: str) -> None:
    fonts = TTCollection(DEBIAN / source).fonts
    font = next(font for font in fonts if font["name"].getDebugName(1) == family)
    options = subset.Options()
    options.layout_features = ["kern", "halt", "palt", "locl", "ccmp"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    _rename(font, new_family)
    # The same sources give the same bytes.
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(FONTS / f"{new_family.replace(' ', '')}.otf")


def _rename(font: TTFont, family: str) -> None:
    """A name of its own, so that no font of the machine stands for it."""
    for record in font["name"].names:
        if record.nameID in NAMES_OF_FAMILY:
            record.string = family
        elif record.nameID == NAME_OF_FILE:
            record.string = family.replace(" ", "")
    font["CFF "].cff.fontNames = [family.replace(" ", "")]


if __name__ == "__main__":
    main(sys.argv[1:])
