"""每个月四个周六都上 一天8小时: the hours of a month's rest days, and what they are worth."""

from bot.dialogue import estimating, tallying
from bot.dialogue.content import Scene
from bot.dialogue.facts import keep
from bot.dialogue.state import Calculation, DialogueState

OVERTIME, HOURS = "overtime_pay", "rest_day_hours"
MOST_HOURS = 24


def overheard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with the rest-day hours of a month; the sum owed then follows from them and is not
    asked."""
    if state.dispute_kind != OVERTIME or HOURS in state.answers:
        return state
    extractor = scene.content.extractor
    said = scene.content.intents.sums.what_if.rest_hours(extractor.script.fold(text))
    days, hours = map(extractor.numerals.read, said or ("", ""))
    if not days or not hours or hours > MOST_HOURS:
        return state
    told = keep(state, HOURS, days * hours, text.strip())
    if tallying.TOTAL in told.answers:
        return told
    return told.changed(skipped=tuple(dict.fromkeys((*told.skipped, tallying.TOTAL))))


def line(before: DialogueState, after: DialogueState, scene: Scene) -> str:
    """What the hours just told are worth in a month; empty where none were told, or no wage."""
    if HOURS in before.answers or HOURS not in after.answers:
        return ""
    sum_ = scene.content.intents.sums.for_kind(OVERTIME)
    if sum_ is None or "monthly_wage" not in after.answers:
        return ""
    lines = estimating.outcomes(after.changed(calculation=Calculation(id=sum_.id)), scene)
    hours = str(after.answers[HOURS].value).removesuffix(".00")
    return scene.say("month_of_overtime", hours=hours, lines=lines) if lines else ""
