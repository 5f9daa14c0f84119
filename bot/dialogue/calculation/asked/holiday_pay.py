"""国庆三天都在岗 只给了200, 这三天该给多少: the pay of statutory holidays worked (劳动法 44)."""

from bot.dialogue.calculation import of_law
from bot.dialogue.calculation.asked.told import CENT, folded, kinds, number, story, wage
from bot.dialogue.calculation.of_law import ON_HOLIDAYS
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from intents.compiled import compiled
from knowledge.law.money import plain

OVER_AGE = "over_retirement_age"
"""Who is past the age of retirement has a right to it since July 2026, and so for the days that came after."""


def said(state: DialogueState, text: str, scene: Scene) -> str:
    """The pay of the days; empty where no holiday worked, or no wage, is told."""
    asked, holidays = scene.content.intents.sums.asked, scene.content.intents.sums.holidays
    words, each_month = folded(text, scene), wage(state)
    told = words if holidays.holiday(words) else _worked(story(state, text, scene), scene)
    holiday = holidays.holiday(told)
    worked = asked.names("holiday_worked", told) or _worked(story(state, text, scene), scene)
    if not holiday or each_month is None or not worked:
        return ""
    if told is not words and not _means_days(words, scene):
        return ""
    meant = number(asked.said("days_asked", words), scene)
    if meant is not None and meant > asked.holiday_most.get(holiday, 1):
        return ""
    if OVER_AGE in kinds(state) and holiday not in asked.holiday_of_over_age:
        return ""
    paid_days, times = (of_law.number(each, scene) for each in (of_law.PAID_DAYS, ON_HOLIDAYS))
    day = each_month / paid_days
    days = _days(words, holiday, scene) or _days(told, holiday, scene) or 1
    return scene.say(
        "holiday_pay",
        days=holiday,
        wage=plain(each_month),
        paid_days=plain(paid_days),
        times=plain(times),
        daily=plain(day.quantize(CENT)),
        each=plain((day * times).quantize(CENT)),
        count=days,
        total=plain((day * times * days).quantize(CENT)),
    )


def untold(state: DialogueState, text: str, scene: Scene) -> str:
    """国庆三天都在岗 一分没多给: the same where it is told as not paid, and no sum is asked for."""
    words, asked = folded(text, scene), scene.content.intents.sums.asked
    named = scene.content.intents.sums.holidays.holiday(words)
    told = asked.names("holiday_worked", words) and asked.names("holiday_unpaid", words)
    return said(state, text, scene) if named and told else ""


def _worked(told: str, scene: Scene) -> str:
    """The part of the story that tells work on a holiday; empty where none does."""
    asked, holidays = scene.content.intents.sums.asked, scene.content.intents.sums.holidays
    parts = (part for line in told.splitlines() for part in line.replace("，", "。").split("。"))
    named = (part for part in parts if holidays.holiday(part))
    return next((part for part in named if asked.names("holiday_worked", part)), "")


def _means_days(words: str, scene: Scene) -> bool:
    """这三天该给多少, 该给我多少: a sum asked for with no other matter named."""
    asks = scene.content.intents.sums
    if not asks.asked.names("holiday_meant", words):
        return False
    return not (
        asks.asked.names("leaving", words)
        or asks.asked.names("leave", words)
        or asks.asked.asks_all(words)
        or not asks.what_if.asks_of_pay(words)
    )


def _days(told: str, holiday: str, scene: Scene) -> int:
    """How many of its days were worked, by these words; 0 where they do not tell."""
    asked, names = scene.content.intents.sums.asked, scene.content.intents.sums.holidays.names
    most = asked.holiday_most.get(holiday, 1)
    named = compiled(names[holiday]).search(told)
    found = asked.found("holiday_days", told[named.start() :] if named else told)
    count = number(found["d"] or found["e"] or found["f"], scene) if found else None
    return min(most, int(count)) if count else 0
