"""The words of the papers: every article cited exists, every field and font is there."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bot.dialogue.content import Content
from bot.documents import fonts
from bot.documents.template_files import templates
from knowledge.citation import parse_citation
from knowledge.citation_faults import citation_fault
from tests.documents.conftest import DAY

ROOT = Path(fonts.__file__).parent
IN_WORDS = {
    "劳动合同法": "labour_contract_law",
    "劳动争议调解仲裁法": "labour_dispute_mediation_arbitration_law",
    "劳动保障监察条例": "labour_inspection_regulations",
    "工伤保险条例": "work_injury_insurance_regulations",
}


def cited() -> list[str]:
    words = templates()
    return sorted(
        {citation for paper in words.papers.values() for citation in paper.rests_on}
        | {citation for dispute in words.disputes for citation in dispute.basis}
    )


def letters_of(name: str) -> set[str]:
    with TTFont(fonts.FOLDER / name, lazy=True) as font:
        return set(map(chr, font.getBestCmap()))


@pytest.mark.parametrize("citation", cited())
def test_an_article_cited_is_held_in_force_and_has_a_gist(citation: str, content: Content) -> None:
    statutes = content.knowledge.statutes
    assert citation_fault(parse_citation(citation), statutes, DAY, with_gist=True) is None


def test_articles_named_within_sentences_exist_too(content: Content) -> None:
    text = "".join(path.read_text("utf-8") for path in (ROOT / "papers").glob("*.yaml"))
    for law, articles in re.findall(r"《([^》]+)》((?:第[0-9]+条(?:第1款)?、?)+)", text):
        for article in re.findall(r"第([0-9]+)条", articles):
            citation = parse_citation(f"{IN_WORDS[law]}#{article}")
            assert citation_fault(citation, content.knowledge.statutes, DAY, True) is None


def test_offers_and_papers_fit_together(content: Content) -> None:
    offers = content.intents.papers.by_id
    printed = {id for id, offer in offers.items() if not offer.calendar}
    assert printed == set(templates().papers)
    used = {field for paper in templates().papers.values() for block in paper.blocks for field in block.fields}  # fmt: skip
    assert used - {"other_party"} <= set(templates().fields)


def test_every_kind_in_the_tables_is_a_dispute_kind(content: Content) -> None:
    words = templates()
    groups = [*words.disputes, *words.grounds, *words.evidence]
    named = {kind for group in groups for kind in group.kinds}
    assert named <= set(content.knowledge.vocabulary.dispute_kinds)
    assert words.disputes[-1].kinds == ("other",)


def test_our_font_holds_what_its_list_says() -> None:
    held = letters_of("GongyouSong.otf")
    assert fonts.repertoire() - {"\n"} <= held
    assert set("㛃𠮷䶮喆镕") <= held


def test_every_letter_of_the_words_prints_without_another_font(content: Content) -> None:
    files = [*ROOT.glob("*.yaml"), *(ROOT / "papers").glob("*.yaml")]
    plain = "".join(re.sub("(?m)#.*$", "", path.read_text("utf-8")) for path in files)
    shorts = "".join(statute.short for statute in content.knowledge.statutes.values())
    names = "".join(region.name for region in content.knowledge.places.regions.values())
    assert set(plain + shorts + names) - {"\n"} <= fonts.repertoire()


def test_headings_print_in_hei() -> None:
    held = letters_of("GongyouHei.otf")
    words = templates()
    headings = "".join(
        paper.title + "".join(block.heading for block in paper.blocks)
        for paper in words.papers.values()
    ) + "".join("".join(words.words[f"columns_{name}"]) for name in ("held", "all", "keeping"))
    assert set(headings) <= held, "run python -m tests.make_fonts hei"


def test_a_letter_no_font_holds_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "reserves", tuple)
    assert fonts.missing_letters("王𫝀𠮷𫝀") == "𫝀"
    assert "fonts-noto-cjk" in (fonts.font_fault() or "")
