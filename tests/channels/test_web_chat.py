"""The worker's page over plain HTTP: with the real store and the real content, no JavaScript."""

import re
import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import text as sql

from bot.bell import Bell
from bot.cases.store.store import Store
from bot.channels.web.limiting import A_MINUTE
from bot.channels.web.phone_numbers import pieces
from bot.dialogue.content import Content
from tests.channels.web_serving import Page, Phone, Site, key, serving


@pytest.fixture
def site(store: Store, content: Content, bell: Bell) -> Iterator[Site]:
    with serving(store, content, bell) as served:
        yield served


@pytest.fixture
def phone(site: Site) -> Phone:
    return site.phone()


def rows(store: Store, table: str) -> int:
    with store._engine.connect() as connection:
        return int(connection.execute(sql(f"SELECT count(*) FROM {table}")).scalar_one())  # noqa: S608


def test_a_visitor_is_greeted_and_leaves_no_trace(phone: Phone) -> None:
    answer = phone.client.get("/")
    assert "工友问问" in answer.text
    assert "信息，不是法律意见" in answer.text
    assert len(Page(answer.text).choices) > 3
    assert "set-cookie" not in answer.headers
    assert rows(phone.site.store, "conversations") == 0


def test_the_first_button_of_a_visitor_works(phone: Phone) -> None:
    label, choice = next(iter(phone.page().choices.items()))
    answer = phone.post(choice=choice)
    assert (answer.status_code, answer.headers["location"]) == (303, "/#end")
    who, words = zip(*phone.page().said, strict=True)
    assert who[:3] == ("bot", "worker", "bot")
    assert words[1] == label
    stale = phone.site.content.wording.say("stale_button")
    assert stale not in words


def test_the_cookie_is_random_and_closed_to_scripts(phone: Phone) -> None:
    cookie = phone.post(text="你好").headers["set-cookie"]
    assert re.match(r"gongyou=[\w-]{43};", cookie)
    for part in ("HttpOnly", "Path=/", "SameSite=lax", "Max-Age=2592000"):
        assert part in cookie
    assert "Secure" not in cookie
    proxied = phone.client.post(
        "/say", data={"key": key(), "text": "在"}, headers={"X-Forwarded-Proto": "https"}
    )
    assert "Secure" in proxied.headers["set-cookie"]


def test_a_cookie_somebody_else_chose_is_replaced(phone: Phone) -> None:
    planted = key()
    phone.client.cookies.set("gongyou", planted)
    assert len(phone.page().said) == 1
    assert rows(phone.site.store, "conversations") == 0
    phone.client.cookies.clear()
    answer = phone.client.post(
        "/say", data={"key": key(), "text": "你好"}, headers={"Cookie": f"gongyou={planted}"}
    )
    assert planted not in answer.headers["set-cookie"]


def test_two_browsers_do_not_see_each_other(site: Site) -> None:
    first, second = site.phone(), site.phone()
    first.say("我在城东仓库上班")
    assert "城东仓库" in first.page().source
    assert "城东仓库" not in second.say("老板不发工资").source


def test_the_same_form_sent_twice_counts_once(phone: Phone) -> None:
    form, words = phone.page().key(), "老板拖欠我两个月工资"
    assert phone.post(key=form, text=words).status_code == 303
    first = phone.client.cookies["gongyou"]
    # The browser dropped the first answer, cookie and all, and sends the form again.
    phone.client.cookies.clear()
    assert phone.post(key=form, text=words).status_code == 303
    assert phone.client.cookies["gongyou"] == first
    said = phone.page().said
    assert [who for who, _ in said].count("worker") == 1
    phone.post(key=form, text=words)
    assert phone.page().said == said


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "", "Referer": "https://elsewhere.example/"},
        {"Origin": "http://[bad"},
        {"Origin": ""},
    ],
)
@pytest.mark.parametrize("path", ["/say", "/file"])
def test_posts_of_other_sites_change_nothing(
    phone: Phone, headers: dict[str, str], path: str
) -> None:
    answer = phone.client.post(path, data={"key": key(), "text": "删除"}, headers=headers)
    assert answer.status_code == 403
    assert "没有收" in answer.text
    assert rows(phone.site.store, "inbox") == 0


def test_every_answer_carries_the_security_headers(phone: Phone) -> None:
    answers = [
        phone.client.get(path)
        for path in ("/", "/leave", "/nowhere", "/events", "/say", "/static/chat.css")
    ]
    answers += [phone.post(text="你好"), phone.client.post("/say", headers={"Origin": "null"})]
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        kept = answer.request.url.path.startswith("/static/")
        assert ("no-store" in answer.headers["cache-control"]) is not kept
    assert not re.search(r"<script(?! src)|<style|\son\w+=|\sstyle=", answers[0].text)


def test_old_buttons_become_words_and_lasting_ones_stay(phone: Phone) -> None:
    asked = phone.say("送外卖超时被站长扣钱，能不能扣")
    lasting = {label: id for label, id in asked.choices.items() if id.startswith("any:")}
    page = phone.say("你好")
    assert lasting.items() <= page.choices.items()
    old = {id for id in asked.choices.values() if not id.startswith("any:")}
    assert not old & set(page.choices.values())


def test_a_flood_is_stopped_but_never_a_cry_for_help(phone: Phone) -> None:
    phone.say("你好")
    answers = [phone.post(text=f"在吗{turn}") for turn in range(A_MINUTE + 1)]
    assert [answer.status_code for answer in answers].count(429) == 1
    refused = Page(answers[-1].text)
    assert refused.notice == phone.site.content.wording.say("too_many")
    assert f">在吗{A_MINUTE}</textarea>" in refused.source
    help_ = phone.post(text="我不想活了")
    assert help_.status_code == 200
    assert "12356" in help_.text
    assert "12356" in phone.post(text="我不想活了", htmx=True).text


def test_the_words_stay_in_the_box_when_nothing_can_be_written(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone.say("你好")
    monkeypatch.setattr(phone.site.store, "_patience", 0.05)
    begun, over = threading.Event(), threading.Event()

    def occupy() -> None:
        with phone.site.store.transaction():
            begun.set()
            over.wait(20)

    busy = threading.Thread(target=occupy)
    busy.start()
    begun.wait(5)
    try:
        failed = phone.post(text="老板<拖欠>工资", key=(mine := key()))
        help_ = phone.post(text="我不想活了")
    finally:
        over.set()
        busy.join()
    assert failed.status_code == 503
    assert Page(failed.text).notice == phone.site.content.wording.say("failed")
    assert "老板&lt;拖欠&gt;工资</textarea>" in failed.text
    assert help_.status_code == 200
    assert "12356" in help_.text
    assert phone.post(text="老板<拖欠>工资", key=mine).status_code == 303
    assert ("worker", "老板<拖欠>工资") in phone.page().said


def test_htmx_gets_only_what_is_new(phone: Phone) -> None:
    first = phone.post(text="你好", htmx=True, after="")
    assert first.headers["hx-reswap"] == "innerHTML"
    assert 'sse-connect="/events?after=' in first.text
    cursor = re.findall(r'data-cursor="([^"]+)"', first.text)[-1]
    second = phone.post(text="老板拖欠工资", htmx=True, after=cursor)
    assert "hx-reswap" not in second.headers
    assert "sse-connect" not in second.text
    assert Page(second.text).said[0] == ("worker", "老板拖欠工资")
    assert cursor not in second.text
    refused = phone.client.post("/say", headers={"HX-Request": "true", "Origin": "null"})
    assert refused.headers["hx-retarget"] == "#notice"


def test_after_erasure_the_page_begins_anew(phone: Phone) -> None:
    phone.say("我在城东仓库上班，老板不发工资")
    asked = phone.say("删除")
    cursor = re.findall(r'data-cursor="([^"]+)"', asked.source)[-1]
    erase = next(id for id in asked.choices.values() if id.endswith(":erase"))
    gone = phone.post(choice=erase, htmx=True, after=cursor)
    assert gone.headers["hx-reswap"] == "innerHTML"
    assert "城东仓库" not in gone.text
    assert "城东仓库" not in phone.page().source


def test_a_place_goes_through_and_a_false_one_is_only_words(phone: Phone) -> None:
    phone.say("你好")
    assert phone.post(lat="30.82", lon="104.16").status_code == 303
    assert phone.page().said[-2] == ("worker", "［我的位置］")
    for lat, lon in (("nan", "1"), ("91", "1"), ("x", "1"), ("1e999", "0")):
        assert phone.post(lat=lat, lon=lon).status_code == 303


def test_a_fault_of_ours_gets_a_sentence_and_nothing_of_its_inside(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("inside")

    monkeypatch.setattr("bot.channels.web.chat.Chat.talk", fail)
    other = phone.site.phone()
    for answer in (phone.client.get("/"), other.post(text="你好", htmx=True)):
        assert answer.status_code == 500
        assert phone.site.content.wording.say("failed") in answer.text
        assert "inside" not in answer.text
        assert "content-security-policy" in answer.headers


def test_unknown_addresses_lead_back(phone: Phone) -> None:
    for path in ("/nowhere", "/static/../app.py", "/static/%2e%2e/app.py", "/static/"):
        answer = phone.client.get(path)
        assert answer.status_code == 404
        assert 'href="/"' in answer.text
    assert phone.client.get("/say").status_code == 405


def test_the_first_visit_is_light(phone: Phone) -> None:
    page = phone.client.get("/")
    files = re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text)
    total = 0
    for path in ("/", *files):
        with phone.client.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as answer:
            total += sum(map(len, answer.iter_raw()))
    assert len(files) >= 6
    assert total < 60_000, total


def test_phone_numbers_can_be_touched_and_amounts_cannot() -> None:
    text = "打12333问，急事 110 或 120。扣了110元，共12333元，座机010-12345678，编号1201"
    cut = pieces(text, ("12333", "12348"), "元天")
    assert "".join(words for words, _ in cut) == text
    assert [number for _, number in cut if number] == ["12333", "110", "120", "010-12345678"]
