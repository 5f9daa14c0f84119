"""Wrong settings end with one sentence that names the variable."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.operations.build_files import ROOT


def ended(data: Path, **settings: str) -> tuple[int, str]:
    """Start `main.py` with these settings; its exit code and last line."""
    environment = {"PATH": os.environ["PATH"], "GONGYOU_DATA": str(data), **settings}
    done = subprocess.run(
        [sys.executable, "main.py"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr.strip().splitlines()[-1]


@pytest.fixture
def data(tmp_path: Path, build_cache: Path, content: object) -> Path:
    (tmp_path / "build").symlink_to(build_cache / "build")
    return tmp_path


@pytest.mark.parametrize(("settings", "named"), [
    ({"TELEGRAM_TOKEN": "nonsense"}, "TELEGRAM_TOKEN"),
    ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL"),
    ({"DATABASE_URL": "postgresql+psycopg://nobody@127.0.0.1:1/x"}, "DATABASE_URL"),
    ({"GONGYOU_PORT": "eighty"}, "GONGYOU_PORT"),
    ({"GONGYOU_HOST": "203.0.113.7"}, "GONGYOU_PORT"),
    ({"TELEGRAM_WEBHOOK_URL": "https://example.org/x"}, "TELEGRAM_WEBHOOK_SECRET"),
    ({"TELEGRAM_TOKEN": "1:a", "TELEGRAM_PROXY": "nonsense"}, "TELEGRAM_PROXY"),
    ({"GONGYOU_MASTER_KEY_FILE": "/dev/null"}, "GONGYOU_MASTER_KEY_FILE"),
])  # fmt: skip
def test_a_wrong_setting_is_named(data: Path, settings: dict[str, str], named: str) -> None:
    code, said = ended(data, **{"GONGYOU_PORT": "0", **settings})
    assert code == 1
    assert named in said


def test_a_port_in_use_is_named(data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, said = ended(data, GONGYOU_PORT=str(taken.getsockname()[1]))
    assert code == 1
    assert "GONGYOU_PORT" in said


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    code, said = ended(tmp_path / "file" / "data")
    assert code == 1
    assert "GONGYOU_DATA" in said


def test_a_setting_written_wrong_is_pointed_out(tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "GONGYOU_DATA": str(tmp_path), "GONGYOU_PROT": "1"}
    done = subprocess.run(
        [sys.executable, "main.py", "check", "--settings"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert "warning: GONGYOU_PROT is no setting" in done.stdout
    assert done.stdout.count("warning") == 1
