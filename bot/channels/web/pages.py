"""Renders the page and its parts from templates; every word of the page stands there."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from bot.channels.web.bubbles import Bubble, bubbles, seq_of, unkept
from bot.channels.web.chat import Talk
from bot.channels.web.phone_numbers import Piece, pieces
from bot.channels.web.session import new_key
from bot.channels.web.uploads import BIGGEST
from bot.dialogue.messages import Reply
from bot.speaking import ContentNow

HERE = Path(__file__).parent
STATIC = HERE / "static"


class Pages:
    """The templates, compiled once."""

    def __init__(self, content: ContentNow) -> None:
        self._content = content
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(new_key=new_key, asset=_addresses(), biggest=BIGGEST)
        self._templates.filters["day"] = _minute
        self._words = self._templates.get_template("words.html.j2").make_module()

    def words(self, name: str) -> str:
        """The page's own words of that name."""
        return str(getattr(self._words, name))

    def sentence(self, key: str) -> str:
        """A sentence of intents/replies."""
        return self._content().wording.say(key)

    def page(
        self, shown: Sequence[Bubble], cursor: str, *, notice: str = "", typed: str = ""
    ) -> HTMLResponse:
        """The whole page; new messages are listened for where there is a cursor."""
        return self._html("chat", shown=shown, cursor=cursor, notice=notice, typed=typed)

    def part(self, shown: Sequence[Bubble], *, notice: str = "", connect: str = "") -> HTMLResponse:
        """The new bubbles alone, as htmx puts them into the open page."""
        return self._html("news", shown=shown, notice=notice, connect=connect)

    def lines(self, talk: Talk, cursor: str) -> str:
        """The bubbles after a cursor, as HTML."""
        return self._render("lines", shown=self.shown_after(talk, cursor))

    def problem(self, sentence: str, status: int, *, bare: bool) -> HTMLResponse:
        """A sentence in place of an answer: for the open page when `bare`, else a page of its own."""
        template = "notice" if bare else "problem"
        html = self._html(template, notice=sentence)
        html.status_code = status
        if bare:
            html.headers.update({"HX-Retarget": "#notice", "HX-Reswap": "innerHTML"})
        return html

    def data_door(self, token: str) -> HTMLResponse:
        """The page of a link to the own data."""
        return self._html("data_door", token=token)

    def data_page(self, values: Mapping[str, Any]) -> str:
        """The own data as a page that stands alone."""
        return self._render("data_page", **values)

    def paper(self, **values: Any) -> HTMLResponse:
        """The page of one paper: how it looks, what is empty, the form."""
        return self._html("paper", **values)

    def paper_door(self, ticket: str) -> HTMLResponse:
        """What a link from another channel shows first: opening it is one press."""
        return self._html("paper_door", ticket=ticket)

    def neutral(self) -> HTMLResponse:
        """The page that tells nothing, for leaving in a hurry."""
        return self._html("leave")

    def shown(self, talk: Talk) -> tuple[Bubble, ...]:
        """All lines of a talk as bubbles."""
        return bubbles(talk.lines, self._cut)

    def shown_after(self, talk: Talk, cursor: str) -> tuple[Bubble, ...]:
        """The bubbles after a cursor; all of them when the cursor is not of this talk."""
        seen = seq_of(cursor, talk.id) or 0
        before = [line.at for line in talk.lines if line.seq <= seen]
        later = [line for line in talk.lines if line.seq > seen]
        return bubbles(later, self._cut, before[-1] if before else None)

    def shown_unkept(self, replies: Sequence[Reply], said: str = "") -> tuple[Bubble, ...]:
        """Messages no transcript holds."""
        return unkept(replies, self._cut, said)

    def _cut(self, text: str) -> tuple[Piece, ...]:
        contacts = (hotline.contact for hotline in self._content().knowledge.hotlines)
        numbers = [contact for contact in contacts if contact.isascii() and contact.isdecimal()]
        return pieces(text, numbers, self.words("units"))

    def _html(self, template: str, **values: Any) -> HTMLResponse:
        return HTMLResponse(self._render(template, **values))

    def _render(self, template: str, **values: Any) -> str:
        return self._templates.get_template(f"{template}.html.j2").render(**values)


def _minute(at: str) -> str:
    """2026-11-22T09:30:00+08:00 as 2026-11-22 09:30."""
    return at[:16].replace("T", " ")


def _addresses() -> dict[str, str]:
    """Static file to its address, which changes with the content and can be cached for good."""
    files = (path for path in STATIC.rglob("*") if path.suffix in (".css", ".js", ".svg"))
    return {
        path.name: f"/static/{path.relative_to(STATIC).as_posix()}?{_digest(path)}"
        for path in files
    }


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
