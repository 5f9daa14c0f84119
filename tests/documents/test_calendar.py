"""The calendar of the deadlines, as a phone reads it."""

from dataclasses import replace
from datetime import date, timedelta

from icalendar import Calendar

from bot.documents.calendar_file import as_ics
from bot.papers import told_of
from tests.documents.conftest import DAY, Desk


def test_limits_ahead_become_all_day_events_with_alarms(desk: Desk) -> None:
    told = told_of(desk.matters["injured"], desk.scene)
    calendar = Calendar.from_ical(as_ics(told))
    events = calendar.walk("VEVENT")
    assert {event["DTSTART"].dt for event in events} == {
        last.day for last in told.last_days if last.day >= DAY
    }
    assert date(2027, 9, 3) >= min(event["DTSTART"].dt for event in events) > DAY
    for event in events:
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1)
        assert len(event.walk("VALARM")) == 3
        assert "条" in event["DESCRIPTION"]


def test_the_same_matter_gives_the_same_file_and_ids(desk: Desk) -> None:
    told = told_of(desk.matters["injured"], desk.scene)
    assert as_ics(told) == as_ics(told)
    ids = [event["UID"] for event in Calendar.from_ical(as_ics(told)).walk("VEVENT")]
    assert len(ids) == len(set(ids))


def test_a_limit_that_may_be_over_is_no_event(desk: Desk) -> None:
    told = told_of(desk.matters["injured"], desk.scene)
    late = replace(told, day=date(2029, 1, 1))
    assert late.last_days
    assert not Calendar.from_ical(as_ics(late)).walk("VEVENT")


def test_no_known_date_gives_an_empty_calendar(desk: Desk) -> None:
    told = replace(told_of(desk.matters["injured"], desk.scene), last_days=())
    assert not Calendar.from_ical(as_ics(told)).walk("VEVENT")
