"""Whatever a worker writes prints as text; nothing of it is obeyed."""

from dataclasses import replace

import pytest

from bot.documents.pdf import as_pdf
from bot.documents.word_file import as_docx
from bot.papers import paper_of
from tests.documents.conftest import Desk
from tests.documents.test_papers import text_of, words_of

HOSTILE = {
    "typst": '#panic("x") #eval("1") $x^2$ @label *粗* _斜_ `代码` [括号] \\ // 注释 = 标题',
    "typst read": '#read("/etc/passwd") #image("paper.docx") #sys.inputs.paper',
    "word": "<w:p/> & < > \" ' ]]> &amp; <?xml?>",
    "jinja": "{{ 7 * 7 }} {% for x in y %} {# c #} {{r x }} {%p endif %} {_{",
    "json": '"},{"text":"x","gap":true}] \\u0041 \\n',
    "long word": "工" * 400 + "a" * 600,
}


@pytest.mark.parametrize("said", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_print_as_they_are(said: str, desk: Desk) -> None:
    wages = desk.matters["wages"]
    matter = replace(wages, story=said, facts={**wages.facts, "employer": said[:60]})
    paper = paper_of("arbitration_application", matter, {"job": said[:60]}, desk.scene)
    bare = "".join(said.split())
    assert bare in text_of(as_pdf(paper))
    assert bare in "".join(words_of(as_docx(paper)).split())


def test_control_and_direction_letters_are_left_out(desk: Desk) -> None:
    said = "前\x00\x07\x0c\x1b后\u202e逆\u2066隔\ue000请填写\ue001\ufeff完\ud800"
    matter = replace(desk.matters["wages"], story=said)
    text = text_of(as_pdf(paper_of("mediation_application", matter, {}, desk.scene)))
    assert "前后逆隔请填写完" in text
    words = words_of(as_docx(paper_of("mediation_application", matter, {}, desk.scene)))
    assert "前后逆隔请填写完" in words


def test_a_very_long_story_flows_over_pages_and_the_summary_keeps_to_one(desk: Desk) -> None:
    story = "\n".join(f"第{at}天，老板又说明天给钱，工友都在等，谁也没拿到。" for at in range(400))
    matter = replace(desk.matters["wages"], story=story)
    whole = text_of(as_pdf(paper_of("arbitration_application", matter, {}, desk.scene)))
    assert "第150天" in whole
    summary = as_pdf(paper_of("case_summary", matter, {}, desk.scene))
    assert "第1页共1页" in text_of(summary)


def test_fields_nobody_knows_are_passed_over(desk: Desk) -> None:
    filled = {"told": "x", "me": "x", "__class__": "x", "worker_name": ""}
    paper = paper_of("demand_letter", desk.matters["wages"], filled, desk.scene)
    assert "姓名" in paper.gaps
