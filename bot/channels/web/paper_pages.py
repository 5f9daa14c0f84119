"""The pages of papers: looked at, filled in, downloaded. What is filled in is kept nowhere."""

import base64
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.cases.errors import StoreError
from bot.channels.web.bodies import BadBody, BodyTooBig, read_words
from bot.channels.web.chat import Chat, now
from bot.channels.web.limiting import Limiter
from bot.channels.web.pages import Pages
from bot.channels.web.session import token_of
from bot.documents.paper import Paper
from bot.documents.pdf import PAGE_DOTS
from bot.paper_desk import (
    LINK_LASTS,
    VISIT,
    Format,
    NoPaper,
    PaperDesk,
    PaperFile,
    file_of,
    pictures_of,
    unprintable,
)
from intents.normalize import clean

VISITOR = "gongyou_paper"
"""Cookie of a worker who came by a link of another channel; it ends with the browser's half hour."""
MOST_BYTES = 2**17
MOST_FIELDS = 48
LONGEST_FIELD = 200
LONGEST_STORY = 5_000
THUMBNAIL_DOTS = 50
PREVIEW = "/preview.png"
FORMATS: Mapping[str, Format] = {"pdf": "pdf", "docx": "docx"}


class PaperPages:
    """Answers the addresses under /papers."""

    def __init__(self, chat: Chat, pages: Pages, desk: PaperDesk, limiter: Limiter) -> None:
        self._chat = chat
        self._pages = pages
        self._desk = desk
        self._limiter = limiter

    def routes(self) -> list[Route]:
        """The addresses; the fixed ones before the papers' ids."""
        return [
            Route("/papers/open/{ticket}", self.door),
            Route("/papers/open", self.enter, methods=["POST"]),
            Route("/papers/calendar.ics", self.calendar),
            Route("/papers/{paper_id}" + PREVIEW, self.preview),
            Route("/papers/{paper_id}", self.show),
            Route("/papers/{paper_id}", self.fill, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The paper as it stands, with its form."""
        return await self._page(request, await self._paper(request, {}))

    async def preview(self, request: Request) -> Response:
        """The first page, small."""
        paper = await self._paper(request, {})
        pictures = await run_in_threadpool(pictures_of, paper, THUMBNAIL_DOTS)
        return Response(pictures[0], media_type="image/png")

    async def calendar(self, request: Request) -> Response:
        """The limits as a calendar file."""
        conversation_id = await self._conversation(request)
        try:
            made = await run_in_threadpool(self._desk.calendar, conversation_id, now())
        except NoPaper:
            raise HTTPException(404) from None
        return attachment(made)

    async def fill(self, request: Request) -> Response:
        """The paper with what was filled in: as a file, or shown again with its form."""
        try:
            form = await read_words(request, MOST_BYTES, MOST_FIELDS)
        except (BodyTooBig, BadBody):
            return self._pages.problem(self._pages.sentence("failed"), 400, bare=False)
        filled = {key: clean(value) for key, value in form.items() if isinstance(value, str)}
        wanted = filled.pop("as", "")
        paper = await self._paper(request, _within_bounds(filled))
        if wanted not in FORMATS:
            return await self._page(request, paper)
        return attachment(await run_in_threadpool(file_of, paper, FORMATS[wanted]))

    async def door(self, request: Request) -> Response:
        """A link was opened, perhaps by a preview of the messenger: it is used by a press only."""
        return self._pages.paper_door(request.path_params["ticket"])

    async def enter(self, request: Request) -> Response:
        """The link is used: its bearer may look at that conversation's papers for a while."""
        try:
            form = await read_words(request, MOST_BYTES, MOST_FIELDS)
        except (BodyTooBig, BadBody):
            return self._pages.problem(self._pages.sentence("failed"), 400, bare=False)
        ticket = str(form.get("ticket", ""))
        try:
            found = await run_in_threadpool(self._desk.use_link, ticket, now())
        except StoreError:
            return self._pages.problem(self._pages.sentence("failed"), 503, bare=False)
        if found is None:
            return self._pages.problem(self._pages.words("link_over"), 410, bare=False)
        conversation_id, paper_id = found
        answer = RedirectResponse(f"/papers/{quote(paper_id, safe='')}", 303)
        answer.set_cookie(
            VISITOR,
            self._desk.ticket(VISIT, conversation_id, now()),
            max_age=int(LINK_LASTS.total_seconds()),
            path="/papers",
            secure=request.url.scheme == "https",
            httponly=True,
            samesite="lax",
        )
        return answer

    async def _paper(self, request: Request, filled: Mapping[str, str]) -> Paper:
        paper_id = request.path_params["paper_id"]
        conversation_id = await self._conversation(request)
        try:
            return await run_in_threadpool(
                self._desk.paper, conversation_id, paper_id, filled, now()
            )
        except NoPaper:
            raise HTTPException(404) from None

    async def _conversation(self, request: Request) -> str:
        """Whose papers: of the link the worker came by, else of the chat in this browser."""
        address = request.client.host if request.client else ""
        # The pictures of a long talk are asked for all at once.
        token = None if request.url.path.endswith(PREVIEW) else token_of(request)
        if not self._limiter.allows(token, address):
            raise HTTPException(429)
        visited = self._visited(request, now())
        if visited:
            return visited
        found = await run_in_threadpool(self._chat.conversation_of, token_of(request))
        if found is None:
            raise HTTPException(404)
        return found

    def _visited(self, request: Request, moment: datetime) -> str | None:
        return self._desk.read_ticket(VISIT, request.cookies.get(VISITOR, ""), moment)

    async def _page(self, request: Request, paper: Paper) -> Response:
        pictures = await run_in_threadpool(pictures_of, paper, PAGE_DOTS)
        return self._pages.paper(
            paper=paper,
            pictures=[base64.b64encode(picture).decode() for picture in pictures],
            unprintable=unprintable(paper),
            visiting=self._visited(request, now()) is not None,
            longest=LONGEST_FIELD,
            longest_story=LONGEST_STORY,
        )


def attachment(made: PaperFile) -> Response:
    """The file as a download under its own name."""
    name = quote(made.name, safe="")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(made.content, media_type=made.media_type, headers=headers)


def _within_bounds(filled: Mapping[str, str]) -> dict[str, str]:
    return {key: value[:LONGEST_STORY] for key, value in filled.items()}
