"""What is known of the time line of a dispute."""

from dataclasses import dataclass
from datetime import date

END_EVENTS = ("last_working_day", "contract_end")
"""Events whose day is the last of the employment."""


@dataclass(frozen=True, slots=True)
class KnownDates:
    """Dates as told, a month or year already read as its first day; `event_kind` says what
    `event_date` is (interfaces.md)."""

    event_date: date | None = None
    event_kind: str | None = None
    employed_from: date | None = None
    employed_to: date | None = None
    still_employed: bool | None = None

    @property
    def ended(self) -> date | None:
        """The earliest day the employment may have ended on, as far as it is said."""
        event = self.event_date if self.event_kind in END_EVENTS else None
        return min((day for day in (self.employed_to, event) if day is not None), default=None)

    @property
    def breach(self) -> date | None:
        """The earliest day the worker may be held to have known: the event or the last day at work."""
        known = [day for day in (self.event_date, self.employed_to) if day is not None]
        return min(known, default=None)
