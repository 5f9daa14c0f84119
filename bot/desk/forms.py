"""What a form sends: read within bounds, cleaned, and only from our own pages."""

import secrets
from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.desk.faults import Refused
from intents.normalize import clean

_LARGEST = 64_000  # bytes: 1,000 Chinese characters take 9,000 when sent
_MOST_FIELDS = 20
_MOST_CHARACTERS = 4_000

Form = Mapping[str, str]


def posting(
    handle: Callable[[Request, Form], Response],
) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint of a form: read it here, then handle it in a thread."""

    async def endpoint(request: Request) -> Response:
        form = await read_form(request)
        return await run_in_threadpool(handle, request, form)

    return endpoint


async def read_form(request: Request) -> Form:
    """The first value of each field, cleaned. Raises Refused unless it came from our own page."""
    check_origin(request)
    content_type = request.headers.get("content-type", "")
    if content_type.partition(";")[0].strip() != "application/x-www-form-urlencoded":
        raise Refused
    fields = _parsed((await _body(request)).decode("utf-8", "replace"))
    return {name: clean(value[:_MOST_CHARACTERS]) for name, value in reversed(fields)}


def check_origin(request: Request) -> None:
    """Raises Refused when another site, or nobody, is named as where the form was sent from."""
    host = request.headers.get("host", "")
    try:
        origin = urlsplit(request.headers.get("origin", "")).netloc
    except ValueError:
        raise Refused from None
    if not host or origin != host:
        raise Refused


def check_token(form: Form, wanted: str) -> None:
    """Raises Refused unless the form carries the token of the page it was on."""
    if not secrets.compare_digest(form.get("csrf", "").encode(), wanted.encode()):
        raise Refused


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            raise Refused
    return bytes(body)


def _parsed(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise Refused from None
