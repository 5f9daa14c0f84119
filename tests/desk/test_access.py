"""Who may see and do what: every route, for every visitor, on every kind of case."""

import secrets
from datetime import date
from decimal import Decimal

import pytest
from starlette.routing import Mount, Route

from bot.desk.app import desk_app
from tests.desk.world import CASE, HOST, Browser, World

FIELDS = {"reason": "conflict", "text": "你好", "outcome": "other", "note": ""}

# Status by column. A route without a row fails the test.
# fmt: off
COLUMNS = ("anonymous", "missing", "foreign_waiting", "foreign_accepted", "formerly_own", "own_waiting", "own_accepted")
MATRIX = {
    "GET /":                                (401, 200, 200, 200, 200, 200, 200),
    "GET /sign-in":                         (200, 200, 200, 200, 200, 200, 200),
    "POST /sign-in":                        (403, 403, 403, 403, 403, 403, 403),
    "POST /sign-out":                       (401, 303, 303, 303, 303, 303, 303),
    "GET /cases/{case_id}":                 (401, 404, 404, 404, 404, 200, 200),
    "POST /cases/{case_id}/accept":         (401, 404, 404, 404, 404, 303, 409),
    "POST /cases/{case_id}/decline":        (401, 404, 404, 404, 404, 303, 303),
    "POST /cases/{case_id}/write":          (401, 404, 404, 404, 404, 409, 303),
    "POST /cases/{case_id}/close":          (401, 404, 404, 404, 404, 409, 303),
    "GET /cases/{case_id}/files/{file_id}": (401, 404, 404, 404, 404, 404, 200),
    "GET /cases/{case_id}/papers/{paper_id}.{ending}": (401, 404, 404, 404, 404, 404, 200),
    "GET /static/{path}":                   (200, 200, 200, 200, 200, 200, 200),
}
# fmt: on

ROUTES = sorted(MATRIX)


def routes_of(world: World) -> set[str]:
    found = set()
    for route in world.desk.routes:
        if isinstance(route, Mount):
            found.add(f"GET {route.path}/{{path}}")
        else:
            assert isinstance(route, Route)
            methods = (route.methods or set()) - {"HEAD"}
            found |= {f"{method} {route.path}" for method in methods}
    return found


def test_every_route_has_a_row(world: World) -> None:
    assert routes_of(world) == set(MATRIX)


@pytest.mark.parametrize("route", ROUTES)
def test_route_answers_each_visitor_as_the_matrix_says(route: str, world: World) -> None:
    got = {column: send(route, column, world) for column in COLUMNS}
    assert tuple(status for status, _ in got.values()) == MATRIX[route]
    hidden = {column: body for column, (status, body) in got.items() if status == 404}
    assert len(set(hidden.values())) <= 1, "a foreign case differs from a missing one"


def send(route: str, column: str, world: World) -> tuple[int, bytes]:
    """Send one request; what may not be done must leave the case as it was."""
    method, _, pattern = route.partition(" ")
    case_id, file_id = prepare(column, world)
    names = {"path": "desk.css", "paper_id": "case_summary", "ending": "pdf"}
    path = pattern.format(case_id=case_id, file_id=file_id, **names)
    browser = world.browser(None if column == "anonymous" else "xindu1")
    before = world.status(case_id) if column != "missing" else None
    if method == "GET":
        answer = browser.get(path)
    else:
        token = browser.token() if column != "anonymous" else "x"
        answer = browser.post(path, {**FIELDS, "csrf": token})
    if answer.status_code >= 400 and before is not None:
        assert world.status(case_id) == before
    return answer.status_code, answer.content


def prepare(column: str, world: World) -> tuple[str, str]:
    """A case as the column has it; its id and that of a file in it."""
    if column == "missing":
        return secrets.token_hex(16), secrets.token_hex(16)
    organization = "other" if column.startswith("foreign") else "here"
    case_id, conversation = world.open_case(organization)
    file_id = world.add_file(case_id, conversation, "工资条.jpg", b"jpeg")
    if column == "formerly_own":
        world.casework.decline(world.actor("xindu2"), case_id, "conflict", world.at)
    if column.endswith("accepted"):
        world.accept(case_id, "other1" if organization == "other" else "xindu2")
    return case_id, file_id


def test_a_file_of_another_case_is_not_given_out(world: World) -> None:
    own, _ = prepare("own_accepted", world)
    _, foreign_file = prepare("foreign_accepted", world)
    answer = world.browser("xindu1").get(f"/cases/{own}/files/{foreign_file}")
    assert answer.status_code == 404


def test_before_acceptance_nothing_of_what_was_told_is_shown(world: World) -> None:
    canaries = [f"CANARY{number}" for number in range(8)]
    case_id, conversation = world.open_case(
        facts={**CASE["facts"], "employer": canaries[0], "platform": canaries[1], "x": canaries[2]},
        said={"employer": canaries[3], "amount_claimed": canaries[4]},
        story=canaries[5],
        amount=Decimal("18765.43"),
        last_safe_day=date(2026, 12, 1),
    )
    world.add_file(case_id, conversation, f"{canaries[6]}.jpg", canaries[7].encode())
    browser = world.browser("xindu1")
    pages = browser.get("/").text + browser.get(f"/cases/{case_id}").text
    assert case_id in pages
    for secret in (*canaries, "18765", "6500", "2024-03", "没给签过", conversation):
        assert secret not in pages


@pytest.mark.parametrize("origin", [None, "null", "http://evil.test", "http://[", "file://"])
def test_a_form_from_elsewhere_is_refused(world: World, origin: str | None) -> None:
    case_id, _ = world.open_case()
    browser = world.browser("xindu1")
    form = browser.hidden(f"/cases/{case_id}", f"/cases/{case_id}/accept")
    answer = browser.post(f"/cases/{case_id}/accept", form, origin)
    assert answer.status_code == 403
    assert world.status(case_id)[0] == "referred"


@pytest.mark.parametrize("token", ["", "wrong", "another session's"])
def test_a_form_without_the_sessions_token_is_refused(world: World, token: str) -> None:
    case_id, _ = world.open_case()
    browser = world.browser("xindu1")
    if token == "another session's":
        token = world.browser("xindu2").token()
    answer = browser.post(f"/cases/{case_id}/accept", {"csrf": token})
    assert answer.status_code == 403
    assert world.status(case_id)[0] == "referred"


def test_hostile_bodies_are_refused_and_break_nothing(world: World) -> None:
    case_id, _ = world.open_case()
    world.accept(case_id)
    browser = world.browser("xindu1")
    token = browser.token()
    path = f"/cases/{case_id}/write"
    assert browser.post(path, {"csrf": token, "text": "长" * 100_000}).status_code == 403
    many = {"csrf": token, **{f"f{number}": "x" for number in range(50)}}
    assert browser.post(path, many).status_code == 403
    assert browser.post(path, {"csrf": token, "text": "\x00\u202e\ufeff"}).status_code == 422
    # Fields that could name another organization or mediator mean nothing.
    forged = {
        "organization_id": "other",
        "mediator_id": "x",
        "actor": "x",
        "status": "closed",
        "request": "x",
    }
    assert browser.post(path, {"csrf": token, "text": "", **forged}).status_code == 422
    assert browser.post(path, {"csrf": token, "text": "在", **forged}).status_code == 303
    assert world.status(case_id) == ("accepted", "here")


def test_every_answer_carries_the_headers_that_keep_it_safe(world: World) -> None:
    case_id, _ = world.open_case()
    browser = world.browser("xindu1")
    for path in ("/", "/sign-in", f"/cases/{case_id}", "/cases/none", "/nowhere"):
        headers = browser.get(path).headers
        assert headers["cache-control"] == "no-store"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_a_store_that_does_not_answer_gives_a_page_that_says_so(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = world.browser("xindu1")
    monkeypatch.setattr(world.store, "_patience", 0.01)
    with world.store.transaction():
        answer = browser.get("/")
    assert (answer.status_code, "系统正忙" in answer.text) == (503, True)


def test_the_desk_needs_no_mount(world: World) -> None:
    app = desk_app(world.casework, world.store, lambda: world.content, world.bell)
    browser = Browser(app, "")
    assert "用户名" in browser.get("/sign-in").text
    assert str(browser.client.base_url) == HOST
