"""INSERT that yields to a row already there, said in the words of either database."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Executable, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_if_new(connection: Connection, table: Table, values: Mapping[str, Any]) -> bool:
    """Whether the row was written; False when a unique key already stands there."""
    statement = _statement(table, connection.dialect.name)
    return connection.execute(statement, dict(values)).first() is not None


@cache
def _statement(table: Table, dialect: str) -> Executable:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    # RETURNING tells for certain; the count of rows is not told by every driver.
    return insert(table).on_conflict_do_nothing().returning(*table.primary_key)
