"""Columns with their class, and types that behave alike on SQLite and PostgreSQL.

Every column declares how far its content may travel, as `info["class"]`: public, internal,
personal or sensitive. The last two are sealed bytes; only the store opens them.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Column, Dialect, LargeBinary, String, Text
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP
from sqlalchemy.sql.base import SchemaEventTarget
from sqlalchemy.types import TypeDecorator, TypeEngine

from bot.cases.store.storable import storable_text

CLASSES = ("public", "internal", "personal", "sensitive")


class Moment(TypeDecorator[datetime]):
    """An aware datetime: timestamptz on PostgreSQL, sortable ISO text in UTC on SQLite."""

    impl = String(32)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type beneath."""
        native = dialect.name == "postgresql"
        return dialect.type_descriptor(TIMESTAMP(timezone=True) if native else String(32))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """To the database; a naive datetime is a programmer's error."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone can't be kept")
        utc = value.astimezone(UTC)
        return utc if dialect.name == "postgresql" else utc.isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """From the database, in UTC."""
        if value is None:
            return None
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
        return moment.astimezone(UTC)


class PlainText(TypeDecorator[str]):
    """Text cleaned of what one of the databases would refuse."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """To the database."""
        return None if value is None else storable_text(value)


# SQL null rather than JSON null for None, on both databases.
Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def public(
    name: str,
    type_: type[TypeEngine[Any]] | TypeEngine[Any],
    *rules: SchemaEventTarget,
    **rest: Any,
) -> Column[Any]:
    """A column anyone may see."""
    return _column("public", name, type_, rules, rest)


def internal(
    name: str,
    type_: type[TypeEngine[Any]] | TypeEngine[Any],
    *rules: SchemaEventTarget,
    **rest: Any,
) -> Column[Any]:
    """A column for the operator and competent mediators: codes, ids, times, nothing personal."""
    return _column("internal", name, type_, rules, rest)


def personal(name: str, *, nullable: bool = False) -> Column[Any]:
    """Sealed bytes: who somebody is (S2)."""
    return _column("personal", name, LargeBinary, (), {"nullable": nullable})


def sensitive(name: str, *, nullable: bool = False) -> Column[Any]:
    """Sealed bytes: what happened to somebody (S3)."""
    return _column("sensitive", name, LargeBinary, (), {"nullable": nullable})


def _column(
    class_: str,
    name: str,
    type_: type[TypeEngine[Any]] | TypeEngine[Any],
    rules: tuple[SchemaEventTarget, ...],
    rest: dict[str, Any],
) -> Column[Any]:
    nullable = rest.pop("nullable", False)
    return Column(name, type_, *rules, nullable=nullable, info={"class": class_}, **rest)
