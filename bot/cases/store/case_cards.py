"""Lists of cases for the desk: columns in the open only, nothing is unsealed."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from bot.cases.case import CaseCard
from bot.cases.store.tables import cases

_SHOWN = (
    cases.c.id,
    cases.c.number,
    cases.c.status,
    cases.c.awaiting,
    cases.c.region,
    cases.c.dispute_kind,
    cases.c.amount_band,
    cases.c.urgency,
    cases.c.last_safe_day,
    cases.c.mediator_id,
    cases.c.opened_at,
    cases.c.referred_at,
    cases.c.accepted_at,
    cases.c.closed_at,
    cases.c.outcome,
)


def queue(connection: Connection, organization_id: str) -> tuple[CaseCard, ...]:
    """Cases referred to an organization and not yet accepted, oldest first."""
    return _cards(connection, organization_id, cases.c.status == "referred", cases.c.referred_at)


def casework(connection: Connection, organization_id: str) -> tuple[CaseCard, ...]:
    """Cases an organization accepted, open and closed, latest change first."""
    worked = cases.c.status.in_(("accepted", "closed"))
    return _cards(connection, organization_id, worked, cases.c.changed_at.desc())


def _cards(
    connection: Connection,
    organization_id: str,
    which: ColumnElement[bool],
    order: ColumnElement[Any],
) -> tuple[CaseCard, ...]:
    wanted = (
        select(*_SHOWN)
        .where(cases.c.organization_id == organization_id, which)
        .order_by(order, cases.c.id)
    )
    return tuple(CaseCard(**row._mapping) for row in connection.execute(wanted))
