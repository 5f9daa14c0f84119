"""A town with a served organization, two mediators and a worker who has told everything."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from bot.cases.case import CaseEvent, NewCase, OpenedCase
from bot.cases.staff import NewOrganization
from bot.cases.store.transaction import Transaction


@dataclass(frozen=True)
class Town:
    organization: str
    li: str
    wang: str


def settle(transaction: Transaction, now: datetime, name: str = "joint_center_one") -> Town:
    organization = transaction.add_organization(
        NewOrganization(name, "joint_center", "town", "330106", id=name)
    )
    li = transaction.add_mediator(organization, f"li@{name}", "Li", "argon2id", now)
    wang = transaction.add_mediator(organization, f"wang@{name}", "Wang", "argon2id", now)
    return Town(organization, li, wang)


def wage_case(organization: str | None = None, **told: Any) -> NewCase:
    given: dict[str, Any] = {"amount": Decimal(8000), "consent": "2026-11", **told}
    return NewCase("wage_arrears", "330106", organization, **given)


def follow(
    transaction: Transaction, sender: str, new: NewCase, now: datetime
) -> tuple[str, OpenedCase]:
    conversation = transaction.open_conversation("telegram", sender, now)
    opened = transaction.open_case(new, now)
    transaction.link_case(conversation.id, opened.case_id)
    return conversation.id, opened


def acceptance(town: Town, mediator: str) -> CaseEvent:
    return CaseEvent("accepted", "mediator", mediator, town.organization, mediator)
