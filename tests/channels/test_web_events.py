"""New messages reach an open page by themselves."""

import re
import threading
from collections.abc import Iterator

import httpx
import pytest

from bot.bell import Bell
from bot.cases.store.store import Store
from bot.dialogue.content import Content
from bot.dialogue.messages import Happened
from bot.speaking import tell
from tests.channels.web_serving import Phone, Site, serving
from tests.conftest import NOW

WROTE = Happened("mediator_wrote", {"mediator": "王调解员", "text": "请把考勤截图发来。"})


@pytest.fixture
def site(store: Store, content: Content, bell: Bell) -> Iterator[Site]:
    with serving(store, content, bell) as served:
        yield served


@pytest.fixture
def phone(site: Site) -> Phone:
    return site.phone()


def mediator_writes(phone: Phone) -> None:
    with phone.site.store.transaction() as transaction:
        token = phone.client.cookies["gongyou"]
        conversation = transaction.open_conversation("web", token, NOW)
        tell(transaction, conversation, WROTE, phone.site.content, NOW)
    phone.site.bell.ring(conversation.id)


def cursor(source: str) -> str:
    found: list[str] = re.findall(r'data-cursor="([^"]+)"', source)
    return found[-1]


def next_event(lines: Iterator[str]) -> dict[str, str]:
    event: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        if name in ("id", "event", "data"):
            event[name] = event.get(name, "") + value
        if not line and "event" in event:
            return event
    raise AssertionError("the stream ended")


def test_a_mediators_message_comes_after_the_bell(phone: Phone) -> None:
    begin = cursor(phone.say("你好").source)
    with phone.client.stream("GET", "/events", params={"after": begin}, timeout=8) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        assert "content-security-policy" in stream.headers
        threading.Timer(0.3, mediator_writes, (phone,)).start()
        event = next_event(stream.iter_lines())
    assert event["event"] == "lines"
    assert "考勤截图" in event["data"]
    assert event["id"] == cursor(event["data"])


def test_a_page_that_was_away_gets_what_it_missed(phone: Phone) -> None:
    begin = cursor(phone.say("你好").source)
    mediator_writes(phone)
    missed = {"Last-Event-ID": begin}
    with phone.client.stream("GET", "/events?after=", headers=missed, timeout=8) as stream:
        event = next_event(stream.iter_lines())
    assert "考勤截图" in event["data"]
    assert "你好" not in event["data"]


def test_a_page_of_an_erased_talk_is_told_to_begin_anew(phone: Phone) -> None:
    begin = cursor(phone.say("我在城东仓库上班").source)
    asked = phone.say("删除")
    phone.post(choice=next(id for id in asked.choices.values() if id.endswith(":erase")))
    with phone.client.stream("GET", "/events", params={"after": begin}, timeout=8) as stream:
        assert next_event(stream.iter_lines())["event"] == "restart"


def test_strangers_get_no_stream(site: Site) -> None:
    assert httpx.get(f"{site.url}/events").status_code == 204
    stranger = {"Cookie": f"gongyou={'a' * 43}"}
    assert "data" not in httpx.get(f"{site.url}/events", headers=stranger, timeout=5).text
