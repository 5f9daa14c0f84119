"""Whether answers helped: counts by entry and day."""

from datetime import date

from sqlalchemy import Connection, select, update

from bot.cases.store.inserting import insert_if_new
from bot.cases.store.tables import ratings


def rate(connection: Connection, entry_id: str, useful: bool, on_day: date) -> None:
    """Count one rating."""
    row = {"entry_id": entry_id, "on_day": on_day, "useful": useful}
    if insert_if_new(connection, ratings, {**row, "count": 1}):
        return
    same = [ratings.c[name] == value for name, value in row.items()]
    connection.execute(update(ratings).where(*same).values(count=ratings.c.count + 1))


def ratings_since(connection: Connection, day: date) -> tuple[tuple[str, bool, date, int], ...]:
    """(entry, useful, day, count) from a day on."""
    wanted = (
        select(ratings.c.entry_id, ratings.c.useful, ratings.c.on_day, ratings.c.count)
        .where(ratings.c.on_day >= day)
        .order_by(ratings.c.entry_id, ratings.c.on_day, ratings.c.useful)
    )
    return tuple((r.entry_id, r.useful, r.on_day, r[3]) for r in connection.execute(wanted))
