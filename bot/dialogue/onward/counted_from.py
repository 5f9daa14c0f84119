"""From which told day a limit was counted, in the words it was understood by: 离开2024年9月."""

from datetime import date

from bot.dialogue.content import Scene
from bot.dialogue.told.facts import shown
from knowledge.law.case_facts import CaseFacts
from knowledge.law.deadlines import Deadline
from knowledge.law.partial_date import PartialDate

STARTS = ("employed_to", "event_date")
"""Facts from which limits run."""


def said(limit: Deadline, facts: CaseFacts, scene: Scene) -> str:
    """The day with its name, of a limit that is past; empty where it is open, or no told day is its own."""
    last = limit.last_day
    if last is None or last >= scene.today:
        return ""
    for key in STARTS:
        day = getattr(facts, key)
        if day and _is_start(day, last):
            return f"{_name(key, facts, scene)}{shown(key, str(day), scene)}"
    return ""


def is_by_month(limit: Deadline, facts: CaseFacts) -> bool:
    """Whether it was counted from the first of a month because no day of it is told."""
    if limit.last_day is None:
        return False
    days = [day for key in STARTS if (day := getattr(facts, key)) and day.month]
    same = [day for day in days if _is_start(day, limit.last_day)]
    return bool(same) and all(day.day is None for day in same)


def _is_start(day: PartialDate, last: date) -> bool:
    return (day.first_day.month, day.first_day.day) == (last.month, last.day)


def _name(key: str, facts: CaseFacts, scene: Scene) -> str:
    wording = scene.content.wording
    named = f"event_kind.{facts.event_kind}" if key == "event_date" else f"heard.{key}"
    return wording.label_or(named, scene.label(f"fact.{key}"))
