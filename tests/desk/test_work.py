"""What mediators do with a case, from the queue to the closing."""

import asyncio

import httpx

from bot.cases.case import CaseEvent
from tests.desk.world import CASE, World


def test_the_queue_shows_cards_and_says_what_to_do_when_there_are_none(world: World) -> None:
    browser = world.browser("xindu1")
    assert "现在没有等接收的案件" in browser.get("/").text
    case_id, _ = world.open_case()
    page = browser.get("/").text
    assert case_id in page
    assert "拖欠工资" in page
    assert "五千到两万元" in page
    assert "还有 10 天" in page
    assert "四川省成都市新都区" in page


def test_the_most_urgent_case_comes_first(world: World) -> None:
    calm, _ = world.open_case(urgency="normal", last_safe_day=None)
    soon, _ = world.open_case(urgency="days")
    danger, _ = world.open_case(urgency="now", last_safe_day=None)
    page = world.browser("xindu1").get("/").text
    assert page.index(danger) < page.index(soon) < page.index(calm)


def test_accepting_opens_the_case_and_tells_the_worker(world: World) -> None:
    case_id, conversation = world.open_case()
    browser = world.browser("xindu1")
    answer = browser.submit(f"/cases/{case_id}", f"/cases/{case_id}/accept")
    assert answer.headers["location"] == f"/desk/cases/{case_id}?done=accepted"
    assert world.status(case_id) == ("accepted", "here")
    assert "新都演示中心接了你的案件" in world.said_to_worker(conversation)


def test_an_accepted_case_shows_its_elements_with_the_workers_own_words(world: World) -> None:
    case_id, conversation = world.open_case()
    world.add_file(case_id, conversation, "工资条.jpg", b"jpeg")
    world.accept(case_id)
    page = world.browser("xindu1").get(f"/cases/{case_id}").text
    for shown in (
        *("宏达电子厂", "18600元", "一万八千六", "没给签过", "打电话不接。", "工资条.jpg"),
        *("该发工资那天", "2026年8月31日", "2026-12-01", "2026-11-21 10:00"),
        "核对：月工资 6500 × 3个月 = 19500元；主张 18600元，差 900元",
        *("按劳动者说的算（估算）", "<li>加班费：750元</li>", "平日加班10小时"),
        "还没说：",
    ):
        assert shown in page, shown
    assert "event_kind" not in page
    assert "calculated" not in page
    assert "wage_arrears" not in page.replace(case_id, "")


def test_of_two_mediators_who_accept_at_once_one_wins(world: World) -> None:
    case_id, conversation = world.open_case()
    browsers = [world.browser("xindu1"), world.browser("xindu2")]
    path = f"/cases/{case_id}/accept"
    forms = [browser.hidden(f"/cases/{case_id}", path) for browser in browsers]

    async def both() -> list[httpx.Response]:
        sent = (one.send(path, form) for one, form in zip(browsers, forms, strict=True))
        return await asyncio.gather(*sent)

    answers = asyncio.run(both())
    assert sorted(answer.status_code for answer in answers) == [303, 409]
    late = next(answer for answer in answers if answer.status_code == 409)
    assert "案件已经接收" in late.text
    assert f"/desk/cases/{case_id}" in late.text
    assert world.said_to_worker(conversation).count("接了你的案件") == 1


def test_a_declined_case_moves_on_and_the_worker_is_told(world: World) -> None:
    case_id, conversation = world.open_case()
    browser = world.browser("xindu1")
    path = f"/cases/{case_id}"
    answer = browser.submit(path, f"{path}/decline", reason="no_capacity")
    assert answer.headers["location"] == "/desk/?done=declined"
    assert "已退回" in browser.get("/?done=declined").text
    assert world.status(case_id) == ("referred", "other")
    told = world.said_to_worker(conversation)
    assert "近期人手不够" in told
    assert "成都演示中心" in told
    assert browser.get(path).status_code == 404
    assert world.browser("other1").get(path).status_code == 200


def test_words_said_to_one_organization_are_not_shown_to_the_next(world: World) -> None:
    case_id, _ = world.open_case()
    world.accept(case_id)
    world.casework.write(world.actor("xindu1"), case_id, "请说说王姐的事", world.at)
    world.casework.decline(world.actor("xindu1"), case_id, "conflict", world.at)
    world.accept(case_id, "other1")
    page = world.browser("other1").get(f"/cases/{case_id}").text
    assert "王姐" not in page
    assert "与当事人有利害关系" in page
    assert "调解员xindu1" not in page


def test_what_a_mediator_writes_reaches_the_worker_once(world: World) -> None:
    case_id, conversation = world.open_case()
    world.accept(case_id)
    browser = world.browser("xindu1")
    path = f"/cases/{case_id}"
    form = {**browser.hidden(path, f"{path}/write"), "text": "明天九点打给你\n请先发工资条"}
    for _ in range(2):  # an impatient finger
        answer = browser.post(f"{path}/write", form)
        assert answer.headers["location"] == f"/desk{path}?done=written#messages"
    assert world.said_to_worker(conversation).count("明天九点打给你") == 1
    page = browser.get(path).text
    assert "明天九点打给你\n请先发工资条" in page
    assert "等劳动者" in page


def test_a_text_that_can_not_be_sent_comes_back_to_be_mended(world: World) -> None:
    case_id, conversation = world.open_case()
    world.accept(case_id)
    browser = world.browser("xindu1")
    path = f"/cases/{case_id}"
    empty = browser.submit(path, f"{path}/write", text="\u200b ")
    assert (empty.status_code, "还没写内容" in empty.text) == (422, True)
    long = browser.submit(path, f"{path}/write", text="长" * 1001)
    assert (long.status_code, "最多1000字" in long.text) == (422, True)
    assert "长" * 1001 in long.text
    unknown = browser.submit(path, f"{path}/close", outcome="paid_to_me", note="留着这句")
    assert (unknown.status_code, "请选结案结果" in unknown.text) == (422, True)
    assert "留着这句" in unknown.text
    assert world.status(case_id)[0] == "accepted"
    assert "调解员xindu1：" not in world.said_to_worker(conversation)


def test_a_case_is_closed_with_an_outcome_the_worker_reads(world: World) -> None:
    case_id, conversation = world.open_case()
    world.accept(case_id)
    browser = world.browser("xindu1")
    path = f"/cases/{case_id}"
    browser.submit(path, f"{path}/close", outcome="agreement_pending", note="12月1日前付清")
    told = world.said_to_worker(conversation)
    assert "等待履行" in told
    assert "12月1日前付清" in told
    world.later(days=40)
    browser = world.browser("xindu1")
    page = browser.get(path).text
    assert "12月1日前付清" in page
    browser.submit(path, f"{path}/close", outcome="agreement_paid")
    assert "近期结案" in browser.get("/").text
    stale = browser.post(f"{path}/close", {"csrf": browser.token(), "outcome": "other"})
    assert (stale.status_code, "案件已经结案" in stale.text) == (409, True)
    world.later(days=31)
    assert world.browser("xindu1").get(path).status_code == 404


def test_an_act_on_a_case_the_worker_took_back_says_so(world: World) -> None:
    case_id, _ = world.open_case()
    browser = world.browser("xindu1")
    path = f"/cases/{case_id}"
    form = browser.hidden(path, f"{path}/accept")
    _withdraw(world, case_id)
    answer = browser.post(f"{path}/accept", form)
    assert answer.status_code == 409
    assert "撤回" in answer.text
    assert 'href="/desk/"' in answer.text
    assert browser.get(path).status_code == 404
    unseen = world.browser("xindu2")
    assert unseen.post(f"{path}/accept", {"csrf": unseen.token()}).status_code == 404


def test_evidence_is_only_downloaded(world: World) -> None:
    case_id, conversation = world.open_case()
    file_id = world.add_file(
        case_id, conversation, "../工资\u202e条.jpg", b"<script>alert(1)</script>"
    )
    world.accept(case_id)
    answer = world.browser("xindu1").get(f"/cases/{case_id}/files/{file_id}")
    assert answer.content == b"<script>alert(1)</script>"
    disposition = answer.headers["content-disposition"]
    assert disposition == "attachment; filename*=UTF-8''_%E5%B7%A5%E8%B5%84%E6%9D%A1.jpg"
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"


def test_every_look_is_in_the_audit(world: World) -> None:
    case_id, conversation = world.open_case()
    file_id = world.add_file(case_id, conversation, "工资条.jpg", b"jpeg")
    browser = world.browser("xindu1")
    browser.get("/")
    browser.get(f"/cases/{case_id}")
    world.accept(case_id)
    browser.get(f"/cases/{case_id}")
    browser.get(f"/cases/{case_id}/files/{file_id}")
    who = world.mediators["xindu1"]
    assert world.audited(case_id) == [
        (who, "card_seen"),
        (who, "case_opened"),
        (who, "file_taken"),
    ]


def test_what_the_worker_wrote_is_text_and_nothing_else(world: World) -> None:
    payload = "<img src=x onerror=alert(1)>\"'{{7*7}}</textarea><script>1</script>"
    case_id, conversation = world.open_case(
        story=payload,
        facts={**CASE["facts"], "employer": payload, payload: payload},
        said={"employer": payload},
    )
    world.add_file(case_id, conversation, payload, b"x")
    world.accept(case_id)
    page = world.browser("xindu1").get(f"/cases/{case_id}").text
    assert "<img" not in page
    assert "<script" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;&#34;&#39;{{7*7}}" in page


def _withdraw(world: World, case_id: str) -> None:
    with world.store.transaction() as transaction:
        transaction.record(case_id, CaseEvent("withdrawn", "worker"), world.at)
