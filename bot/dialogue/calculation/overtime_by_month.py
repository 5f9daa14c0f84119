"""平时就是多干4小时, 一个月休两天, 休息日也是干到九点半: overtime by the day, counted for a month."""

from decimal import Decimal

from bot.dialogue.calculation.of_law import DAILY_HOURS, WORKING_DAYS, number
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep

WEEKDAYS, REST_DAYS = "weekday_hours", "rest_day_hours"
HOURS = frozenset({WEEKDAYS, REST_DAYS})
REST_DAYS_OF_MONTH = 8
"""Whole rest days of a month: 104 of a year in 12 months."""


def overheard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with the hours of a month, as far as these words or the story tell them by the day."""
    if (daily := _daily(text, scene)) is not None:
        hours = daily * number(WORKING_DAYS, scene)
        return _rest_days(keep(state, WEEKDAYS, hours, text.strip()), text, scene)
    return _rest_days(state, text, scene)


def told(state: DialogueState, scene: Scene) -> Decimal | None:
    """The hours of overtime of each working day, where they were told by the day."""
    answer = state.answers.get(WEEKDAYS)
    return _daily(answer.said, scene) if answer else None


def rest_days_worked(state: DialogueState, scene: Scene) -> int:
    """How many rest days of a month were worked, by the days off told; none where none were told."""
    said = scene.content.intents.sums.what_if.off_a_month(_folded(state.story, scene))
    off = scene.content.extractor.numerals.read(said) if said else None
    return max(0, REST_DAYS_OF_MONTH - int(off)) if off is not None else 0


def _rest_days(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    daily, days = told(state, scene), rest_days_worked(state, scene)
    alike = scene.content.intents.sums.what_if.works_rest_days_alike(_folded(text, scene))
    if not alike or daily is None or not days or REST_DAYS in state.answers:
        return state
    shift = number(DAILY_HOURS, scene)
    return keep(state, REST_DAYS, days * (shift + daily), text.strip())


def _daily(text: str, scene: Scene) -> Decimal | None:
    said = scene.content.intents.sums.what_if.hours_a_day(_folded(text, scene))
    return scene.content.extractor.numerals.read(said) if said else None


def _folded(text: str, scene: Scene) -> str:
    return scene.content.extractor.script.fold(text)
