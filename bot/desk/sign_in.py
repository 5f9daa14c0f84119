"""Signing in and out: the same answer, in the same time, for a wrong login and a wrong password."""

import asyncio
import re
import secrets
import unicodedata
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.cases.staff import Mediator
from bot.desk.access import COOKIE, cookie_path, root_of, set_cookie, visitor_of
from bot.desk.desk import Desk, desk_of
from bot.desk.forms import Form, check_token, read_form
from bot.desk.rendering import page

BEFORE = "gongyou_desk_form"
"""Cookie that ties the sign-in form to the browser it was shown in."""

_NEXT = re.compile(r"/cases/[0-9a-f]{32}")
_MOST_WAITING = 20
_LONGEST_LOGIN = 64


@dataclass(frozen=True, slots=True)
class Attempt:
    """What somebody typed, and from where."""

    login: str
    password: str = field(repr=False)
    address: str


class SignIn:
    """Checks one password at a time, so that many attempts can't take all memory and threads."""

    def __init__(self) -> None:
        self._turn = asyncio.Semaphore(1)
        self._waiting = 0

    async def take(self, request: Request) -> Response:
        """Take the form; a session on success, else the form again with one sentence."""
        form = await read_form(request)
        check_token(form, request.cookies.get(BEFORE) or secrets.token_hex())
        client = request.client.host if request.client else ""
        attempt = Attempt(_login(form), form.get("password", ""), client)
        if self._waiting >= _MOST_WAITING or not _is_open(request, attempt):
            return sign_in_form(request, 429, "too_often", form)
        self._waiting += 1
        try:
            async with self._turn:
                return await _answer(request, form, attempt)
        finally:
            self._waiting -= 1


async def _answer(request: Request, form: Form, attempt: Attempt) -> Response:
    # Asked again, because others may have failed while this one waited for its turn.
    if not _is_open(request, attempt):
        return sign_in_form(request, 429, "too_often", form)
    desk = desk_of(request)
    mediator = await run_in_threadpool(_known, desk, attempt)
    if mediator is None:
        desk.throttle.note_failure(attempt.login, attempt.address)
        return sign_in_form(request, 401, "wrong", form)
    desk.throttle.forgive(attempt.login)
    return await run_in_threadpool(_begin, request, form, mediator)


def _is_open(request: Request, attempt: Attempt) -> bool:
    return desk_of(request).throttle.is_open(attempt.login, attempt.address)


def show_sign_in(request: Request) -> Response:
    """The form."""
    return sign_in_form(request)


def sign_in_form(
    request: Request, status: int = 200, fault: str | None = None, form: Form | None = None
) -> Response:
    """The form, with what went wrong; afterwards it leads where the visitor wanted to go."""
    token = request.cookies.get(BEFORE) or secrets.token_urlsafe(32)
    wanted = form.get("next", "") if form else request.url.path.removeprefix(root_of(request))
    response = page(
        request,
        "sign_in",
        status=status,
        token=token,
        fault=fault,
        login=form.get("login", "") if form else "",
        next=_next(wanted),
    )
    response.set_cookie(
        BEFORE,
        token,
        path=cookie_path(request),
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
    return response


def sign_out(request: Request, form: Form) -> Response:
    """End the session on the server and in the browser."""
    desk = desk_of(request)
    with desk.store.transaction() as transaction:
        visitor = visitor_of(transaction, request, desk.clock())
        check_token(form, visitor.csrf)
        transaction.end_session(request.cookies[COOKIE])
    response = RedirectResponse(f"{root_of(request)}/sign-in", 303)
    response.delete_cookie(COOKIE, path=cookie_path(request))
    return response


def _known(desk: Desk, attempt: Attempt) -> Mediator | None:
    with desk.store.transaction() as transaction:
        found = transaction.mediator_by_login(attempt.login)
    fits = desk.passwords.fits(found.password_hash if found else None, attempt.password)
    return found if found and found.active and fits else None


def _begin(request: Request, form: Form, mediator: Mediator) -> Response:
    """A new session; one that was open in this browser is over."""
    desk = desk_of(request)
    with desk.store.transaction() as transaction:
        transaction.end_session(request.cookies.get(COOKIE, ""))
        opened = transaction.open_session(mediator.id, desk.clock())
    wanted = _next(form.get("next", "")) or "/"
    response = RedirectResponse(f"{root_of(request)}{wanted}", 303)
    set_cookie(request, response, opened.token)
    response.delete_cookie(BEFORE, path=cookie_path(request))
    return response


def _login(form: Form) -> str:
    typed = unicodedata.normalize("NFKC", form.get("login", "")[:_LONGEST_LOGIN])
    return typed.strip().lower()


def _next(path: str) -> str:
    return path if _NEXT.fullmatch(path) else ""
