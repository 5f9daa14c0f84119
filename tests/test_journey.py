"""The whole way, as its people go it: a courier with a fine, a mediator at the desk.

The real process serves the demo world. The courier uses the chat page on a phone or Telegram
(against the fake Bot API), the mediator the desk in a browser. Between any two steps the process
may be killed and started again, and the next message goes on where the talk stood.
"""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.fake_bot_api.driver import FakeTelegram
from tests.serving import ROOT, Serving

pytestmark = pytest.mark.slow

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHONE = {"width": 390, "height": 844}
CHAT = 31_001


class Courier(Protocol):
    """What a worker can do on any channel."""

    def say(self, text: str) -> None: ...
    def press(self, label: str) -> None: ...
    def read(self, text: str) -> None: ...


class WebCourier:
    """The chat page on a phone."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        page.goto(url)

    def say(self, text: str) -> None:
        """Type and send; done when the words stand in the talk."""
        self.page.get_by_label("说说你遇到的事").fill(text)
        self.page.get_by_role("button", name="发送", exact=True).click()
        expect(self.page.locator(".line_worker", has_text=text).last).to_be_visible()

    def press(self, label: str) -> None:
        """Press a button of the last message."""
        self.page.get_by_role("button", name=label, exact=True).last.click()

    def read(self, text: str) -> None:
        """Wait until somebody else's words are there."""
        line = self.page.locator(".line:not(.line_worker)", has_text=text)
        expect(line.last).to_be_visible(timeout=20_000)


class TelegramCourier:
    """A private chat."""

    def __init__(self, telegram: FakeTelegram) -> None:
        self.telegram = telegram

    def say(self, text: str) -> None:
        """Send a message."""
        self.telegram.say(CHAT, text)

    def press(self, label: str) -> None:
        """Press a button."""
        self.telegram.press(CHAT, label)

    def read(self, text: str) -> None:
        """Wait until the bot wrote it."""
        self.telegram.wait_until(
            lambda: any(text in sent.text for sent in self.telegram.messages(CHAT)), 30, text
        )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("no /usr/bin/chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def telegram() -> Iterator[FakeTelegram]:
    with FakeTelegram() as fake:
        yield fake


@pytest.fixture
def data(tmp_path: Path, build_cache: Path) -> Path:
    (tmp_path / "build").symlink_to(build_cache / "build")
    return tmp_path


def demo(data: Path) -> dict[str, str]:
    """`main.py demo`: the passwords by login, in the order they were printed."""
    done = subprocess.run(
        [sys.executable, "main.py", "demo"],
        cwd=ROOT, env={"GONGYOU_DATA": str(data), "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return dict(re.findall(r"^(\w+) +(\S+)  ", done.stdout, re.MULTILINE))


def asks_for_help(courier: Courier) -> None:
    """From the question to consent, saying only what is missing."""
    courier.say("站长扣了我800块说我超时")
    courier.read("《工资支付暂行规定》第16条")
    courier.say("要")
    courier.read("在哪个区县上班")
    courier.say("成都新都")
    courier.read("你跑的是哪个平台")
    courier.say("美团")
    courier.read("是哪天扣的")
    courier.say("昨天")
    courier.read("谁安排你上线和接单")
    courier.press("站长排班考勤")
    courier.read("要打卡、开早会吗")
    courier.press("要打卡，还罚钱")
    courier.read("付钱的是哪家公司")
    courier.press("跳过")
    courier.read("我理解的是这样")
    courier.press("对的")
    courier.read("可以找这家")
    courier.press("转给它")
    courier.read("接了以后看到")


def gives_consent(courier: Courier) -> None:
    courier.press("同意")
    courier.read("案件码")


class MediatorAtDesk:
    """A mediator's browser."""

    def __init__(self, page: Page, url: str, login: str, password: str) -> None:
        self.page = page
        page.goto(f"{url}/desk/")
        page.locator("#login").fill(login)
        page.locator("#password").fill(password)
        page.get_by_role("button", name="登录").click()

    def accept(self) -> None:
        """Open the waiting case, whose card names nobody, and take it on."""
        self.page.get_by_role("link", name=re.compile("平台扣款")).first.click()
        expect(self.page.get_by_text("站长扣了我800块说我超时")).to_have_count(0)
        self.page.get_by_role("button", name="接收这个案件").click()
        expect(self.page.get_by_text("站长扣了我800块说我超时").first).to_be_visible()

    def write(self, text: str) -> None:
        """Write to the worker."""
        self.page.locator("textarea[name=text]").fill(text)
        self.page.get_by_role("button", name="发送", exact=True).click()

    def read(self, text: str) -> None:
        """Look again until the worker's words are there."""
        for _ in range(20):
            if self.page.get_by_text(text).count():
                return
            time.sleep(0.5)
            self.page.reload()
        raise AssertionError(f"never read {text}")

    def close(self) -> None:
        """Close with a paid agreement."""
        closing = self.page.locator("details", has_text="结案").first
        closing.locator("summary").click()
        self.page.locator("input[value=agreement_paid]").check()
        self.page.locator("textarea[name=note]").fill("站点退还800元。")
        self.page.get_by_role("button", name="结案并通知劳动者").click()


def works_the_case(courier: Courier, mediator: MediatorAtDesk) -> None:
    mediator.accept()
    courier.read("接了你的案件")
    mediator.write("请把扣款截图发来，站长叫什么？")
    courier.read("请把扣款截图发来")
    courier.say("姓刘，截图晚点发")
    courier.read("已转给调解员")
    mediator.read("姓刘，截图晚点发")
    mediator.close()
    courier.read("已结案")
    courier.read("站点退还800元")


@pytest.mark.parametrize("killed", [False, True], ids=["", "killed between"])
def test_the_whole_way_on_the_chat_page(browser: Browser, data: Path, killed: bool) -> None:
    passwords = demo(data)
    login = next(iter(passwords))
    with Serving(data) as served:
        courier = WebCourier(browser.new_context(viewport=PHONE).new_page(), served.url)
        asks_for_help(courier)
        if killed:
            served.kill()
            served.start()
        gives_consent(courier)
        desk = browser.new_context(viewport=PHONE).new_page()
        works_the_case(courier, MediatorAtDesk(desk, served.url, login, passwords[login]))


def test_the_whole_way_on_telegram(browser: Browser, data: Path, telegram: FakeTelegram) -> None:
    passwords = demo(data)
    login = next(iter(passwords))
    settings = {
        "TELEGRAM_TOKEN": telegram.token,
        "TELEGRAM_BASE_URL": telegram.base_url,
        "TELEGRAM_FILE_URL": telegram.file_url,
    }
    with Serving(data, **settings) as served:
        courier = TelegramCourier(telegram)
        asks_for_help(courier)
        gives_consent(courier)
        desk = browser.new_context().new_page()
        works_the_case(courier, MediatorAtDesk(desk, served.url, login, passwords[login]))
