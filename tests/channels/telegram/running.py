"""The channel and the outbox in a thread, put together as `serve` does it."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import AsyncIterator

import uvicorn
from starlette.applications import Starlette

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.connection import Account
from bot.channels.telegram.services import Services
from bot.channels.telegram.webhook import Webhook
from bot.delivery import Delivery
from tests.fake_bot_api import FakeTelegram


class RunningBot:
    """Serves from `with` to its end. `port` is that of the webhook."""

    def __init__(self, fake: FakeTelegram, services: Services, secret: str | None = None) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/telegram/updates"
        self._account = Account(fake.token, fake.base_url, fake.file_url)
        self._services = services
        self._webhook = Webhook(self.url, secret) if secret else None
        self._began = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> "RunningBot":
        self._thread.start()
        assert self._began.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(15)
        self._socket.close()
        assert not self._thread.is_alive()

    def _serve(self) -> None:
        channel = TelegramChannel(self._account, self._services, self._webhook)
        each = self._services
        delivery = Delivery(each.store, each.casework, {"telegram": channel.send}, each.bell)

        @contextlib.asynccontextmanager
        async def lifespan(_app: Starlette) -> AsyncIterator[None]:
            task = asyncio.create_task(delivery.run())
            await channel.start()
            self._began.set()
            yield
            await channel.stop()
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

        app = Starlette(routes=channel.routes(), lifespan=lifespan)
        config = uvicorn.Config(app, log_config=None, access_log=False)
        config.timeout_graceful_shutdown = 2
        self._server = uvicorn.Server(config)
        self._server.run(sockets=[self._socket])
