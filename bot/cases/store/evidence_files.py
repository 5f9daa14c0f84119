"""Sealed files beside the database: on disk before the commit, removed after it."""

import contextlib
import os
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path

_STRAY_AFTER = timedelta(days=1)


class EvidenceFiles:
    """The files one transaction writes and removes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._written: list[str] = []
        self._doomed: list[str] = []

    def write(self, sealed: bytes) -> str:
        """Write and sync a file under a random name; returns the name."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        name = secrets.token_hex(16)
        self._written.append(name)
        target = os.open(self._folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(target, "wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        return name

    def read(self, name: str) -> bytes | None:
        """The sealed content; None when the file is gone."""
        with contextlib.suppress(FileNotFoundError):
            return (self._folder / name).read_bytes()
        return None

    def remove(self, name: str) -> None:
        """Remove a file once the transaction is committed."""
        self._doomed.append(name)

    def after_commit(self) -> None:
        """Remove what was to go. What a crash leaves behind is sealed with a destroyed key."""
        self._unlink(self._doomed)

    def roll_back(self) -> None:
        """Remove what was written for nothing."""
        self._unlink(self._written)

    def sweep(self, known: Collection[str], now: datetime) -> int:
        """Remove files no row names, older than a day; returns how many."""
        if not self._folder.is_dir():
            return 0
        before = (now - _STRAY_AFTER).timestamp()
        stray = [
            file.name
            for file in self._folder.iterdir()
            if file.name not in known and file.stat().st_mtime < before
        ]
        self._doomed.extend(stray)
        return len(stray)

    def _unlink(self, names: list[str]) -> None:
        for name in names:
            (self._folder / name).unlink(missing_ok=True)
