"""Signing in, staying signed in, signing out."""

import asyncio
import time

import pytest

from tests.desk.world import PASSWORD, World, password_hash


def test_the_right_password_opens_a_session_kept_for_the_desk_alone(world: World) -> None:
    browser = world.browser()
    answer = browser.sign_in(" XinDu1 ")
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk/")
    cookie = next(c for c in answer.headers.get_list("set-cookie") if c.startswith("gongyou_desk="))
    for part in ("HttpOnly", "SameSite=strict", "Path=/desk"):
        assert part in cookie
    assert "Secure" not in cookie
    page = browser.get("/").text
    assert "调解员xindu1" in page
    assert "新都演示中心" in page


def test_on_https_the_cookie_is_secure(world: World) -> None:
    browser = world.browser()
    browser.client.base_url = "https://desk.test"
    form = browser.hidden("/sign-in", "/sign-in")
    fields = {**form, "login": "xindu1", "password": PASSWORD}
    answer = browser.post("/sign-in", fields, "https://desk.test")
    assert answer.status_code == 303
    assert all("Secure" in cookie for cookie in answer.headers.get_list("set-cookie")[:1])


@pytest.mark.parametrize("login", ["xindu1", "nobody", "", "off1", "\u0000", "x" * 5000])
def test_a_wrong_login_and_a_wrong_password_get_the_same_answer(world: World, login: str) -> None:
    with world.store.transaction() as transaction:
        gone = transaction.add_mediator("here", "off1", "离职", password_hash(), world.at)
        transaction.set_mediator_active(gone, active=False)
    browser = world.browser()
    password = PASSWORD if login == "off1" else "not the password"
    answer = browser.sign_in(login, password)
    assert answer.status_code == 401
    assert "用户名或密码不对" in answer.text
    assert "not the password" not in answer.text
    assert browser.get("/").status_code == 401


def test_a_wrong_login_takes_as_long_as_a_wrong_password(world: World) -> None:
    def shortest(kept: str | None) -> float:
        taken = []
        for _ in range(3):
            began = time.perf_counter()
            assert not world.desk.state.desk.passwords.fits(kept, "not the password")
            taken.append(time.perf_counter() - began)
        return min(taken)

    known, unknown = shortest(password_hash()), shortest(None)
    assert 0.5 < known / unknown < 2


def test_too_many_wrong_passwords_close_the_door_for_a_while(world: World) -> None:
    browser = world.browser()
    for _ in range(5):
        assert browser.sign_in("xindu1", "wrong password").status_code == 401
    closed = browser.sign_in("xindu1")
    assert closed.status_code == 429
    assert "试的次数太多了" in closed.text


def test_guesses_sent_all_at_once_are_counted_too(world: World) -> None:
    browser = world.browser()
    form = browser.hidden("/sign-in", "/sign-in")
    fields = {**form, "login": "xindu1", "password": "wrong password"}

    async def at_once() -> list[int]:
        answers = await asyncio.gather(*(browser.send("/sign-in", fields) for _ in range(12)))
        return sorted(answer.status_code for answer in answers)

    assert asyncio.run(at_once()) == [401] * 5 + [429] * 7


def test_the_right_password_is_not_counted(world: World) -> None:
    for _ in range(7):
        assert world.browser().sign_in("xindu1").status_code == 303


def test_signing_in_again_ends_the_session_that_was_open(world: World) -> None:
    browser = world.browser("xindu1")
    before = browser.client.cookies["gongyou_desk"]
    browser.sign_in("xindu2")
    assert browser.client.cookies["gongyou_desk"] != before
    stale = world.browser()
    stale.carry(before)
    assert stale.get("/").status_code == 401


def test_a_session_ends_on_signing_out_and_after_half_an_hour(world: World) -> None:
    browser = world.browser("xindu1")
    token = browser.client.cookies["gongyou_desk"]
    assert browser.submit("/", "/sign-out").status_code == 303
    browser.carry(token)
    assert browser.get("/").status_code == 401
    idle = world.browser("xindu1")
    world.later(minutes=29)
    assert idle.get("/").status_code == 200
    world.later(minutes=31)
    assert idle.get("/").status_code == 401


def test_a_mediator_who_left_is_out_at_once(world: World) -> None:
    browser = world.browser("xindu1")
    with world.store.transaction() as transaction:
        transaction.set_mediator_active(world.mediators["xindu1"], active=False)
    assert browser.get("/").status_code == 401


def test_signing_in_leads_back_to_the_case_and_nowhere_else(world: World) -> None:
    case_id, _ = world.open_case()
    browser = world.browser()
    path = f"/cases/{case_id}"
    assert browser.get(path).status_code == 401
    fields = {"login": "xindu1", "password": PASSWORD}
    form = browser.hidden(path, "/sign-in")
    assert f'name="next" value="{path}"' in browser.get(path).text
    answer = browser.post("/sign-in", {**form, **fields, "next": path})
    assert answer.headers["location"] == f"/desk{path}"
    for evil in (
        "//evil.test",
        "https://evil.test",
        "/cases/../..//evil.test",
        "/cases/" + "g" * 32,
    ):
        form = browser.hidden("/sign-in", "/sign-in")
        answer = browser.post("/sign-in", {**form, **fields, "next": evil})
        assert answer.headers["location"] == "/desk/"
