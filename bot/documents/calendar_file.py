"""The calendar of the deadlines (RFC 5545) by icalendar: the only door to it."""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.documents.filling import safe
from bot.documents.paper import Told
from bot.documents.template_files import templates

if TYPE_CHECKING:
    from icalendar import Alarm

MEDIA_TYPE = "text/calendar"
DAYS_BEFORE = (30, 7, 1)
"""When the phone reminds: so many days before the last one, at nine in the morning."""
NINE = timedelta(hours=9)


def as_ics(told: Told) -> bytes:
    """One all-day event for each limit still ahead; the same case and day give the same bytes."""
    # The library takes a third of a second to load; a house that starts does without it.
    from icalendar import Calendar, Event

    words = templates().words["calendar"]
    calendar = Calendar()
    calendar.add("prodid", "-//Gongyou//deadlines//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words["name"])
    stamp = datetime(told.day.year, told.day.month, told.day.day, tzinfo=UTC)
    for last in told.last_days:
        if last.day < told.day:
            continue
        event = Event()
        event.add("uid", _uid(last.id, told))
        event.add("dtstamp", stamp)
        event.add("summary", words["event"].format(what=last.what))
        event.add("description", safe(words["note"].format(basis=last.basis)))
        event.add("dtstart", last.day)
        event.add("dtend", last.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        for days in DAYS_BEFORE:
            event.add_component(_alarm(days, words["alarm"].format(days=days, what=last.what)))
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _alarm(days: int, words: str) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", NINE - timedelta(days=days))
    return alarm


def _uid(id: str, told: Told) -> str:
    """The same limit of the same dispute keeps its id: a newer file replaces the older event."""
    name = "|".join((id, told.hints.get("number", ""), *told.kinds))
    return f"{hashlib.sha256(name.encode()).hexdigest()[:24]}@gongyou"
