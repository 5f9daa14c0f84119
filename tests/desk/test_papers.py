"""The papers of an accepted case at the mediator's desk."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.desk.world import World


def test_the_mediator_takes_the_papers_of_an_accepted_case_and_it_is_noted(world: World) -> None:
    case_id, _ = world.open_case()
    world.accept(case_id)
    browser = world.browser("xindu1")
    page = browser.get(f"/cases/{case_id}").text
    assert f"/cases/{case_id}/papers/mediation_application.docx" in page
    before = len(world.audited(case_id))
    answer = browser.get(f"/cases/{case_id}/papers/case_summary.pdf")
    text = "".join(PdfReader(BytesIO(answer.content)).pages[0].extract_text().split())
    assert "案情一页纸" in text
    assert "6500元" in text
    assert browser.get(f"/cases/{case_id}/papers/mediation_application.docx").content[:2] == b"PK"
    assert b"VCALENDAR" in browser.get(f"/cases/{case_id}/papers/deadline_calendar.ics").content
    assert len(world.audited(case_id)) == before + 3


@pytest.mark.parametrize("name", ["nonsense.pdf", "case_summary.exe", "case_summary.ics", "deadline_calendar.pdf", "injury_application.pdf"])  # fmt: skip
def test_what_does_not_fit_or_exist_is_not_there(world: World, name: str) -> None:
    case_id, _ = world.open_case()
    world.accept(case_id)
    assert world.browser("xindu1").get(f"/cases/{case_id}/papers/{name}").status_code == 404
