"""Which of several dates that mean the same is kept: the closest, the surest, those in order."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from intents.extraction.date_mention import DateMention
from intents.extraction.found import Found
from knowledge.law.partial_date import PartialDate

OVER_COMMA = 100
"""How far a word is that stands beyond a comma."""
PERIOD = ("employed_from", "employed_to")


def only(text: str, mentions: Sequence[DateMention]) -> Found | None:
    """The one date of the mentions, as closely as one of them tells it (7月, 7月31号)."""
    if not mentions:
        return None
    closest = max(mentions, key=lambda mention: len(str(mention.value)))
    if not all(str(closest.value).startswith(str(mention.value)) for mention in mentions):
        return None
    return Found(closest.value, text[closest.start : closest.end], closest.start, closest.end)


def surest(found: Sequence[tuple[DateMention, int]]) -> list[DateMention]:
    """The dates told within their clause; those told over a comma where there are no others."""
    near = [mention for mention, distance in found if distance < OVER_COMMA]
    return near or [mention for mention, _ in found]


def first_only(fact: str, mentions: list[DateMention]) -> list[DateMention]:
    """Of several first days of work the earliest; a last day must be told without doubt."""
    if fact != PERIOD[0] or not mentions:
        return _but_next_days(mentions)
    return [min(mentions, key=lambda mention: mention.value.first_day)]


def _but_next_days(mentions: list[DateMention]) -> list[DateMention]:
    """Without the day after a last day told too (31号最后一天，1号就没去了)."""
    days = {each.value.first_day for each in mentions if each.value.day}
    return [
        each
        for each in mentions
        if not (each.value.day and each.value.first_day - timedelta(days=1) in days)
    ]


def is_coming(found: Found | None, today: date) -> bool:
    value = found.value if found is not None else None
    return isinstance(value, PartialDate) and value.first_day > today


def last_day_event(facts: Mapping[str, Found], today: date) -> dict[str, Found]:
    """A last day of work that is over, an event where no other is told."""
    last = facts.get(PERIOD[1])
    if last is None or is_coming(last, today):
        return {}
    if not isinstance(last.value, PartialDate) or not last.value.day:
        return {}
    kind = Found("last_working_day", last.said, last.start, last.end)
    return {"event_date": last, "event_kind": kind}


def in_order(facts: dict[str, Found], today: date) -> dict[str, Found]:
    """Work has begun by today, and does not end before: else one was misread."""
    first, last = (facts.get(fact) for fact in PERIOD)
    if first and isinstance(first.value, PartialDate) and first.value.first_day > today:
        return {fact: found for fact, found in facts.items() if found is not first}
    if first is None or last is None:
        return facts
    if isinstance(first.value, PartialDate) and isinstance(last.value, PartialDate):
        return facts if first.value.first_day <= last.value.last_day else {}
    return facts
