"""One process that serves the chat page, the desk, Telegram and the outbox."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route

from bot.channels.web.app import chat_routes
from bot.delivery import Delivery, Sender
from bot.desk.app import desk_app
from bot.dialogue.content import Content
from bot.documents.fonts import font_fault
from bot.operations.command_line import today_in_china
from bot.operations.expiry import keep_only_what_is_promised
from bot.operations.faults import OperatorError
from bot.operations.health import health_routes
from bot.operations.settings import Settings
from bot.operations.telegram_wiring import telegram_channel
from bot.operations.wiring import House
from intents.recognition import Bearing


def listen(settings: Settings) -> socket.socket:
    """The listening socket; raises OperatorError naming the variable when it can't be had."""
    try:
        return socket.create_server((settings.host, settings.port), backlog=512)
    except OSError as fault:
        raise OperatorError(
            f"GONGYOU_PORT: {settings.host}:{settings.port} can't be used ({fault.strerror});"
            " stop what listens there or set another GONGYOU_PORT or GONGYOU_HOST."
        ) from None


log = structlog.get_logger(__name__)

WARM_AFTER = 0.3
"""Seconds; what is loaded later must not hold up the first page."""


def serve(house: House, listening: socket.socket, show: Callable[[str], None]) -> None:
    """Serve until the process is stopped."""
    config = uvicorn.Config(make_app(house), log_config=None, access_log=False, server_header=False)
    host, port = listening.getsockname()[:2]
    show(f"serving on http://{host}:{port}  (mediators: /desk)")
    uvicorn.Server(config).run(sockets=[listening])


def make_app(house: House) -> Starlette:
    """The whole web side: chat at /, desk at /desk, health, and the Telegram webhook if set."""
    telegram = telegram_channel(house)
    senders: dict[str, Sender] = {"telegram": telegram.send} if telegram else {}
    delivery = Delivery(house.store, house.casework, senders, house.bell)

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        tasks = [
            asyncio.create_task(delivery.run()),
            asyncio.create_task(keep_only_what_is_promised(house.store)),
            asyncio.create_task(_warm_soon(house.content)),
        ]
        if telegram:
            await telegram.start()
        try:
            yield
        finally:
            if telegram:
                await telegram.stop()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    routes: list[Route | Mount] = [
        *health_routes(house.store),
        *(telegram.routes() if telegram else ()),
        Route("/desk", _to_desk),
        Mount("/desk", desk_app(house.casework, house.store, lambda: house.content, house.bell)),
        *chat_routes(house.conversations, house.store, lambda: house.content, house.bell),
    ]
    return Starlette(
        routes=routes, lifespan=lifespan, middleware=[Middleware(GZipMiddleware, minimum_size=600)]
    )


async def _to_desk(_request: Request) -> Response:
    return RedirectResponse("/desk/", status_code=308)


async def _warm_soon(content: Content) -> None:
    """Once the house answers that it is ready, load the rest."""
    await asyncio.sleep(WARM_AFTER)
    await asyncio.to_thread(warm, content)


def warm(content: Content) -> None:
    """Load what the first message needs, before it comes."""
    content.crisis.read("")
    content.matcher.recognize("")
    content.wishes.read("")
    content.ranker.ranked(("",), Bearing())
    content.choices.told("")
    content.extractor.read("", today_in_china())
    if fault := font_fault():
        log.warning("papers_fonts", mend=fault)
