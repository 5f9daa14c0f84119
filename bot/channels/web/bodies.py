"""Reads what a browser posts, counting bytes while they come, and never onto the disk."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Iterator
from urllib.parse import parse_qsl

from starlette.datastructures import FormData
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

LONGEST_WAIT = 180.0  # seconds for a whole body; 10 MB on a slow phone network
MOST_FIELDS = 8
MOST_DISCARDED = 64 * 2**20  # bytes read on so that the browser hears the answer


class BodyTooBig(Exception):
    """More bytes came than are taken."""


class BadBody(Exception):
    """The body is not a form, or did not come in time."""


class _InMemory(MultiPartParser):
    spool_max_size = 2**30  # a worker's photo never lies unsealed in a temporary file


async def read_words(request: Request, most: int, most_fields: int = MOST_FIELDS) -> FormData:
    """A posted form without files. Raises BodyTooBig above `most` bytes, BadBody for no form."""
    with _told():
        _expect(request, "application/x-www-form-urlencoded")
        async with asyncio.timeout(LONGEST_WAIT):
            body = b"".join([chunk async for chunk in _counted(request, most)])
        return _fields(body, most_fields)


async def read_file(request: Request, most: int) -> FormData:
    """A posted form with one file, to be closed after use. Raises as read_words does."""
    with _told():
        _expect(request, "multipart/form-data")
        stream = _counted(request, most)
        async with asyncio.timeout(LONGEST_WAIT):
            return await _InMemory(
                request.headers, stream, max_files=1, max_fields=MOST_FIELDS
            ).parse()


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (MultiPartException, TimeoutError, ValueError) as fault:
        raise BadBody from fault


def _expect(request: Request, wanted: str) -> None:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != wanted:
        raise BadBody


def _fields(body: bytes, most: int) -> FormData:
    text = body.decode("utf-8", "replace")
    return FormData(dict(parse_qsl(text, keep_blank_values=True, max_num_fields=most)))


async def _counted(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    count = 0
    async for chunk in request.stream():
        count += len(chunk)
        if count <= most:
            yield chunk
        elif count > MOST_DISCARDED:
            break
    if count > most:
        raise BodyTooBig


async def discard(request: Request) -> None:
    """Read a body that is not wanted, so that the browser hears the answer."""
    try:
        async with asyncio.timeout(LONGEST_WAIT):
            async for _ in _counted(request, MOST_DISCARDED):
                pass
    except (BodyTooBig, TimeoutError):
        return
