"""PDF and picture by typst: the only door to it. What was told goes in as data, never as source."""

import json
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Literal

import typst
from PIL import Image

from bot.documents.fonts import HEI, SONG, fonts, reserves
from bot.documents.paper import Paper, as_data
from bot.documents.template_files import templates

LAYOUT = Path(__file__).parent / "paper.typ"
PAGE_DOTS = 110
"""Dots per inch of a picture to read: 909 pixels wide, sharp on a phone, about 60 KB."""
GRAYS = 16
_STEP = 255 // (GRAYS - 1)
_NEAREST_GRAY = [(value + _STEP // 2) // _STEP for value in range(256)]

_turn = Lock()


def as_pdf(paper: Paper) -> bytes:
    """The paper as a tagged PDF; the same paper gives the same bytes. Blocks: call it in a thread."""
    return _only(_compile(paper, "pdf"))


def as_pictures(paper: Paper, dots: int = PAGE_DOTS) -> tuple[bytes, ...]:
    """Each page as a small PNG in grays."""
    pages = _compile(paper, "png", dots)
    return tuple(map(_small, pages if isinstance(pages, list) else [pages]))


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(
        str(LAYOUT), root=str(LAYOUT.parent), font_paths=fonts(), ignore_system_fonts=False
    )


def _compile(
    paper: Paper, format: Literal["pdf", "png"], dots: float | None = None
) -> bytes | list[bytes]:
    data = {
        **as_data(paper),
        "body": [SONG, *reserves()],
        "head": [HEI, SONG, *reserves()],
        "page": templates().words["page"].replace("{page}", "#").replace("{pages}", "#"),
        "day": paper.day.isoformat(),
    }
    noon = int(datetime(paper.day.year, paper.day.month, paper.day.day, tzinfo=UTC).timestamp())
    # One compiler with its caches; it is not made for two threads at once.
    with _turn:
        made = _compiler().compile(
            format=format,
            ppi=dots,
            timestamp=noon,
            sys_inputs={"paper": json.dumps(data, ensure_ascii=False)},
        )
    if made is None:
        raise RuntimeError("typst wrote nothing")
    return made


def _small(picture: bytes) -> bytes:
    """The picture in sixteen grays, four bits a dot: a third of its bytes."""
    small = BytesIO()
    with Image.open(BytesIO(picture)) as image:
        grays = image.convert("L").point(_NEAREST_GRAY).convert("P")
    grays.putpalette([gray * _STEP for gray in range(GRAYS) for _ in "rgb"])
    grays.save(small, "PNG", bits=4)
    return small.getvalue()


def _only(made: bytes | list[bytes]) -> bytes:
    return made if isinstance(made, bytes) else made[0]
