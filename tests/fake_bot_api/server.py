"""The HTTP side: methods, file downloads, the long poll, and the push to a webhook."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import AsyncIterator
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.fake_bot_api.limits import Refused
from tests.fake_bot_api.methods import METHODS
from tests.fake_bot_api.world import Fault, Json, World

PUSH_AGAIN = 0.1  # seconds after a webhook that did not answer 2xx


class Server:
    """The world served on a loopback port, from a thread."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._changed = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        config = uvicorn.Config(self._app(), log_config=None, access_log=False)
        config.timeout_graceful_shutdown = 1
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, args=([self._socket],), daemon=True
        )

    def start(self) -> None:
        """Serve; returns once the first request would be answered."""
        began = threading.Event()
        self._began = began
        self._thread.start()
        began.wait(10)

    def stop(self) -> None:
        """Stop and wait."""
        self._server.should_exit = True
        self._wake()
        self._thread.join(10)
        self._socket.close()

    def _wake(self) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._changed.set)

    def _app(self) -> Starlette:
        routes = [
            Route("/bot{token}/{method}", self._call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self._download),
        ]
        return Starlette(routes=routes, lifespan=self._lifespan)

    @contextlib.asynccontextmanager
    async def _lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        self._loop = asyncio.get_running_loop()
        self._world.changed = self._wake
        pushing = asyncio.create_task(self._push())
        self._began.set()
        yield
        pushing.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await pushing

    async def _call(self, request: Request) -> Response:
        method = request.path_params["method"]
        try:
            if request.path_params["token"] != self._world.token:
                raise Refused(401, "Unauthorized")
            given = await _parameters(request)
            result = await self._answer(method, given)
        except ClientDisconnect:
            return Response(status_code=499)
        except Refused as refused:
            body = {"ok": False, "error_code": refused.code, "description": refused.description}
            if refused.parameters:
                body["parameters"] = refused.parameters
            return JSONResponse(body, status_code=refused.code)
        return JSONResponse({"ok": True, "result": result})

    async def _answer(self, method: str, given: Json) -> Any:
        chat = int(given["chat_id"]) if "chat_id" in given else None
        with self._world.faulty(method, chat) as fault:
            if fault is not None and not fault.after:
                await _fail(fault)
            result = await self._work(method, given)
            if fault is not None:
                await _fail(fault)
        return result

    async def _work(self, method: str, given: Json) -> Any:
        if method == "getUpdates":
            return await self._long_poll(given)
        if method not in METHODS:
            raise Refused(404, "Not Found")
        with self._world.lock:
            self._world.calls.append((method, given))
            return METHODS[method](self._world, given)

    async def _long_poll(self, given: Json) -> list[Json]:
        if self._world.webhook:
            words = "Conflict: can't use getUpdates method while webhook is active"
            raise Refused(409, words)
        self._world.poll += 1
        self._changed.set()
        mine = self._world.poll
        offset = int(given["offset"]) if given.get("offset") else None
        deadline = asyncio.get_running_loop().time() + float(given.get("timeout") or 0)
        while True:
            if mine != self._world.poll:
                raise Refused(409, "Conflict: terminated by other getUpdates request")
            found = self._world.pending(offset, int(given.get("limit") or 100))
            left = deadline - asyncio.get_running_loop().time()
            if found or left <= 0 or self._server.should_exit:
                return found
            self._changed.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), min(left, 1))

    async def _download(self, request: Request) -> Response:
        content = self._world.files.get(request.path_params["path"].rpartition("/")[2])
        if request.path_params["token"] != self._world.token or content is None:
            return Response(status_code=404)
        return Response(content, media_type="application/octet-stream")

    async def _push(self) -> None:
        async with httpx.AsyncClient(trust_env=False, timeout=30) as client:
            while True:
                pending = self._world.pending(None, 1)
                if self._world.webhook and pending:
                    taken = await self._offer(client, pending[0])
                    await asyncio.sleep(0 if taken else PUSH_AGAIN)
                else:
                    await asyncio.sleep(0.02)

    async def _offer(self, client: httpx.AsyncClient, update: Json) -> bool:
        hook = dict(self._world.webhook)
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook["secret"]} if hook["secret"] else {}
        try:
            answer = await client.post(hook["url"], json=update, headers=headers)
        except httpx.HTTPError:
            return False
        if answer.is_success:
            self._world.settle(update)
        return answer.is_success


async def _fail(fault: Fault) -> None:
    if fault.hang:
        await asyncio.sleep(fault.hang)
    raise fault.refusal()


async def _parameters(request: Request) -> Json:
    given: Json = dict(request.query_params)
    if request.headers.get("content-type", "").startswith("application/json"):
        return {**given, **await request.json()}
    async with request.form() as form:
        for key, value in form.items():
            if isinstance(value, UploadFile):
                given[key] = {"name": value.filename or "file", "content": await value.read()}
            else:
                given[key] = value
    return given
