"""The real chat page on a free port, and a phone's browser without JavaScript to use it with."""

import html
import re
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from bot.bell import Bell
from bot.cases.store.store import Store
from bot.channels.web.app import chat_routes
from bot.conversation import Conversations
from bot.dialogue.content import Content

_LINE = re.compile(r'<li class="line line_(\w+).*?</li>', re.DOTALL)
_WORDS = re.compile(r'<div class="bubble[^"]*">(.*?)</div>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_CHOICE = re.compile(r'name="choice" value="([^"]+)"( disabled)?>([^<]*)</button>')


@dataclass
class Site:
    """A chat being served."""

    url: str
    store: Store
    bell: Bell
    content: Content
    phones: list["Phone"] = field(default_factory=list)

    def phone(self) -> "Phone":
        """Another worker's browser."""
        self.phones.append(Phone(self))
        return self.phones[-1]


@contextmanager
def serving(store: Store, content: Content, bell: Bell) -> Iterator[Site]:
    """Serve the chat as main.py serve does, in a thread."""
    conversations = Conversations(store, lambda: content, bell)
    app = Starlette(
        routes=[*chat_routes(conversations, store, lambda: content, bell)],
        middleware=[Middleware(GZipMiddleware, minimum_size=600)],
    )
    config = uvicorn.Config(
        app, log_config=None, lifespan="off", ws="none", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    listening = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        site = Site(f"http://127.0.0.1:{listening.getsockname()[1]}", store, bell, content)
        yield site
        for phone in site.phones:
            phone.client.close()
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()


@dataclass
class Phone:
    """One browser: keeps its cookie, sends what forms send."""

    site: Site
    client: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        self.client = httpx.Client(base_url=self.site.url, headers={"Origin": self.site.url})

    def page(self) -> "Page":
        """The page as it is now."""
        return Page(self.client.get("/").text)

    def post(self, path: str = "/say", *, htmx: bool = False, **fields: str) -> httpx.Response:
        """Send a form; a fresh key unless one is given."""
        headers = {"HX-Request": "true"} if htmx else {}
        return self.client.post(path, data={"key": key(), **fields}, headers=headers)

    def say(self, text: str) -> "Page":
        """Write, follow the redirect, read the page."""
        answer = self.post(text=text)
        assert answer.status_code == 303, answer.text
        return Page(self.client.get(answer.headers["location"]).text)

    def send_file(self, name: str, content: bytes, **headers: str) -> httpx.Response:
        """Send a file as the form without JavaScript does."""
        return self.client.post(
            "/file",
            data={"key": key()},
            files={"file": (name, content, "image/jpeg")},
            headers=headers,
        )


@dataclass
class Page:
    """What a page shows."""

    source: str

    @property
    def said(self) -> list[tuple[str, str]]:
        """Who said what, in order."""
        lines = []
        for line in _LINE.finditer(self.source.partition("<template")[0]):
            words = [_TAG.sub("", found) for found in _WORDS.findall(line[0])]
            lines.append((line[1], html.unescape("".join(words)).strip()))
        return lines

    @property
    def choices(self) -> dict[str, str]:
        """Label to id of the buttons that can be pressed."""
        found = _CHOICE.findall(self.source)
        return {html.unescape(label): id for id, disabled, label in found if not disabled}

    @property
    def notice(self) -> str:
        """The sentence above the text box."""
        found = re.search(r'id="notice"[^>]*>([^<]*)<', self.source)
        return html.unescape(found[1]).strip() if found else ""

    def key(self) -> str:
        """The key of the text box."""
        found = re.search(r'id="say".*?name="key" value="([^"]+)"', self.source, re.DOTALL)
        assert found
        return found[1]


def key() -> str:
    """A form's key, as the page makes them."""
    return secrets.token_urlsafe(32)
