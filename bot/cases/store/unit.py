"""What every part of a transaction shares: connection, keys, files, and its ends."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from bot.cases.keys import KeyRing
from bot.cases.store import audit
from bot.cases.store.evidence_files import EvidenceFiles
from bot.cases.store.vault import Vault


class Unit:
    """One database transaction in the making; the store calls its ends."""

    def __init__(self, connection: Connection, keys: KeyRing, data: Path) -> None:
        self._connection = connection
        self._vault = Vault(connection, keys)
        self._files = EvidenceFiles(data / "evidence")
        self._audited: list[dict[str, Any]] = []
        self.has_erased = False

    def before_commit(self) -> None:
        """Write the audit."""
        audit.append(self._connection, self._vault, self._audited)

    def after_commit(self) -> None:
        """Remove files whose rows are gone."""
        self._files.after_commit()

    def roll_back_files(self) -> None:
        """Remove files whose rows will not be written."""
        self._files.roll_back()
