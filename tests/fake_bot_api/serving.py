"""`python main.py serve` as a process of its own, which tests may kill."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import httpx

from tests.fake_bot_api.driver import FakeTelegram

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
    return port


class ServedMain:
    """The whole product against a fake Telegram, on one data folder, started as often as wanted."""

    def __init__(
        self, fake: FakeTelegram, data: Path, *, settings: Mapping[str, str] | None = None
    ) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = data / "serve.log"
        self._environment = {
            **os.environ,
            "TELEGRAM_TOKEN": fake.token,
            "TELEGRAM_BASE_URL": fake.base_url,
            "TELEGRAM_FILE_URL": fake.file_url,
            "GONGYOU_DATA": str(data),
            "GONGYOU_PORT": str(self.port),
            **(settings or {}),
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, timeout: float = 60) -> None:
        """Start and wait until it is ready; the first start on a folder builds the content."""
        self.begin()
        deadline = time.monotonic() + timeout
        while not self._is_ready():
            assert self._process is not None
            assert self._process.poll() is None, self.log.read_text(encoding="utf-8")[-2000:]
            assert time.monotonic() < deadline, f"not ready after {timeout} s"
            time.sleep(0.05)

    def begin(self) -> None:
        """Start and do not wait."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "main.py", "serve"],
                cwd=ROOT,
                env=self._environment,
                stdout=log,
                stderr=log,
            )

    def kill(self) -> None:
        """kill -9: nothing is flushed, nothing is closed."""
        self._signal(signal.SIGKILL)

    def stop(self) -> None:
        """Stop as an operator does."""
        self._signal(signal.SIGTERM)

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(number)
            self._process.wait(20)
            self._process = None

    def _is_ready(self) -> bool:
        try:
            return httpx.get(f"{self.url}/readyz", trust_env=False, timeout=2).is_success
        except httpx.HTTPError:
            return False
