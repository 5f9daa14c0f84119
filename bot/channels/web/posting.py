"""What happens when a form is sent: read, counted, handled, answered for a page or for htmx."""

import math
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.arrival import Handled, Upload
from bot.cases.errors import StoreError
from bot.channels.web.bodies import BadBody, BodyTooBig, discard, read_file, read_words
from bot.channels.web.chat import Chat, Sent, Talk
from bot.channels.web.limiting import Limiter
from bot.channels.web.pages import Pages
from bot.channels.web.session import is_key, new_key, remember, token_of
from bot.channels.web.uploads import BIGGEST, FileRefused, checked
from bot.dialogue.messages import Choice, Place, Reply, Text
from bot.dialogue.turn import ALWAYS
from intents.normalize import LONGEST, clean

MOST_TEXT = 2**20  # bytes of a form without a file
MOST_FILE = BIGGEST + 2**16
LONGEST_CHOICE = 64
TAKES_BACK = f"{ALWAYS}:unsay:"
NOTES = frozenset({"too_long"})
"""Sentences that may be named in the address after a redirect."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a message was not taken: the sentence's key, the status, and what was typed."""

    key: str
    status: int
    typed: str = ""


class Posting:
    """Answers the forms of the page."""

    def __init__(self, chat: Chat, pages: Pages, limiter: Limiter) -> None:
        self._chat = chat
        self._pages = pages
        self._limiter = limiter

    async def show(self, request: Request, *, note: str = "") -> Response:
        """The page with the talk so far, or with the greeting."""
        try:
            talk = await run_in_threadpool(self._chat.talk, token_of(request))
        except StoreError:
            return await self._refuse(request, Refusal("failed", 503))
        notice = self._pages.sentence(note) if note in NOTES else ""
        return await self._page(talk, notice=notice)

    async def say(self, request: Request) -> Response:
        """Words, a button or a place."""
        try:
            form = await read_words(request, MOST_TEXT)
        except BodyTooBig:
            return await self._refuse(request, Refusal("too_long", 413))
        except BadBody:
            return await self._refuse(request, Refusal("failed", 400))
        sent = self._sent(form)
        typed = sent.incoming.text if isinstance(sent.incoming, Text) else ""
        if not self._limiter.allows(token_of(request), _address(request)):
            calm = self._chat.help_in_danger(sent.incoming)
            if calm:
                return await self._answer_unkept(request, calm, typed)
            return await self._refuse(request, Refusal("too_many", 429, typed))
        too_long = len(_field(form, "text")) > LONGEST
        # Where a message was taken back the page is drawn anew.
        after = "" if _takes_back(sent) else _field(form, "after")
        return await self._hear(request, sent, after, too_long=too_long)

    async def file(self, request: Request) -> Response:
        """A photo or document."""
        if not self._limiter.allows(token_of(request), _address(request), is_file=True):
            await discard(request)
            return await self._refuse(request, Refusal("too_many", 429))
        try:
            form = await read_file(request, MOST_FILE)
            upload = await self._upload(form)
        except BodyTooBig:
            return await self._refuse(request, Refusal("file_too_big", 413))
        except FileRefused as fault:
            return await self._refuse(request, Refusal(fault.reason, 422))
        except BadBody:
            return await self._refuse(request, Refusal("file_not_allowed", 400))
        return await self._hear(request, Sent(_key(form), upload), _field(form, "after"))

    async def _upload(self, form: FormData) -> Upload:
        given = form.get("file")
        if not isinstance(given, UploadFile):
            raise BadBody
        name, content = given.filename or self._pages.words("photo"), await given.read()
        await form.close()
        return await run_in_threadpool(checked, name, content)

    async def _hear(
        self, request: Request, sent: Sent, after: str, *, too_long: bool = False
    ) -> Response:
        typed = sent.incoming.text if isinstance(sent.incoming, Text) else ""
        try:
            token, handled = await run_in_threadpool(self._chat.hear, token_of(request), sent)
            talk = await self._talk_after(token, handled, after)
        except FileRefused as fault:
            return await self._refuse(request, Refusal(fault.reason, 422))
        except StoreError:
            return await self._refuse(request, Refusal("failed", 503, typed))
        if talk is None:
            return await self._answer_unkept(request, handled.replies, typed)
        answer = self._answer(request, talk, after, note="too_long" if too_long else "")
        remember(answer, request, token)
        return answer

    async def _talk_after(self, token: str, handled: Handled, after: str) -> Talk | None:
        """What is new for the page; None when the answer could not be written down."""
        if handled.conversation_id is None and not handled.repeated:
            return None
        return await run_in_threadpool(self._chat.talk, token, after)

    def _answer(self, request: Request, talk: Talk, after: str, note: str) -> Response:
        if not _is_htmx(request):
            return RedirectResponse(f"/?note={note}#end" if note else "/#end", 303)
        fits = after.partition("-")[0] == talk.cursor.partition("-")[0]
        answer = self._pages.part(
            self._pages.shown_after(talk, after),
            notice=self._pages.sentence(note) if note else "",
            connect="" if after else talk.cursor,
        )
        if not fits:
            answer.headers["HX-Reswap"] = "innerHTML"
        return answer

    async def _answer_unkept(
        self, request: Request, replies: tuple[Reply, ...], typed: str
    ) -> Response:
        """Help that must come even when nothing can be written."""
        shown = self._pages.shown_unkept(replies, typed)
        if _is_htmx(request):
            return self._pages.part(shown)
        return self._pages.page(shown, "")

    async def _refuse(self, request: Request, refusal: Refusal) -> Response:
        """The sentence; what was typed stays in the box."""
        sentence = self._pages.sentence(refusal.key)
        if _is_htmx(request):
            return self._pages.problem(sentence, refusal.status, bare=True)
        try:
            talk = await run_in_threadpool(self._chat.talk, token_of(request))
        except StoreError:
            talk = None
        page = await self._page(talk, notice=sentence, typed=refusal.typed)
        page.status_code = refusal.status
        return page

    async def _page(self, talk: Talk | None, *, notice: str = "", typed: str = "") -> Response:
        if talk is not None:
            shown = self._pages.shown(talk)
            return self._pages.page(shown, talk.cursor, notice=notice, typed=typed)
        greeting = await run_in_threadpool(self._chat.greeting)
        shown = self._pages.shown_unkept(greeting)
        return self._pages.page(shown, "", notice=notice, typed=typed)

    def _sent(self, form: FormData) -> Sent:
        choice = _field(form, "choice")
        if choice:
            return Sent(_key(form), Choice(clean(choice)[:LONGEST_CHOICE]))
        place = _place(_field(form, "lat"), _field(form, "lon"))
        if place is not None:
            return Sent(_key(form), place, self._pages.words("my_place"))
        return Sent(_key(form), Text(clean(_field(form, "text"))))


def _is_htmx(request: Request) -> bool:
    return "hx-request" in request.headers


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _field(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def _key(form: FormData) -> str:
    """The form's key; a form that lost it is handled as a new one."""
    key = _field(form, "key")
    return key if is_key(key) else new_key()


def _place(lat: str, lon: str) -> Place | None:
    try:
        place = Place(float(lat), float(lon))
    except ValueError:
        return None
    inside = math.isfinite(place.lat) and abs(place.lat) <= 90 and abs(place.lon) <= 180
    return place if inside else None


def _takes_back(sent: Sent) -> bool:
    return isinstance(sent.incoming, Choice) and sent.incoming.id.startswith(TAKES_BACK)
