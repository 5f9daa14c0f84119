"""The desk in a real browser, on a phone and on a desk: no accessibility fault, nothing cut off."""

import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import uvicorn

from bot.cases.case import CaseEvent
from tests.desk.world import PASSWORD, World

playwright = pytest.importorskip("playwright.sync_api")

AXE = Path(__file__).parents[1] / "vendor" / "axe.min.js"
CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 800}}
RUN_AXE = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
    .map(found => found.id + ': ' + found.nodes.map(node => node.target).join(', '))"""
SMALL = """() => [...document.querySelectorAll('button, summary, input:not([type=radio]), textarea, a')]
    .filter(one => one.checkVisibility() && !one.closest('h3, p, label'))
    .filter(one => one.getBoundingClientRect().height < 43.5)
    .map(one => one.innerText || one.name)"""
"""What stands alone to be pressed; a card's title spans its card, a link within a sentence may be small."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="chromium is not installed"),
]


@pytest.fixture
def address(world: World) -> Iterator[str]:
    """The desk, served."""
    config = uvicorn.Config(world.app, port=0, log_config=None, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}/desk"
    server.should_exit = True
    thread.join()


def furnish(world: World) -> str:
    """Cases of every sort; returns the id of one that is being worked."""
    world.open_case(urgency="now", last_safe_day=None, dispute_kind="platform_injury")
    world.open_case(last_safe_day=(world.at + timedelta(days=400)).date(), urgency="normal")
    world.open_case(dispute_kind="work_injury_determination", urgency="normal")
    closed, _ = world.open_case(dispute_kind="unlawful_dismissal")
    world.accept(closed)
    world.casework.close(world.actor("xindu1"), closed, "agreement_paid", "已付清", world.at)
    other, _ = world.open_case(dispute_kind="overtime_pay")
    world.accept(other, "xindu2")
    worked, conversation = world.open_case()
    world.accept(worked)
    for name in ("工资条8月.jpg", "微信聊天记录-和老板说发工资的那次-2026-08-31.png"):
        world.add_file(worked, conversation, name, b"x" * 345_000)
    world.later(minutes=9)
    me = world.actor("xindu1")
    world.casework.write(
        me, worked, "你好，我是调解员陈明。先把8月到10月的工资条拍给我。", world.at
    )
    world.later(minutes=42)
    told = CaseEvent(
        "worker_wrote", "worker", note="8月和9月的有，10月的没发给我。\n厂里说12月再说。"
    )
    with world.store.transaction() as transaction:
        transaction.record(worked, told, world.at)
    return worked


@pytest.mark.parametrize("size", SIZES)
def test_a_mediator_works_a_case_in_the_browser(size: str, world: World, address: str) -> None:
    worked = furnish(world)
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        page = chromium.new_page(viewport=SIZES[size], locale="zh-CN")
        page.goto(address)
        check(page, "sign-in", size)
        page.fill("#login", "xindu1")
        page.fill("#password", PASSWORD)
        page.click("text=登录 >> visible=true >> nth=-1")
        check(page, "queue", size)
        page.click("h3 a >> nth=0")
        check(page, "card", size)
        page.click("text=接收这个案件")
        assert "已接收" in page.inner_text("main")
        page.goto(f"{address}/cases/{worked}")
        check(page, "case", size)
        page.click("summary >> nth=0")
        page.click("summary >> nth=1")
        check(page, "case-open", size)
        page.fill("#text", "收到，明天上午联系厂里。")
        page.click("text=发送")
        assert "已发给劳动者" in page.inner_text("main")
        assert "收到，明天上午联系厂里。" in page.inner_text("#messages")
        page.goto(f"{address}/cases/{'0' * 32}")
        check(page, "problem", size)
        chromium.close()


def check(page: "playwright.Page", name: str, size: str) -> None:
    """No violation of axe's rules, no scrolling sideways, nothing too small for a thumb."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(RUN_AXE) == [], f"{name} at {size}"
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, f"{name} scrolls sideways by {wide} at {size}"
    assert page.evaluate(SMALL) == [], f"{name} at {size}"
