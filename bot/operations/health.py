"""Whether the process lives, and whether it can serve."""

import asyncio

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.cases.errors import StoreError
from bot.cases.store.store import Store


def health_routes(store: Store) -> list[Route]:
    """/healthz answers while the process lives; /readyz only while the database answers too."""

    async def alive(_request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def ready(_request: Request) -> Response:
        try:
            await asyncio.to_thread(store.check)
        except StoreError:
            return PlainTextResponse("the database does not answer\n", status_code=503)
        return PlainTextResponse("ok\n")

    return [Route("/healthz", alive), Route("/readyz", ready)]
