"""The worker's own data: a page behind a link that is good once, and the file it gives.

Looking at the page uses nothing up, so that a preview by a messenger spoils no link; the button does.
"""

import io
import json
import zipfile
from collections.abc import Awaitable, Callable
from pathlib import PurePosixPath

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.cases.errors import StoreError
from bot.cases.store.store import Store
from bot.channels.web.chat import Clock
from bot.channels.web.limiting import Limiter
from bot.channels.web.pages import Pages
from bot.channels.web.session import is_key
from bot.my_data import MyData, collect
from bot.speaking import ContentNow

FILE_NAME = "gongyou-data.zip"
_UNFIT = frozenset('/\\:*?"<>|\n')
_LONGEST_NAME = 80

Answering = Callable[[Request], Awaitable[Response]]


class DataPages:
    """Gives out what `bot.my_data` collects."""

    def __init__(
        self, store: Store, content: ContentNow, pages: Pages, limiter: Limiter, clock: Clock
    ) -> None:
        self._store = store
        self._content = content
        self._pages = pages
        self._limiter = limiter
        self._clock = clock

    def routes(self) -> list[Route]:
        """The page, and the file."""
        return [
            Route("/mydata/{token}", self.show),
            Route("/mydata/{token}", self.give, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The page with the one button; the same sentence for every link that is not good."""
        token = request.path_params["token"]
        try:
            is_good = await run_in_threadpool(self._is_good, token)
        except StoreError:
            return self._pages.problem(self._pages.sentence("failed"), 503, bare=False)
        if not is_good:
            return self._over()
        return self._pages.data_door(token)

    async def give(self, request: Request) -> Response:
        """The file; the link is used up with it."""
        address = request.client.host if request.client else ""
        if not self._limiter.allows(None, address, is_file=True):
            return self._pages.problem(self._pages.sentence("too_many"), 429, bare=False)
        try:
            packed = await run_in_threadpool(self._packed, request.path_params["token"])
        except StoreError:
            return self._pages.problem(self._pages.sentence("failed"), 503, bare=False)
        if packed is None:
            return self._over()
        named = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
        return Response(packed, media_type="application/zip", headers=named)

    def _over(self) -> Response:
        return self._pages.problem(self._pages.words("data_over"), 404, bare=False)

    def _is_good(self, token: str) -> bool:
        if not is_key(token):
            return False
        with self._store.transaction() as transaction:
            return transaction.data_link_owner(token, self._clock()) is not None

    def _packed(self, token: str) -> bytes | None:
        if not is_key(token):
            return None
        now = self._clock()
        with self._store.transaction() as transaction:
            owner = transaction.use_data_link(token, now)
            mine = collect(transaction, owner, self._content(), now) if owner else None
        return pack(mine, self._pages) if mine else None


def pack(mine: MyData, pages: Pages) -> bytes:
    """data.json for machines, a page for people, and the worker's files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data.json", json.dumps(mine.values, ensure_ascii=False, indent=2))
        archive.writestr(f"{pages.words('data_title')}.html", pages.data_page(mine.values))
        for number, (name, content) in enumerate(mine.files, 1):
            archive.writestr(f"{pages.words('data_files')}/{number:02} {_safe(name)}", content)
    return written.getvalue()


def _safe(name: str) -> str:
    """A file name without a path or what some system refuses in names."""
    plain = "".join("_" if letter in _UNFIT else letter for letter in PurePosixPath(name).name)
    return plain[-_LONGEST_NAME:].lstrip(".") or "_"
