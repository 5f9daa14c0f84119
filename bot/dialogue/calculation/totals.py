"""The total owed as it stands, what of it was told apart, and what the months and the wage make."""

from decimal import Decimal

from bot.dialogue.state import DialogueState

TOTAL = "amount_claimed"
DEDUCTIONS = frozenset({"wage_deduction", "platform_deduction"})
"""Forms whose sum owed may be several fines."""


def product(state: DialogueState) -> Decimal | None:
    facts = state.facts()
    months, wage = facts.get("months_owed"), facts.get("monthly_wage")
    if months is None or not isinstance(wage, str) or Decimal(str(months)) <= 0:
        return None
    return Decimal(str(months)) * Decimal(wage)


def total_of(state: DialogueState) -> Decimal:
    """The total told or worked out, in yuan."""
    return Decimal(str(state.answers[TOTAL].value))


def besides_in_total(state: DialogueState) -> Decimal:
    """What the parts told apart come to, in yuan."""
    return sum((Decimal(amount) for _, amount in state.parts), Decimal(0))
