"""Make bot/documents/paper.docx: `python -m tests.make_word_template`.

It may be opened and restyled in Word afterwards: only the tags between braces must stay.
"""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

TARGET = Path(__file__).resolve().parents[1] / "bot" / "documents" / "paper.docx"
SONG, HEI, LATIN = "宋体", "黑体", "Times New Roman"


def main() -> None:
    """Write the template."""
    document = Document()
    _page(document)
    _styles(document)
    _footer(document.sections[0])
    document.add_paragraph("{{ title }}", style="Title")
    _tag(document, "{%p for e in parts %}")
    _when(document, "heading", lambda: document.add_paragraph("{{ e.text }}", style="Heading 1"))
    for name in ("Body", "Flush", "Line", "Small", "Signature"):
        _when(document, name.lower(), lambda name=name: _rich(document, name))
    _when(document, "rows", lambda: _pairs(document))
    for count in (3, 4):
        _when(document, f"table{count}", lambda count=count: _table(document, count))
    _tag(document, "{%p if e.kind == 'break' %}")
    document.add_page_break()
    _tag(document, "{%p endif %}")
    _tag(document, "{%p endfor %}")
    document.core_properties.author = ""
    document.core_properties.title = ""
    document.core_properties.comments = ""
    document.save(str(TARGET))


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3), Cm(2.6)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)


def _styles(document: Any) -> None:
    normal = _font(document.styles["Normal"], SONG, 12)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.5
    title = _font(document.styles["Title"], HEI, 20)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(18)
    for border in title.element.findall(".//" + qn("w:pBdr")):
        border.getparent().remove(border)
    heading = _font(document.styles["Heading 1"], HEI, 13)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(14), Pt(6)
    heading.paragraph_format.keep_with_next = True
    for name, size, indent in (("Body", 12, 24), ("Flush", 12, 0), ("Line", 11, 12), ("Small", 9.5, 0), ("Signature", 12, 0)):  # fmt: skip
        style = _font(document.styles.add_style(name, 1), SONG, size)
        style.base_style = document.styles["Normal"]
        style.paragraph_format.first_line_indent = Pt(indent)
    gap = _font(document.styles.add_style("Gap", 1), SONG, 6)
    gap.paragraph_format.line_spacing = 1
    signature = document.styles["Signature"].paragraph_format
    signature.alignment, signature.space_before = WD_ALIGN_PARAGRAPH.RIGHT, Pt(12)
    # A signature alone on a page could belong to anything: whom the paper goes to stays with it.
    for name in ("Flush", "Signature"):
        document.styles[name].paragraph_format.keep_with_next = True


def _font(style: Any, east: str, size: float) -> Any:
    style.font.name, style.font.size = LATIN, Pt(size)
    style.font.bold = False
    style.font.color.rgb = None
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), east)
    color = style.element.rPr.find(qn("w:color"))
    if color is not None:
        style.element.rPr.remove(color)
    return style


def _tag(document: Any, words: str) -> None:
    document.add_paragraph(words, style="Normal")


def _when(document: Any, kind: str, add: Any) -> None:
    _tag(document, f"{{%p if e.kind == '{kind}' %}}")
    add()
    _tag(document, "{%p endif %}")


def _rich(document: Any, style: str) -> None:
    document.add_paragraph("{{r e.text }}", style=style)


def _pairs(document: Any) -> None:
    table = _grid(document, 3, (4.0, 11.6))
    table.rows[0].cells[0].text = "{%tr for row in e.rows %}"
    _cell(table.rows[1].cells[0], "{{r row[0] }}")
    _cell(table.rows[1].cells[1], "{{r row[1] }}")
    table.rows[2].cells[0].text = "{%tr endfor %}"


def _table(document: Any, count: int) -> None:
    widths = (1.6, 5.0, 9.0) if count == 3 else (1.8, 5.6, 4.0, 4.2)
    table = _grid(document, 4, widths)
    for at in range(count):
        _cell(table.rows[0].cells[at], f"{{{{ e.columns[{at}] }}}}", WD_ALIGN_PARAGRAPH.CENTER)
        _cell(table.rows[2].cells[at], f"{{{{r row[{at}] }}}}")
    header = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(header)
    table.rows[1].cells[0].text = "{%tr for row in e.rows %}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _grid(document: Any, rows: int, widths: tuple[float, ...]) -> Any:
    table = document.add_table(rows, len(widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for at, width in enumerate(widths):
        table.columns[at].width = Cm(width)
        for row in table.rows:
            row.cells[at].width = Cm(width)
    # Without a line between them two tables would become one.
    document.add_paragraph("", style="Gap")
    return table


def _cell(cell: Any, words: str, alignment: Any = None) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.add_run(words).font.size = Pt(11)
    paragraph.paragraph_format.line_spacing = 1.25
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
    paragraph.alignment = alignment


def _footer(section: Any) -> None:
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words, field in (("第 ", "PAGE"), (" 页　共 ", "NUMPAGES"), (" 页", "")):
        paragraph.add_run(words).font.size = Pt(9)
        if field:
            simple = OxmlElement("w:fldSimple")
            simple.set(qn("w:instr"), field)
            paragraph._p.append(simple)


if __name__ == "__main__":
    main()
