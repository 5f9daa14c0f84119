"""Papers over Telegram: a photo and files, gaps in place of names, a link where there is a page."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.channels.telegram.services import Services
from bot.dialogue.content import Content
from tests.channels.telegram.running import RunningBot
from tests.fake_bot_api import FakeTelegram

WORKER = 5201
STORY = "我在成都新都宏达电子厂上班，老板三个月没发工资，一共欠我18600"


@pytest.fixture
def with_page(fake: FakeTelegram, services: Services) -> Iterator[RunningBot]:
    """The bot, where the web page's address is known."""
    known = replace(services, public_url="https://example.test")
    with RunningBot(fake, known) as running:
        yield running


def to_papers(fake: FakeTelegram, content: Content) -> None:
    """The story, and every question skipped up to the summary, whose button is pressed."""
    label = content.wording.label("papers")
    said = 0
    for words in (STORY, "写材料", *("跳过" for _ in range(12))):
        fake.say(WORKER, words)
        said = fake.wait_for(WORKER, lambda sent: bool(sent.labels), after=said).message_id
        fake.wait_until(fake.all_confirmed)
        last = fake.messages(WORKER)[-1]
        said = last.message_id
        if label in last.labels:
            break
    fake.press(WORKER, label)


def documents(fake: FakeTelegram) -> dict[str, bytes]:
    return {call["document"]["name"]: call["document"]["content"] for call in fake.calls("sendDocument")}  # fmt: skip


def test_a_paper_comes_as_photo_pdf_word_and_a_link(
    fake: FakeTelegram, content: Content, with_page: RunningBot
) -> None:
    to_papers(fake, content)
    fake.wait_for(WORKER, lambda sent: "劳动仲裁申请书" in sent.labels)
    fake.press(WORKER, "劳动仲裁申请书")
    linked = fake.wait_for(
        WORKER, lambda sent: "https://example.test/papers/open/" in (sent.text or "")
    )
    names = documents(fake)
    assert set(names) == {"劳动人事争议仲裁申请书.pdf", "劳动人事争议仲裁申请书.docx"}
    text = "".join(
        PdfReader(BytesIO(names["劳动人事争议仲裁申请书.pdf"])).pages[0].extract_text().split()
    )
    assert "【请填写：姓名】" in text
    assert "宏达电子厂" in text
    (photo,) = fake.calls("sendPhoto")
    assert photo["photo"]["content"].startswith(b"\x89PNG")
    assert re.search(
        r"/papers/open/[0-9a-f]{32}\.arbitration_application\.[0-9]+\.[0-9a-f]{32}",
        linked.text or "",
    )


def test_without_a_page_the_gaps_are_filled_by_hand(
    fake: FakeTelegram, content: Content, bot: RunningBot
) -> None:
    to_papers(fake, content)
    fake.wait_for(WORKER, lambda sent: "证据清单" in sent.labels)
    fake.press(WORKER, "证据清单")
    fake.wait_for(WORKER, lambda sent: sent.text == content.wording.say("paper_by_hand"))
    assert set(documents(fake)) == {"证据清单.pdf", "证据清单.docx"}


def test_a_file_refused_for_a_while_is_sent_again_and_nothing_twice(
    fake: FakeTelegram, content: Content, bot: RunningBot
) -> None:
    to_papers(fake, content)
    fake.wait_for(WORKER, lambda sent: "证据清单" in sent.labels)
    fake.fail_next("sendDocument", retry_after=1)
    fake.press(WORKER, "证据清单")
    fake.wait_for(WORKER, lambda sent: sent.text == content.wording.say("paper_by_hand"))
    assert len(fake.calls("sendPhoto")) == 1
