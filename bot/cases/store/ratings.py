"""Whether answers helped, and what was wrong when they did not: counts by entry and day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, select, update

from bot.cases.store.inserting import insert_if_new
from bot.cases.store.tables import rating_reasons, ratings


def rate(connection: Connection, entry_id: str, useful: bool, on_day: date) -> None:
    """Count one rating."""
    _count(connection, ratings, {"entry_id": entry_id, "on_day": on_day, "useful": useful})


def explain_rating(connection: Connection, entry_id: str, reason: str, on_day: date) -> None:
    """Count what was wrong with an answer that did not help."""
    _count(connection, rating_reasons, {"entry_id": entry_id, "on_day": on_day, "reason": reason})


def ratings_since(connection: Connection, day: date) -> tuple[tuple[str, bool, date, int], ...]:
    """(entry, useful, day, count) from a day on."""
    wanted = (
        select(ratings.c.entry_id, ratings.c.useful, ratings.c.on_day, ratings.c.count)
        .where(ratings.c.on_day >= day)
        .order_by(ratings.c.entry_id, ratings.c.on_day, ratings.c.useful)
    )
    return tuple((r.entry_id, r.useful, r.on_day, r[3]) for r in connection.execute(wanted))


def rating_reasons_since(
    connection: Connection, day: date
) -> tuple[tuple[str, str, date, int], ...]:
    """(entry, reason, day, count) from a day on."""
    wanted = (
        select(
            rating_reasons.c.entry_id,
            rating_reasons.c.reason,
            rating_reasons.c.on_day,
            rating_reasons.c.count,
        )
        .where(rating_reasons.c.on_day >= day)
        .order_by(rating_reasons.c.entry_id, rating_reasons.c.on_day, rating_reasons.c.reason)
    )
    return tuple((r.entry_id, r.reason, r.on_day, r[3]) for r in connection.execute(wanted))


def _count(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    if insert_if_new(connection, table, {**row, "count": 1}):
        return
    same = [table.c[name] == value for name, value in row.items()]
    connection.execute(update(table).where(*same).values(count=table.c.count + 1))
