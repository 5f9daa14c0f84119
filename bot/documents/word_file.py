"""The editable Word file by docxtpl: the only door to it. What was told goes in escaped."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.documents.paper import Block, Paper, Run, Runs

if TYPE_CHECKING:
    from docxtpl import RichText

LAYOUT = Path(__file__).parent / "paper.docx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RULE = "\uff3f" * 6
"""A line to write on behind the words of a gap; Word drops underlined blanks at a line's end."""
LINES_TO_WRITE = 20
"""So many lines more where a whole story is to be told."""
_KINDS = {"text": "body", "items": "body", "lines": "line", "small": "small"}
_OLDEST = (1980, 1, 1, 0, 0, 0)


def as_docx(paper: Paper) -> bytes:
    """The paper as a Word file; the same paper gives the same bytes. Blocks: call it in a thread."""
    # The library takes a third of a second to load; a house that starts does without it.
    from docxtpl import DocxTemplate

    layout = DocxTemplate(LAYOUT)
    parts = [part for block in paper.blocks for part in _parts(block)]
    layout.render({"title": paper.title, "parts": parts}, autoescape=True)
    written = BytesIO()
    layout.save(written)
    return _without_times(written)


def _parts(block: Block) -> Iterator[dict[str, Any]]:
    if block.heading:
        yield {"kind": "heading", "text": block.heading}
    match block.kind:
        case "break":
            yield {"kind": "break"}
        case "rows":
            yield {"kind": "rows", "rows": [[_rich(cell) for cell in row] for row in block.rows]}
        case "table":
            rows = [[_rich(cell) for cell in row] for row in block.rows]
            kind = f"table{len(block.columns)}"
            yield {"kind": kind, "columns": block.columns, "rows": rows}
        case "signature":
            ((who, day),) = block.rows
            yield {"kind": "signature", "text": _rich((*who, Run("："), Run(RULE)))}
            yield {"kind": "signature", "text": _rich(day)}
        case "receiver":
            ((greeting, receiver),) = block.rows
            yield {"kind": "body", "text": _rich(greeting)}
            yield {"kind": "flush", "text": _rich(receiver)}
        case _:
            yield from _paragraphs(block)


def _paragraphs(block: Block) -> Iterator[dict[str, Any]]:
    kind = "flush" if block.flush else _KINDS[block.kind]
    apart = block.kind == "items"
    if block.opening and apart:
        yield {"kind": kind, "text": _rich(block.opening)}
    for at, (words,) in enumerate(block.rows, 1):
        if block.kind == "text" and len(words) == 1 and words[0].gap:
            words = (*words, Run(RULE * LINES_TO_WRITE))
        before: Runs = (Run(f"{at}. "),) if apart else ()
        if block.opening and not apart and at == 1:
            before = block.opening
        yield {"kind": kind, "text": _rich((*before, *words))}


def _rich(words: Runs) -> "RichText":
    from docxtpl import RichText

    rich = RichText()
    for run in words:
        # Apart at each underscore: docxtpl reads {_{ as its own brace.
        for piece in re.split("(?<=_)", run.text):
            rich.add(piece, highlight="#ffff00" if run.gap else None)
        if run.gap:
            rich.add(RULE)
    return rich


def _without_times(written: BytesIO) -> bytes:
    """The same archive with its clock times taken out."""
    plain = BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(plain, "w") as target:
        for name in sorted(
            source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)
        ):
            entry = zipfile.ZipInfo(name, _OLDEST)
            target.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED)
    return plain.getvalue()
