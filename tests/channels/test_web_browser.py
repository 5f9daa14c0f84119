"""The page in a real browser: a phone, a desk, and a phone without JavaScript."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

from bot.bell import Bell
from bot.cases.store.store import Store
from bot.channels.web.uploads import JPEG
from bot.dialogue.content import Content
from bot.dialogue.messages import Happened
from bot.speaking import tell
from tests.channels.test_web_hostile import injections
from tests.channels.test_web_uploads import picture
from tests.channels.web_serving import Site, serving
from tests.conftest import NOW

pytestmark = pytest.mark.slow

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}
AXE = Path(__file__).parents[1] / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def site(store: Store, content: Content, bell: Bell) -> Iterator[Site]:
    with serving(store, content, bell) as served:
        yield served


@pytest.fixture
def complaints() -> list[str]:
    """What the console says: faults, and whatever the policy refused."""
    return []


@pytest.fixture
def open_page(browser: Browser, site: Site, complaints: list[str]) -> Iterator[Open]:
    """Opens the page; any complaint fails the test at its end."""
    contexts: list[BrowserContext] = []

    def open_now(size: dict[str, int] = PHONE, script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": size["width"], "height": size["height"]},
            java_script_enabled=script,
            locale="zh-CN",
            has_touch=size is PHONE,
            geolocation={"latitude": 30.8236, "longitude": 104.1586},
            permissions=["geolocation"],
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.goto(site.url)
        return page

    yield open_now
    for context in contexts:
        context.close()
    assert complaints == []


def say(page: Page, text: str) -> None:
    before = page.locator(".line_bot[data-cursor]").count()
    page.fill("#text", text)
    page.press("#text", "Enter")
    page.locator(".line_bot[data-cursor]").nth(before).wait_for()


def violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(RULES)}}})")
    assert len(found["passes"]) > 20
    return [f"{fault['id']}: {fault['nodes'][0]['html']}" for fault in found["violations"]]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_words_become_a_bubble_and_are_answered(open_page: Open, size: dict[str, int]) -> None:
    page = open_page(size)
    expect(page.locator(".line_bot")).to_have_count(1)
    assert violations(page) == []
    say(page, "老板拖欠我两个月工资怎么办")
    expect(page.locator(".line_worker .bubble")).to_have_text("老板拖欠我两个月工资怎么办")
    expect(page.locator("#text")).to_have_value("")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.click(".more__open")
    assert violations(page) == []
    for target in page.locator("button:visible, a:visible, summary:visible, textarea").all():
        box = target.bounding_box()
        link_in_words = "bubble__call" in (target.get_attribute("class") or "")
        if box and target.is_enabled() and not link_in_words:
            assert box["height"] >= 44, target.inner_text()


def test_letters_of_twice_their_size_fit_the_page(open_page: Open) -> None:
    page = open_page({"width": 195, "height": 422})
    say(page, "老板拖欠我两个月工资怎么办")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    name, bar = page.locator(".top__name").bounding_box(), page.locator(".top").bounding_box()
    assert name
    assert bar
    assert name["y"] >= 0
    assert name["y"] + name["height"] <= bar["height"]


def test_the_newest_message_is_in_view(open_page: Open) -> None:
    page = open_page()
    for turn in range(6):
        say(page, f"第{turn}句：老板不发工资，我该怎么办")
    newest = page.locator(".line").last
    box, bar = newest.bounding_box(), page.locator(".bottom").bounding_box()
    assert box
    assert bar
    assert 0 < box["y"] + box["height"] <= bar["y"]


def test_words_sent_while_an_answer_is_awaited_are_not_lost(open_page: Open) -> None:
    page = open_page()
    say(page, "你好")

    def delay(route: Route) -> None:
        page.wait_for_timeout(400)
        route.continue_()

    page.route("**/say", delay)
    for words in ("老板不发工资", "已经两个月了"):
        page.fill("#text", words)
        page.press("#text", "Enter")
    expect(page.locator(".line_worker[data-cursor]")).to_have_count(3)
    expect(page.locator(".line_worker").last).to_contain_text("已经两个月了")
    expect(page.locator("#text")).to_have_value("")
    expect(page.locator(".busy")).to_be_hidden()


def test_buttons_work_and_go_stale(open_page: Open) -> None:
    page = open_page()
    first = page.locator(".choice").first
    label = first.inner_text()
    first.click()
    expect(page.locator(".line_worker .bubble")).to_have_text(label)
    expect(page.locator(".line_bot").first.locator(".choice:enabled")).to_have_count(0)
    expect(page.locator(".line_pending")).to_have_count(0)


def test_a_mediators_message_appears_by_itself(open_page: Open, site: Site) -> None:
    page = open_page()
    say(page, "你好")
    token = next(str(c["value"]) for c in page.context.cookies() if c["name"] == "gongyou")
    page.wait_for_timeout(300)
    details = {"mediator": "王调解员", "text": "请把考勤截图发来。"}
    with site.store.transaction() as transaction:
        conversation = transaction.open_conversation("web", token, NOW)
        tell(transaction, conversation, Happened("mediator_wrote", details), site.content, NOW)
    site.bell.ring(conversation.id)
    expect(page.locator(".line").last).to_contain_text("考勤截图", timeout=3000)
    expect(page.locator(".line_mediator .line__face")).to_have_text("调")
    say(page, "收到")
    ids = page.locator(".line").evaluate_all("lines => lines.map(line => line.id)")
    assert len(ids) == len(set(ids))


def test_a_photo_is_sent_with_one_pick(open_page: Open, tmp_path: Path) -> None:
    page = open_page()
    photo = tmp_path / "工资条.jpg"
    photo.write_bytes(picture(JPEG))
    page.click(".more__open")
    page.set_input_files("#photo", photo)
    expect(page.locator(".line_file .bubble")).to_have_text("工资条.jpg")
    expect(page.locator(".more__panel")).to_be_hidden()
    expect(page.locator(".line_bot").first.locator(".choice:enabled").first).to_be_visible()


def test_the_location_is_offered_where_a_place_is_asked(open_page: Open) -> None:
    page = open_page()
    expect(page.locator(".place:visible")).to_have_count(0)
    say(page, "送外卖超时被站长扣钱，能不能扣")
    say(page, "帮我处理")
    say(page, "800")
    page.locator("[data-locate]:visible").click()
    expect(page.locator(".line_worker").last).to_contain_text("我的位置")
    expect(page.locator(".line_bot").last).not_to_contain_text("没听出")


def test_injections_never_run(open_page: Open) -> None:
    page = open_page()
    for attempt in injections()[::4]:
        say(page, "\n".join(attempt))
    page.reload()
    assert (
        page.evaluate("document.querySelectorAll('#log script, #log img, #log iframe').length") == 0
    )


def test_a_lost_network_keeps_the_words(open_page: Open, complaints: list[str]) -> None:
    page = open_page()
    say(page, "你好")
    page.route("**/say", lambda route: route.abort())
    page.fill("#text", "老板不发工资")
    page.press("#text", "Enter")
    expect(page.locator("#notice")).to_contain_text("没发出去")
    expect(page.locator("#text")).to_have_value("老板不发工资")
    page.unroute("**/say")
    complaints.clear()
    say(page, "老板不发工资")
    expect(page.locator(".line_worker")).to_have_count(2)


def test_erasing_empties_the_page(open_page: Open) -> None:
    page = open_page()
    say(page, "我在城东仓库上班，老板不发工资")
    say(page, "删除")
    page.locator(".choice:enabled", has_text="删除").click()
    expect(page.locator("#log")).not_to_contain_text("城东仓库")
    expect(page.locator(".line")).to_have_count(1)


def test_leaving_shows_nothing_and_back_does_not_return(open_page: Open) -> None:
    page = open_page()
    say(page, "老板不发工资")
    page.click("#leave")
    page.wait_for_url("**/leave")
    assert "工资" not in page.content()
    assert "工友" not in page.content()
    page.go_back()
    assert "工资" not in page.content()


def test_everything_works_without_javascript(open_page: Open, tmp_path: Path) -> None:
    page = open_page(script=False)
    page.locator(".choice").first.click()
    expect(page.locator(".line_worker")).to_have_count(1)
    page.fill("#text", "老板拖欠我两个月工资怎么办")
    page.click(".say__send")
    expect(page.locator(".line_worker").last).to_contain_text("两个月工资")
    photo = tmp_path / "工资条.jpg"
    photo.write_bytes(picture(JPEG))
    page.click(".more__open")
    page.set_input_files("#photo", photo)
    page.click(".file__send")
    expect(page.locator(".line_file")).to_contain_text("工资条.jpg")
    page.click(".more__open")
    page.get_by_role("button", name="我的案件").click()
    expect(page.locator(".line_worker").last).to_contain_text("我的案件")
    expect(page.locator("[data-locate]:visible")).to_have_count(0)
    page.click("#leave")
    assert "工友" not in page.content()
