"""Papers on the web page: looked at, filled in, downloaded, and seen by nobody else."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO

import httpx
import pytest
from pypdf import PdfReader

from bot.bell import Bell
from bot.cases.store.store import Store
from bot.cases.store.transaction import Transaction
from bot.channels.web.paper_pages import VISITOR
from bot.dialogue.content import Content
from bot.paper_desk import PURPOSE, PaperDesk
from tests.channels.web_serving import Phone, Site, serving

STORY = "我在成都新都宏达电子厂上班，老板三个月没发工资，一共欠我18600"
PAPER = "/papers/arbitration_application"


@pytest.fixture
def site(store: Store, content: Content, bell: Bell) -> Iterator[Site]:
    """The chat being served."""
    with serving(store, content, bell) as site:
        yield site


@pytest.fixture
def phone(site: Site) -> Phone:
    """A worker who told the story."""
    phone = site.phone()
    phone.say(STORY)
    return phone


def text_of(pdf: bytes) -> str:
    return "".join("".join(p.extract_text() for p in PdfReader(BytesIO(pdf)).pages).split())


def fill(phone: Phone, values: dict[str, str], wanted: str) -> httpx.Response:
    return phone.client.post(PAPER, data={**values, "as": wanted})


def test_the_page_shows_the_paper_its_gaps_and_a_form(phone: Phone) -> None:
    page = phone.client.get(PAPER)
    assert page.status_code == 200
    assert "data:image/png;base64," in page.text
    assert 'name="worker_name"' in page.text
    assert "宏达电子厂" in page.text
    assert page.headers["cache-control"] == "no-store"
    preview = phone.client.get(f"{PAPER}/preview.png")
    assert preview.content.startswith(b"\x89PNG")


def test_what_is_filled_in_stands_in_the_file_and_is_kept_nowhere(phone: Phone) -> None:
    filled = fill(phone, {"worker_name": "王㛃", "id_number": "000000199001010000"}, "pdf")
    assert filled.headers["content-type"] == "application/pdf"
    assert "attachment" in filled.headers["content-disposition"]
    assert "王㛃" in text_of(filled.content)
    assert "000000199001010000" in text_of(filled.content)
    again = phone.client.get(PAPER).text
    assert "王㛃" not in again
    with phone.site.store.transaction() as transaction:
        conversation = transaction.conversation(_conversation_in(transaction, phone))
        lines = transaction.transcript(conversation.id) if conversation else ()
    assert conversation is not None
    assert "王㛃" not in conversation.state + str([line.body for line in lines])


def test_the_word_file_and_the_look_before(phone: Phone) -> None:
    assert fill(phone, {}, "docx").content.startswith(b"PK")
    shown = fill(phone, {"worker_name": "<script>王"}, "look")
    assert 'value="&lt;script&gt;王"' in shown.text
    assert "<script>王" not in shown.text


@pytest.mark.parametrize("path", [PAPER, f"{PAPER}/preview.png", "/papers/calendar.ics", "/papers/x", "/papers/..%2fx"])  # fmt: skip
def test_a_stranger_sees_no_paper(site: Site, path: str) -> None:
    assert site.phone().client.get(path).status_code == 404


def test_a_paper_that_does_not_exist_is_not_found(phone: Phone) -> None:
    assert phone.client.get("/papers/nonsense").status_code == 404


def test_a_form_of_another_site_is_refused(phone: Phone) -> None:
    answer = phone.client.post(PAPER, data={"as": "pdf"}, headers={"origin": "http://evil.test"})
    assert answer.status_code == 403


def test_a_link_opens_once_by_a_press_and_soon_ends(phone: Phone) -> None:
    site = phone.site
    desk = PaperDesk(site.store, lambda: site.content, "https://example.test/")
    talk = _conversation(phone)
    link = desk.link(talk, "arbitration_application", datetime.now(UTC))
    assert link is not None
    path = link.removeprefix("https://example.test")
    visitor = site.phone()
    assert visitor.client.get(path).status_code == 200
    assert visitor.client.get(PAPER).status_code == 404
    ticket = path.rpartition("/")[2]
    entered = visitor.client.post("/papers/open", data={"ticket": ticket})
    assert entered.status_code == 303
    assert VISITOR in visitor.client.cookies
    assert "宏达电子厂" in visitor.client.get(PAPER).text
    late = site.phone().client.post("/papers/open", data={"ticket": ticket})
    assert late.status_code == 410


def test_an_altered_old_or_foreign_ticket_opens_nothing(phone: Phone) -> None:
    site = phone.site
    desk = PaperDesk(site.store, lambda: site.content)
    now = datetime.now(UTC)
    good = desk.ticket(PURPOSE, f"{_conversation(phone)}.evidence_list", now)
    for bad in ("", ".", "a.b.c", good[:-1] + "x", good.replace(".evidence", ".case"), "1" + good):
        assert desk.use_link(bad, now) is None
    assert desk.use_link(good, now + timedelta(minutes=31)) is None
    assert desk.read_ticket("another purpose", good, now) is None
    assert desk.link("x", "evidence_list", now) is None
    assert desk.use_link(good, now) is not None
    assert desk.use_link(good, now) is None


def _conversation(phone: Phone) -> str:
    with phone.site.store.transaction() as transaction:
        return _conversation_in(transaction, phone)


def _conversation_in(transaction: Transaction, phone: Phone) -> str:
    token = phone.client.cookies["gongyou"]
    return transaction.open_conversation("web", token, datetime.now(UTC)).id
