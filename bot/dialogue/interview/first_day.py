"""2018年4月16日。中间换了三家公司: a whole day alone, long before the end, is the first day of work."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep, plain

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
    days = [part for part in parts if _is_day_before(part, latest, scene)]
    if len(days) != 1:
        return state
    day = scene.content.extractor.dates.find(
        scene.content.extractor.script.fold(days[0]), scene.today
    )
    return keep(state, FIRST, plain(day[0].value), days[0])


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


def _is_day_before(part: str, latest: date, scene: Scene) -> bool:
    folded = scene.content.extractor.script.fold(part)
    found = scene.content.extractor.dates.find(folded, scene.today)
    return (
        len(found) == 1
        and found[0].own_year
        and (found[0].start, found[0].end) == (0, len(folded))
        and len(str(plain(found[0].value))) == WHOLE
        and found[0].value.last_day <= latest
    )
