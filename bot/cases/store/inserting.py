"""INSERT that yields to a row already there, said in the words of either database."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_if_new(connection: Connection, table: Table, values: Mapping[str, Any]) -> bool:
    """Whether the row was written; False when a unique key already stands there."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    # RETURNING tells for certain; the count of rows is not told by every driver.
    written = insert(table).on_conflict_do_nothing().returning(*table.primary_key)
    return connection.execute(written, dict(values)).first() is not None
