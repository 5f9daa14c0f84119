"""Whatever bytes come, the page shows them as words and stands."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from bot.bell import Bell
from bot.cases.store.store import Store
from bot.channels.web.uploads import JPEG
from bot.dialogue.content import Content
from knowledge.strict_yaml import read_yaml
from tests.channels.test_web_uploads import picture
from tests.channels.web_serving import Phone, Site, key, serving


@pytest.fixture
def site(
    store: Store, content: Content, bell: Bell, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Site]:
    monkeypatch.setattr("bot.channels.web.limiting.A_MINUTE", 10_000)
    monkeypatch.setattr("bot.channels.web.limiting.AN_ADDRESS_A_MINUTE", 10_000)
    with serving(store, content, bell) as served:
        yield served


@pytest.fixture
def phone(site: Site) -> Phone:
    return site.phone()


def injections() -> list[list[str]]:
    """Each payload in every context."""
    forms: Any = read_yaml(Path(__file__).with_name("web_xss.yaml"), "web_xss.yaml").value
    return [
        [context.replace("{}", payload) for context in forms["contexts"]]
        for payload in forms["payloads"]
    ]


class Structure(HTMLParser):
    """The elements and attributes a browser would see; words left out."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.seen: set[tuple[str, tuple[str, ...]]] = set()
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add((tag, tuple(sorted(name for name, _ in attrs))))


def test_three_hundred_injections_stay_words(phone: Phone) -> None:
    phone.say("你好")
    harmless = Structure(phone.say("在吗").source).seen
    attempts = injections()
    assert sum(map(len, attempts)) >= 300
    for attempt in attempts:
        assert phone.post(text="\n".join(attempt)).status_code == 303, attempt
    page = phone.page()
    found = {tag for tag, _ in Structure(page.source).seen - harmless}
    assert found <= {"form", "button", "input", "a", "span", "time", "li", "div"}
    attributes = {name for _, names in Structure(page.source).seen for name in names}
    assert not [name for name in attributes if name.startswith("on") or name == "style"]
    assert "<script>alert" not in page.source
    assert not re.search(r"href=\"?'?javascript", page.source)


@pytest.mark.parametrize("name", ["<img src=x onerror=alert(1)>.jpg", '"><script>.jpg', "a'b.jpg"])
def test_file_names_are_words_too(phone: Phone, name: str) -> None:
    assert phone.send_file(name, picture(JPEG)).status_code == 303
    page = phone.page().source
    assert "<img" not in page
    assert "<script>." not in page


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"%",
        b"text=%FF%FE%00%ED%A0%80&key=%00",
        b"text=" + "\ud800".encode("utf-8", "surrogatepass"),
        b"text=" + "老板不发工资".encode("gb18030"),
        b"&&&===;;;text",
        b"choice=" + b"9" * 5000,
        b"choice=%00%0a%E2%80%AE:answer:../../x",
        b"lat=1&lon=" + b"1" * 5000,
        b"text=" + "\u202e\u200b\u0301".encode() * 3000,
        b"text=" + "\U0001f468\u200d\U0001f469\u200d\U0001f467".encode() * 500,
        b"text=" + b"a" * 900_000,
    ],
    ids=str,
)
def test_hostile_bodies_never_break_the_page(phone: Phone, body: bytes) -> None:
    phone.say("你好")
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = phone.client.post("/say", content=body, headers=form)
    assert answer.status_code in (303, 400)
    assert phone.client.get("/").status_code == 200


def test_bodies_that_are_no_form_are_refused(phone: Phone) -> None:
    for kind in (
        "application/json",
        "text/plain",
        "multipart/form-data",
        "",
        "multipart/form-data; boundary=",
    ):
        for path in ("/say", "/file"):
            answer = phone.client.post(path, content=b"--x\r\n\r\n", headers={"Content-Type": kind})
            assert answer.status_code == 400
    many = "&".join(f"f{at}=1" for at in range(50)).encode()
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert phone.client.post("/say", content=many, headers=form).status_code == 400


def test_the_longest_text_is_taken_and_a_longer_one_cut(phone: Phone) -> None:
    phone.say("你好")
    said = "我在工地干活。" * 2857
    assert phone.post(text=said[:20_000]).headers["location"] == "/#end"
    longer = phone.post(text=said + "完" * 20_000)
    assert longer.headers["location"] == "/?note=too_long#end"
    assert phone.site.content.wording.say("too_long") in phone.client.get("/?note=too_long").text
    assert phone.client.get("/?note=<script>").text.count("<script>") == 0
    assert phone.post(text="长" * 400_000).status_code == 413


def test_cookies_of_any_shape_are_survived(phone: Phone) -> None:
    for cookie in ("gongyou=", "gongyou=%00", "gongyou=" + "a" * 4000, "gongyou=../../x", "=;;="):
        plain = phone.site.phone()
        assert plain.client.get("/", headers={"Cookie": cookie}).status_code == 200
        sent = {"key": key(), "text": "你好"}
        assert plain.client.post("/say", data=sent, headers={"Cookie": cookie}).status_code == 303
