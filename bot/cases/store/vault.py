"""The data keys of one transaction: made, found, used and destroyed; none outlives it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from bot.cases.errors import SealBroken
from bot.cases.keys import Cell, DataKey, KeyRing
from bot.cases.store.storable import from_json, to_json
from bot.cases.store.tables import cases, conversations, keys

_WRITE = insert(keys)
_FIND = select(keys.c.wrapped).where(keys.c.id == bindparam("key_id"))
_KEY_OF_CONVERSATION = select(conversations.c.key_id).where(
    conversations.c.id == bindparam("owner")
)
_KEY_OF_CASE = select(cases.c.key_id).where(cases.c.id == bindparam("owner"))


class Vault:
    """Finds and makes data keys through one connection."""

    def __init__(self, connection: Connection, ring: KeyRing) -> None:
        self.ring = ring
        self._connection = connection
        self._open: dict[str, DataKey] = {}
        self._owners: dict[str, str] = {}

    def make(self, now: datetime) -> DataKey:
        """A fresh key, its wrapped form written."""
        key, wrapped = self.ring.new_data_key()
        self._connection.execute(_WRITE, {"id": key.id, "wrapped": wrapped, "created_at": now})
        self._open[key.id] = key
        return key

    def key(self, key_id: str) -> DataKey:
        """The key of this id; raises SealBroken when it was destroyed."""
        if key_id not in self._open:
            wrapped = self._connection.execute(_FIND, {"key_id": key_id}).scalar()
            if wrapped is None:
                raise SealBroken("the key of a sealed value was destroyed")
            self._open[key_id] = self.ring.unwrap(key_id, wrapped)
        return self._open[key_id]

    def own(self, owner: str, key_id: str, wrapped: bytes) -> DataKey:
        """The key of an owner whose row was read together with that of its key."""
        self._owners[owner] = key_id
        if key_id not in self._open:
            self._open[key_id] = self.ring.unwrap(key_id, wrapped)
        return self._open[key_id]

    def of_conversation(self, conversation_id: str) -> DataKey | None:
        """The key of a conversation; None when it does not exist."""
        return self._owned(conversation_id, _KEY_OF_CONVERSATION)

    def of_case(self, case_id: str) -> DataKey | None:
        """The key of a case; None when the case does not exist or was erased."""
        return self._owned(case_id, _KEY_OF_CASE)

    def destroy(self, key_id: str) -> None:
        """Forget the key and delete its wrapped form: what it sealed is gone."""
        self._open.pop(key_id, None)
        self._owners = {owner: key for owner, key in self._owners.items() if key != key_id}
        self._connection.execute(delete(keys).where(keys.c.id == key_id))

    def _owned(self, owner: str, statement: Any) -> DataKey | None:
        key_id = self._owners.get(owner)
        if key_id is None:
            key_id = self._connection.execute(statement, {"owner": owner}).scalar()
            if key_id is None:
                return None
            self._owners[owner] = key_id
        return self.key(key_id)


def seal_json(key: DataKey, cell: Cell, value: Any) -> bytes:
    """A JSON-able value, or text, sealed."""
    return key.seal(cell, to_json(value).encode())


def open_json(key: DataKey, cell: Cell, sealed: bytes) -> Any:
    """The value sealed by `seal_json`."""
    return from_json(key.open(cell, sealed).decode())
