"""底薪2200 加班一律12块一个钟, 少给了多少: what an hour of overtime was short of (劳动法 44)."""

from decimal import Decimal

from bot.dialogue.calculation import of_law, service_length
from bot.dialogue.calculation.asked.told import CENT, kinds, number, story, yuan
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import sides
from knowledge.law.money import plain

KIND = "overtime_pay"
RATES = (("weekday_hours", of_law.ON_WEEKDAYS), ("rest_day_hours", of_law.ON_REST_DAYS))
LEAST, MOST = Decimal(3), Decimal(200)


def said(state: DialogueState, text: str, scene: Scene) -> str:
    """The pay due for an hour of each kind, and what is lacking; empty where base or rate is not told."""
    asks = scene.content.intents.sums
    other = asks.asked.names("leaving", text) or asks.asked.names("leave", text)
    return "" if other else gap(state, text, scene)


def gap(state: DialogueState, text: str, scene: Scene) -> str:
    """The same, whatever is asked."""
    asks = scene.content.intents.sums
    if KIND not in kinds(state):
        return ""
    words = story(state, text, scene)
    base = _base(state, words, scene)
    rate = number(asks.asked.said("hour_paid", words), scene)
    if base is None or rate is None or not LEAST <= rate <= MOST:
        return ""
    hour = base / of_law.number(of_law.PAID_DAYS, scene) / of_law.number(of_law.DAILY_HOURS, scene)
    rates = ((key, of_law.number(name, scene)) for key, name in RATES)
    lines = [_line(state, key, times, hour, rate) for key, times in rates]
    if all(each["gap"] is None for each in lines):
        return ""
    return scene.say(
        "overtime_rate_gap",
        base=plain(base),
        hour=plain(hour.quantize(CENT)),
        rate=plain(rate),
        weekday=lines[0],
        rest=lines[1],
        counted=any(each["hours"] for each in lines),
        **_in_all(state, lines, scene),
    )


def _in_all(
    state: DialogueState, lines: list[dict[str, str | None]], scene: Scene
) -> dict[str, str]:
    """What all months lack, where it was told how many they were."""
    each = sum((Decimal(line["sum"]) for line in lines if line["sum"]), Decimal(0))
    months = service_length.told(state, scene) if each else None
    if not months:
        return {"months": "", "total": ""}
    return {"months": plain(months), "total": plain((each * months).quantize(CENT))}


def _line(
    state: DialogueState, key: str, times: Decimal, hour: Decimal, rate: Decimal
) -> dict[str, str | None]:
    due = (hour * times).quantize(CENT)
    hours = state.facts().get(key)
    gap = due - rate
    told = Decimal(str(hours)) if hours is not None else None
    return {
        "times": plain(times),
        "due": plain(due),
        "gap": plain(gap) if gap > 0 else None,
        "hours": plain(told) if told else "",
        "sum": plain((gap * told).quantize(CENT)) if told and gap > 0 else "",
    }


def _base(state: DialogueState, words: str, scene: Scene) -> Decimal | None:
    """The base wage, told beside the whole one or alone."""
    base = sides.base_wage(state, scene)
    if base is not None:
        return Decimal(base)
    return yuan(scene.content.intents.sums.asked.said("base", words), scene)
