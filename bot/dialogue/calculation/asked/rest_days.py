"""周六都上 一天8小时, 每月4个周六 干了14个月: overtime on rest days, for a month and for all (劳动法 44)."""

from decimal import Decimal

from bot.dialogue.calculation import estimating, service_length
from bot.dialogue.calculation.asked.told import CENT, kinds, number, story
from bot.dialogue.calculation.overtime_told import HOURS, MOST_HOURS, OVERTIME
from bot.dialogue.calculation.summing import BadValue, work_out
from bot.dialogue.content import Scene
from bot.dialogue.state import Calculation, DialogueState
from bot.dialogue.told.facts import keep
from knowledge.law.money import plain

SUM = "overtime"


def said(state: DialogueState, text: str, scene: Scene) -> str:
    """What the rest days come to; empty where days, hours or the wage are not told, or another thing is asked."""
    asks = scene.content.intents.sums
    if OVERTIME not in kinds(state) or asks.asked.names("leaving", text):
        return ""
    told = asks.what_if.rest_hours(story(state, text, scene))
    days, hours = (number(each, scene) for each in told) if told else (None, None)
    if not days or not hours or hours > MOST_HOURS or "weekday_hours" in state.answers:
        return ""
    counted = keep(state, HOURS, days * hours, text.strip())
    counted = counted.changed(calculation=Calculation(id=SUM))
    lines = estimating.outcomes(counted, scene)
    if not lines:
        return ""
    months = service_length.told(state, scene)
    total = _month(counted, scene) * months if months else Decimal(0)
    return scene.say(
        "month_of_overtime",
        hours=plain(days * hours),
        lines=lines,
        months=plain(months) if total and months else "",
        total=plain(total.quantize(CENT)) if total else "",
    )


def _month(state: DialogueState, scene: Scene) -> Decimal:
    try:
        results = work_out(state, scene.content.intents.sums.by_id[SUM], scene)
    except BadValue:
        return Decimal(0)
    return results[0][1].amount or Decimal(0)
