"""2018年4月16日。中间换了三家公司: a whole day alone, long before the end, is the first day of work."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep, plain
from knowledge.law.partial_date import PartialDate

FIRST, LEFT, EVENT, KIND = "employed_from", "employed_to", "event_date", "event_kind"
NOTICE, LAST = "dismissal_notice", "last_working_day"
WHOLE, LEAST = len("2018-04-16"), timedelta(days=365)
"""A day told nearer to the end may be one of what happened."""


def heard(state: DialogueState, parts: Sequence[str], scene: Scene) -> DialogueState:
    """The state with the first day of work, where one part is nothing else, its year told."""
    state = _no_notice(state)
    facts = state.facts()
    ends = [str(facts[key]) for key in (LEFT, EVENT) if len(str(facts.get(key, ""))) == WHOLE]
    if FIRST in facts or not ends:
        return state
    latest = date.fromisoformat(min(ends)) - LEAST
    days = [(_lone_day(part, scene), part) for part in parts]
    early = [(day, part) for day, part in days if day is not None and day.first_day <= latest]
    if len(early) != 1:
        return state
    return keep(state, FIRST, plain(early[0][0]), early[0][1])


def _no_notice(state: DialogueState) -> DialogueState:
    """Nobody works on for years after a notice: the day given for it was that of the beginning."""
    facts = state.facts()
    noticed, left = str(facts.get(EVENT, "")), str(facts.get(LEFT, ""))
    if FIRST in facts or facts.get(KIND) != NOTICE or min(len(noticed), len(left)) < WHOLE:
        return state
    if date.fromisoformat(left) - date.fromisoformat(noticed) < LEAST:
        return state
    ended = keep(state, FIRST, noticed, state.answers[EVENT].said)
    ended = keep(ended, EVENT, left, state.answers[LEFT].said)
    return keep(ended, KIND, LAST, state.answers[LEFT].said)


def _lone_day(part: str, scene: Scene) -> PartialDate | None:
    """The whole day, its year told, that the part is and nothing else."""
    folded = scene.content.extractor.script.fold(part)
    found = scene.content.extractor.dates.find(folded, scene.today)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(folded)):
        return None
    day = found[0]
    return day.value if day.own_year and day.value.day is not None else None
