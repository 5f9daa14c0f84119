"""The organizations we serve."""

import secrets
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from bot.cases.staff import NewOrganization, ServedOrganization
from bot.cases.store.tables import organizations


def add_organization(connection: Connection, new: NewOrganization) -> str:
    """Serve an organization from now on; returns its id."""
    row = {
        "id": new.id or secrets.token_hex(16),
        "name": new.name,
        "kind": new.kind,
        "level": new.level,
        "adcode": new.adcode,
        "town_code": new.town_code,
        "industries": list(new.industries),
        "address": new.address,
        "phone": new.phone,
        "hours": new.hours,
        "directory_id": new.directory_id,
        "telegram_group": new.telegram_group,
        "active": True,
    }
    connection.execute(insert(organizations), row)
    return str(row["id"])


def all_organizations(connection: Connection) -> tuple[ServedOrganization, ...]:
    """Every organization ever served, active or not, by name."""
    order = select(organizations).order_by(organizations.c.name, organizations.c.id)
    return tuple(_organization(row) for row in connection.execute(order))


def organization(connection: Connection, organization_id: str) -> ServedOrganization | None:
    """One organization, or None."""
    found = select(organizations).where(organizations.c.id == organization_id)
    row = connection.execute(found).first()
    return None if row is None else _organization(row)


def set_active(connection: Connection, organization_id: str, *, active: bool) -> None:
    """An organization that is not active gets no new cases."""
    changed = update(organizations).where(organizations.c.id == organization_id)
    connection.execute(changed.values(active=active))


def set_telegram_group(connection: Connection, organization_id: str, group: str | None) -> None:
    """The chat that gets the organization's cards."""
    changed = update(organizations).where(organizations.c.id == organization_id)
    connection.execute(changed.values(telegram_group=group))


def _organization(row: Row[Any]) -> ServedOrganization:
    values = dict(row._mapping)
    return ServedOrganization(**{**values, "industries": tuple(values["industries"])})
