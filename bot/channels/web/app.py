"""The worker's chat page: its addresses, and what each of them does."""

from collections.abc import Awaitable, Callable

from sse_starlette import EventSourceResponse
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.bell import Bell
from bot.cases.store.store import Store
from bot.channels.web.chat import Chat, now
from bot.channels.web.data_pages import DataPages
from bot.channels.web.events import news
from bot.channels.web.guarding import Guard, guard
from bot.channels.web.limiting import Limiter
from bot.channels.web.pages import STATIC, Pages
from bot.channels.web.paper_pages import PaperPages
from bot.channels.web.posting import Posting
from bot.channels.web.session import token_of
from bot.conversation import Conversations
from bot.paper_desk import PaperDesk
from bot.speaking import ContentNow

Answering = Callable[[Request], Awaitable[Response]]


def chat_routes(
    conversations: Conversations, store: Store, content: ContentNow, bell: Bell
) -> list[Route | Mount]:
    """The chat at /, with its own errors, headers and static files; goes last among the routes."""
    chat = Chat(conversations, store, content, now)
    pages = Pages(content)
    limiter = Limiter()
    posting = Posting(chat, pages, limiter)
    own_data = DataPages(store, content, pages, limiter, now)
    papers = PaperPages(chat, pages, PaperDesk(store, content), Limiter())
    app = Starlette(
        routes=[
            Route("/", _front(posting)),
            Route("/say", posting.say, methods=["POST"]),
            Route("/file", posting.file, methods=["POST"]),
            Route("/events", _events(chat, pages, bell)),
            Route("/leave", _leave(pages)),
            *own_data.routes(),
            *papers.routes(),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        middleware=[Middleware(Guard, pages=pages)],
        exception_handlers={HTTPException: _refused(pages), Exception: _broken(pages)},
    )
    return [Mount("/", app)]


def _front(posting: Posting) -> Answering:
    async def front(request: Request) -> Response:
        return await posting.show(request, note=request.query_params.get("note", ""))

    return front


def _events(chat: Chat, pages: Pages, bell: Bell) -> Answering:
    async def events(request: Request) -> Response:
        token = token_of(request)
        if token is None:
            return Response(status_code=204)
        begin = request.headers.get("last-event-id") or request.query_params.get("after", "")
        return EventSourceResponse(news(chat, bell, token, begin, pages.lines), send_timeout=30)

    return events


def _leave(pages: Pages) -> Answering:
    async def leave(_request: Request) -> Response:
        return pages.neutral()

    return leave


def _refused(pages: Pages) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def refused(request: Request, fault: Exception) -> Response:
        status = fault.status_code if isinstance(fault, HTTPException) else 500
        return pages.problem(pages.words("no_page"), status, bare="hx-request" in request.headers)

    return refused


def _broken(pages: Pages) -> Callable[[Request, Exception], Awaitable[Response]]:
    """Any other fault: the log has it, the worker gets a sentence and what helps meanwhile."""

    async def broken(request: Request, _fault: Exception) -> Response:
        bare = "hx-request" in request.headers
        answer = pages.problem(pages.sentence("failed"), 500, bare=bare)
        guard(answer.headers, cached=False)
        return answer

    return broken
