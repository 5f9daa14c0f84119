"""Updates pushed by Telegram. The path holds no secret; the secret comes in a header."""

import hmac
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.cases.errors import StoreUnavailable

MOST_BYTES = 1024 * 1024
DEFAULT_PATH = "/telegram/updates"
_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(frozen=True, slots=True)
class Webhook:
    """The public https address Telegram pushes to, and the secret it sends along."""

    url: str
    secret: str

    @property
    def path(self) -> str:
        """The path to serve: that of the address, or a default where it has none."""
        path = urlsplit(self.url).path
        return path if path.strip("/") else DEFAULT_PATH

    @property
    def address(self) -> str:
        """What Telegram is told."""
        return urlunsplit(urlsplit(self.url)._replace(path=self.path))


def webhook_route(webhook: Webhook, admit: Callable[[Mapping[str, Any]], Awaitable[None]]) -> Route:
    """200 once the update is committed, 503 when it has to come again."""
    expected = webhook.secret.encode()

    async def receive(request: Request) -> Response:
        given = request.headers.get(_HEADER, "").encode()
        if not expected or not hmac.compare_digest(given, expected):
            return Response(status_code=401)
        body = await _capped_body(request)
        if body is None:
            return Response(status_code=413)
        update = _parsed(body)
        if update is None:
            return Response(status_code=400)
        try:
            await admit(update)
        except StoreUnavailable:
            return Response(status_code=503)
        return Response(status_code=200)

    return Route(webhook.path, receive, methods=["POST"])


async def _capped_body(request: Request) -> bytes | None:
    """The body, counted as it comes; None when it is longer than MOST_BYTES."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            return None
    return bytes(body)


def _parsed(body: bytes) -> dict[str, Any] | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return update if isinstance(update, dict) else None
