"""Every paper of every matter, empty and filled: what stands in the text of its pages."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader

from bot.documents.filling import fill
from bot.documents.paper import Paper
from bot.documents.pdf import as_pdf, as_pictures
from bot.documents.template_files import templates
from bot.documents.word_file import as_docx
from bot.matter import Matter
from bot.papers import paper_of, told_of
from tests.documents.conftest import NAMES, Desk, everything

PAPERS = sorted(templates().papers)
MATTERS = ("wages", "dismissed", "injured")
A4 = (595, 842)
PRIVATE = re.compile("[\ue000-\uf8ff]")


def text_of(pdf: bytes) -> str:
    """The text layer without breaks and blanks, which are the layout's."""
    pages = PdfReader(BytesIO(pdf)).pages
    return re.sub(r"\s", "", "".join(page.extract_text() for page in pages))


def words_of(docx: bytes) -> str:
    body = Document(BytesIO(docx)).element.body
    return "".join(node.text or "" for node in body.iter() if node.tag.endswith("}t"))


def gaps_in(text: str) -> list[str]:
    return re.findall(r"【请填写：([^】]*)】", text)


@pytest.fixture(params=[(paper, matter) for paper in PAPERS for matter in MATTERS], ids=str)
def both(request: pytest.FixtureRequest, desk: Desk) -> tuple[Paper, Paper]:
    """A paper of a matter, empty and filled in."""
    paper, matter = request.param
    return tuple(  # type: ignore[return-value]
        paper_of(paper, desk.matters[matter], filled, desk.scene) for filled in ({}, everything())
    )


def test_every_gap_is_marked_on_the_page_and_listed(both: tuple[Paper, Paper]) -> None:
    for paper in both:
        text = text_of(as_pdf(paper))
        assert set(gaps_in(text)) == {label.replace(" ", "") for label in paper.gaps}
        assert not PRIVATE.search(text)
        assert paper.title in text


def test_a_filled_paper_has_no_gap_but_for_further_evidence(both: tuple[Paper, Paper]) -> None:
    _, filled = both
    assert set(filled.gaps) <= {templates().words["other_evidence"]}
    text = text_of(as_pdf(filled))
    for field in filled.fields:
        if not field.long:
            assert field.value.replace(" ", "") in text


def test_the_word_file_says_the_same(both: tuple[Paper, Paper]) -> None:
    for paper in both:
        words = re.sub(r"[\s＿]", "", words_of(as_docx(paper)))
        assert set(gaps_in(words)) == {label.replace(" ", "") for label in paper.gaps}
        for run in paper.runs:
            assert re.sub(r"\s", "", run.text) in words


def test_pages_are_a4_numbered_and_few(both: tuple[Paper, Paper]) -> None:
    for paper in both:
        pages = PdfReader(BytesIO(as_pdf(paper))).pages
        assert len(pages) <= (1 if paper.id == "case_summary" else 3)
        for number, page in enumerate(pages, 1):
            assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
            said = re.sub(r"\s", "", page.extract_text())
            assert f"第{number}页共{len(pages)}页" in said


def test_the_same_case_on_the_same_day_gives_the_same_bytes(both: tuple[Paper, Paper]) -> None:
    paper, _ = both
    assert as_pdf(paper) == as_pdf(paper)
    assert as_docx(paper) == as_docx(paper)
    assert as_pictures(paper, 40) == as_pictures(paper, 40)


def test_what_was_told_stands_in_the_arbitration_application(desk: Desk) -> None:
    paper = paper_of("arbitration_application", desk.matters["wages"], {}, desk.scene)
    text = text_of(as_pdf(paper))
    for words in ("宏达电子厂", "18600元", "2023年3月", "双方没有签订书面劳动合同", "《劳动合同法》第30条",
                  "成都市新都区劳动人事争议仲裁委员会", "工资条、银行流水", "找老板问了好几回"):  # fmt: skip
        assert words in text


def second(desk: Desk, **facts: Any) -> Matter:
    """Wages owed, and a dismissal beside them."""
    told = {"employer": "金牛服装厂", "employed_from": "2021-02-01", "employed_to": "2026-10-15",
            "amount_claimed": "19500.00", "dispute_kinds": ["unlawful_dismissal", "economic_compensation"]}  # fmt: skip
    return Matter("wage_arrears", {**told, **facts})


def claims(paper: Paper) -> str:
    return "".join(
        run.text for block in paper.blocks if block.kind == "items" for (runs,) in block.rows for run in runs
    )  # fmt: skip


def test_the_sum_of_a_second_dispute_is_worked_out_with_its_working(desk: Desk) -> None:
    paper = paper_of("arbitration_application", second(desk, monthly_wage="8500.00"), {}, desk.scene)  # fmt: skip
    assert "工资19500元；" in claims(paper)
    assert "赔偿金102000元。" in claims(paper)
    text = text_of(as_pdf(paper))
    assert "8500元×6个月×2＝102000元" in text
    assert "不合法才有2N" not in text
    assert "第二项请求的金额" not in paper.gaps


def test_a_sum_that_can_not_be_known_or_was_corrected_is_not_put_in(desk: Desk) -> None:
    unknown = paper_of("arbitration_application", second(desk), {}, desk.scene)
    assert "第二项请求的金额" in unknown.gaps
    matter, filled = second(desk, monthly_wage="8500.00"), {"amount_second": "90000元"}
    corrected = paper_of("arbitration_application", matter, filled, desk.scene)
    assert "赔偿金90000元。" in claims(corrected)
    assert "102000" not in text_of(as_pdf(corrected))


def test_damages_exclude_compensation_and_inspection_is_asked_for_no_damages(desk: Desk) -> None:
    matter = second(desk, monthly_wage="8500.00")
    assert "经济补偿" not in claims(paper_of("arbitration_application", matter, {}, desk.scene))
    complaint = claims(paper_of("inspection_complaint", matter, {}, desk.scene))
    assert "赔偿金" not in complaint
    assert "经济补偿" in complaint


def test_the_workers_own_words_can_be_put_right_on_the_form(desk: Desk) -> None:
    filled = {"what_happened": "单位从六月起没有发工资。"}
    paper = paper_of("mediation_application", desk.matters["wages"], filled, desk.scene)
    assert "what_happened" in {field.id for field in paper.fields}
    assert "单位从六月起没有发工资" in text_of(as_pdf(paper))
    assert "问了好几回" not in text_of(as_pdf(paper))


def test_a_day_by_which_the_same_must_be_done_stands_once(desk: Desk) -> None:
    facts = {"event_date": "2026-10-15", "event_kind": "dismissal_notice", "still_employed": False}
    told = told_of(second(desk, **facts), desk.scene)
    whats = [(last.what, last.day) for last in told.last_days]
    assert len(whats) == len(set(whats)) > 1


def test_the_family_applies_for_the_dead_and_is_not_hurt_itself(desk: Desk) -> None:
    told = {"region": "510114", "event_date": "2026-09-03", "employed_to": "2026-09-03"}
    matter = desk.matters["wages"].__class__("death_benefit", told)
    for id in ("arbitration_application", "mediation_application"):
        paper = paper_of(id, matter, {"deceased": "某甲", "kinship": "妻子"}, desk.scene)
        text = text_of(as_pdf(paper))
        assert "某甲在被申请人工作期间因工死亡，申请人是其近亲属（妻子）" in text
        assert "《工伤保险条例》第39条" in text
        assert "申请人在工作中受到伤害" not in text
        assert "离开" not in text


def test_a_county_level_city_is_named_without_the_city_above(desk: Desk) -> None:
    paper = paper_of("arbitration_application", desk.matters["dismissed"], {}, desk.scene)
    assert "昆山市劳动人事争议仲裁委员会" in text_of(as_pdf(paper))
    assert "苏州市昆山市" not in "".join(
        run.text for block in paper.blocks if block.kind == "receiver" for run in block.rows[0][1]
    )


def test_names_never_reach_a_paper_that_was_not_filled_in(both: tuple[Paper, Paper]) -> None:
    empty, filled = both
    personal = {field.id for field in empty.fields if field.personal}
    assert not any(field.value for field in empty.fields if field.personal)
    for id in personal & set(NAMES):
        assert NAMES[id] in "".join(run.text for run in filled.runs)


def test_every_sentence_of_the_templates_can_be_filled(desk: Desk) -> None:
    words = templates()
    for dispute in words.disputes:
        for kind in dispute.kinds:
            matter = desk.matters["wages"].__class__(kind, {"region": "510114"})
            for paper in PAPERS:
                made = paper_of(paper, matter, {}, desk.scene)
                assert not any("{{" in run.text or "{%" in run.text for run in made.runs)
    assert fill("a", {}) == "a"


def test_no_page_holds_a_signature_alone(desk: Desk) -> None:
    """The story grows line by line, so that the end of the paper meets every place of a page."""
    for paper_id in ("mediation_application", "demand_letter"):
        for lines in range(0, 30, 2):
            story = "\n".join(["老板说下个月一起发。"] * lines)
            facts = {**desk.matters["wages"].facts, "employer": "很长的名字" * lines}
            matter = replace(desk.matters["wages"], story=story, facts=facts)
            pages = PdfReader(BytesIO(as_pdf(paper_of(paper_id, matter, {}, desk.scene)))).pages
            said = [re.sub(r"\s", "", page.extract_text()) for page in pages]
            last = next(text for text in said if "（签名）" in text)
            before = last.partition("（签名）")[0]
            assert "此致" in before or "联系电话" in before
