"""Two working days to answer, in China's working hours, without holidays."""

from datetime import datetime

import pytest

from bot.dialogue.content import Content
from bot.working_hours import CHINA, after_working_hours


@pytest.mark.parametrize(("start", "hours", "end"), [
    ("2026-11-23 10:00", 4, "2026-11-23 14:00"),
    ("2026-11-23 10:00", 16, "2026-11-25 10:00"),
    ("2026-11-20 16:00", 2, "2026-11-23 10:00"),   # over a weekend
    ("2026-11-21 12:00", 8, "2026-11-23 17:00"),   # begun on a Saturday
    ("2026-09-30 16:00", 2, "2026-10-08 10:00"),   # over the holidays of October
    ("2026-10-09 16:00", 2, "2026-10-10 10:00"),   # a Saturday that is a working rest day
    ("2026-11-23 20:00", 1, "2026-11-24 10:00"),
])  # fmt: skip
def test_working_hours_pass(start: str, hours: int, end: str, content: Content) -> None:
    begun = datetime.fromisoformat(start).replace(tzinfo=CHINA)
    done = after_working_hours(begun, hours, content.knowledge.holidays)
    assert done.astimezone(CHINA).strftime("%Y-%m-%d %H:%M") == end
