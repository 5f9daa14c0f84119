"""A desk at work: two organizations, their mediators, a worker with a case, and browsers."""

import asyncio
import re
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar
from urllib.parse import urlencode

import httpx
from starlette.applications import Starlette
from starlette.routing import Mount

from bot.arrival import Arrival
from bot.bell import Bell
from bot.cases.case import NewCase
from bot.cases.staff import NewOrganization
from bot.cases.store.store import Store
from bot.casework import Actor, Casework
from bot.conversation import Conversations
from bot.desk.access import COOKIE
from bot.desk.app import desk_app
from bot.desk.passwords import hash_password
from bot.dialogue.content import Content
from bot.dialogue.messages import Text
from tests.conftest import NOW

PASSWORD = "a-long-password-22"
HOST = "http://desk.test"
_FIELD = re.compile(r'name="(csrf|mark)" value="([^"]+)"')
_FORM = re.compile(r'<form method="post" action="([^"]+)">(.*?)</form>', re.DOTALL)

Result = TypeVar("Result")


@dataclass
class World:
    """Everything a test of the desk needs; `at` is the time its clock shows."""

    store: Store
    content: Content
    casework: Casework
    conversations: Conversations
    at: datetime = NOW
    mediators: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.bell = Bell()
        desk = desk_app(self.casework, self.store, lambda: self.content, self.bell, lambda: self.at)
        self.desk = desk
        self.app = Starlette(routes=[Mount("/desk", desk)])
        self._talks = 0
        for login, organization in (("xindu1", "here"), ("xindu2", "here"), ("other1", "other")):
            self._staff(login, organization)

    def _staff(self, login: str, organization: str) -> None:
        name, level, adcode = {
            "here": ("新都演示中心", "district", "510114"),
            "other": ("成都演示中心", "city", "510100"),
        }[organization]
        with self.store.transaction() as transaction:
            if transaction.organization(organization) is None:
                new = NewOrganization(
                    id=organization, name=name, kind="joint_center", level=level, adcode=adcode
                )
                transaction.add_organization(new)
            self.mediators[login] = transaction.add_mediator(
                organization, login, f"调解员{login}", password_hash(), self.at
            )

    def open_case(self, organization: str | None = "here", **changed: Any) -> tuple[str, str]:
        """A referred case of a worker who chats on the web: (case id, conversation id)."""
        self._talks += 1
        arrival = Arrival("web", f"worker{self._talks}", f"update{self._talks}", Text("你好"))
        conversation = self.conversations.handle(arrival, self.at).conversation_id
        assert conversation is not None
        values: dict[str, Any] = {**CASE, **changed, "organization_id": organization}
        with self.store.transaction() as transaction:
            opened = transaction.open_case(NewCase(**values), self.at)
            transaction.link_case(conversation, opened.case_id)
        return opened.case_id, conversation

    def add_file(self, case_id: str, conversation: str, name: str, content: bytes) -> str:
        """A file among the case's evidence; returns its id."""
        with self.store.transaction() as transaction:
            return transaction.keep_evidence(
                conversation, case_id, name, "image/jpeg", content, self.at
            )

    def accept(self, case_id: str, login: str = "xindu1") -> None:
        """Accepted, as on a page."""
        self.casework.accept(self.actor(login), case_id, self.at)

    def actor(self, login: str) -> Actor:
        organization = "other" if login.startswith("other") else "here"
        return Actor(self.mediators[login], organization, f"调解员{login}")

    def said_to_worker(self, conversation: str) -> str:
        """All the bot said in a conversation."""
        with self.store.transaction() as transaction:
            lines = transaction.transcript(conversation)
        return "\n".join(str(line.body.get("text")) for line in lines if line.who != "worker")

    def status(self, case_id: str) -> tuple[str, str | None]:
        """(status, organization) of a case."""
        with self.store.transaction() as transaction:
            case = transaction.case(case_id)
        assert case is not None
        return case.status, case.organization_id

    def audited(self, case_id: str) -> list[tuple[str, str]]:
        """(actor, action) of every line of the case's audit."""
        with self.store.transaction() as transaction:
            return [(line.actor, line.action) for line in transaction.audit_of(case_id)]

    def browser(self, login: str | None = None) -> "Browser":
        """A fresh browser, signed in when a login is given."""
        browser = Browser(self.app)
        if login:
            with self.store.transaction() as transaction:
                token = transaction.open_session(self.mediators[login], self.at).token
            browser.carry(token)
        return browser

    def later(self, **passed: int) -> None:
        """Let time pass."""
        self.at += timedelta(**passed)


@cache
def password_hash() -> str:
    """The hash of PASSWORD, made once: it takes its time."""
    return hash_password(PASSWORD)


class Browser:
    """Keeps cookies, sends forms with their hidden fields and the origin of our own pages."""

    def __init__(self, app: Starlette, root: str = "/desk") -> None:
        self.root = root
        transport = httpx.ASGITransport(app=app)
        self.client = httpx.AsyncClient(transport=transport, base_url=HOST)

    def carry(self, token: str) -> None:
        """Hold the cookie of a session."""
        self.client.cookies.set(COOKIE, token, domain="desk.test", path="/desk")

    def get(self, path: str) -> httpx.Response:
        """A page of the desk."""
        return _run(self.client.get(f"{self.root}{path}"))

    def post(
        self, path: str, fields: Mapping[str, str], origin: str | None = HOST
    ) -> httpx.Response:
        """A form with just these fields."""
        return _run(self.send(path, fields, origin))

    async def send(
        self, path: str, fields: Mapping[str, str], origin: str | None = HOST
    ) -> httpx.Response:
        headers = {"content-type": "application/x-www-form-urlencoded"}
        if origin is not None:
            headers["origin"] = origin
        return await self.client.post(
            f"{self.root}{path}", content=urlencode(fields), headers=headers
        )

    def submit(self, page: str, action: str, **fields: str) -> httpx.Response:
        """Open a page and send the form with that action, filled in."""
        return self.post(action, {**self.hidden(page, action), **fields})

    def hidden(self, page: str, action: str) -> dict[str, str]:
        """The hidden fields of a form on a page."""
        forms = dict(_FORM.findall(self.get(page).text))
        return dict(_FIELD.findall(forms[f"{self.root}{action}"]))

    def token(self) -> str:
        """The session's form token, from the first page."""
        return self.hidden("/", "/sign-out")["csrf"]

    def sign_in(self, login: str, password: str = PASSWORD) -> httpx.Response:
        """Send the sign-in form."""
        return self.submit("/sign-in", "/sign-in", login=login, password=password)


def _run(work: Coroutine[Any, Any, Result]) -> Result:
    return asyncio.run(work)


CASE: dict[str, Any] = {
    "dispute_kind": "wage_arrears",
    "region": "510114",
    "facts": {
        "region": "510114",
        "employer": "宏达电子厂",
        "amount_claimed": "18600.00",
        "calculated": ["加班费：750元", "平日加班10小时，按1.5倍，是750元"],
        "monthly_wage": "6500.00",
        "months_owed": "3",
        "employed_from": "2024-03",
        "event_date": "2026-08-31",
        "event_kind": "wage_due",
        "has_written_contract": False,
        "dispute_kinds": ["wage_arrears"],
    },
    "said": {"amount_claimed": "一万八千六", "has_written_contract": "没给签过"},
    "story": "老板说下个月发，拖了三个月。\n打电话不接。",
    "urgency": "days",
    "amount": Decimal("18600"),
    "last_safe_day": date(2026, 12, 1),
    "consent": "2026-11-01",
}
