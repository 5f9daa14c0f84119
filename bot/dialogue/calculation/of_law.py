"""Numbers that the law fixes and may change, as knowledge/law holds them for today."""

from decimal import Decimal

from bot.dialogue.content import Scene

PAID_DAYS, WORKING_DAYS = "monthly_paid_days", "monthly_working_days"
"""Days of a month by which its pay is divided, and on which it is worked."""
DAILY_HOURS = "daily_hours"
ON_WEEKDAYS, ON_REST_DAYS, ON_HOLIDAYS = (
    "overtime_weekday",
    "overtime_rest_day",
    "overtime_public_holiday",
)
LEAVE_BESIDES_PAY, MOST_WITHHELD = "untaken_leave_extra", "wage_deduction_share"


def number(name: str, scene: Scene) -> Decimal:
    """The value in force today of a number of the law (knowledge/law/parameters)."""
    return scene.content.knowledge.calculation_basis.parameters.value_on(name, scene.today).number
