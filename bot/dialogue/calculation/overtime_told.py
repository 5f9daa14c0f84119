"""工作日加了40个钟 周末加了16个钟, 每个月四个周六都上 一天8小时: the hours of overtime told, and what they
are worth."""

from decimal import Decimal

from bot.dialogue.calculation import estimating, overtime_by_month, tallying
from bot.dialogue.calculation.of_law import WORKING_DAYS, number
from bot.dialogue.calculation.summing import BadValue, work_out
from bot.dialogue.content import Scene
from bot.dialogue.state import Calculation, DialogueState
from bot.dialogue.told.facts import keep
from intents.sums import HoursSaid
from knowledge.law.money import plain

OVERTIME, HOURS = "overtime_pay", "rest_day_hours"
KINDS = ("weekday_hours", HOURS, "public_holiday_hours")
MOST_HOURS, MOST_IN_ALL = 24, 2000
"""Hours of a day; of all that is claimed."""
MOST_STEPS = 4


def overheard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with the hours the words tell, less those for which time off was given; the sum owed
    then follows from them and is not asked."""
    if state.dispute_kind != OVERTIME:
        return state
    told = overtime_by_month.overheard(_by_month(state, text, scene), text, scene)
    for key, hours in _each(text, scene).items() if told is state else ():
        told = keep(told, key, hours, text.strip())
    told = _given_off(state, told, text, scene)
    if told is state or tallying.TOTAL in told.answers:
        return told
    return told.changed(skipped=tuple(dict.fromkeys((*told.skipped, tallying.TOTAL))))


def _by_month(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """四个周六 一天8小时: so many rest days of a month at so many hours."""
    said = scene.content.intents.sums.what_if.rest_hours(_folded(text, scene))
    if said is None or HOURS in state.answers:
        return state
    days, hours = _read(said[0], scene), _read(said[1], scene)
    if not days or not hours or hours > MOST_HOURS:
        return state
    return keep(state, HOURS, days * hours, text.strip())


def _each(text: str, scene: Scene) -> dict[str, Decimal]:
    """The hours in all by their kind; so many days at so many hours are multiplied."""
    said = scene.content.intents.sums.what_if.hours_in(_folded(text, scene))
    found = {key: _in_all(each, scene) for key, each in said.items() if key in KINDS}
    return {key: hours for key, hours in found.items() if hours and hours <= MOST_IN_ALL}


def _in_all(said: HoursSaid, scene: Scene) -> Decimal | None:
    hours = _read(said.hours, scene)
    days = _read(said.days, scene) if said.days else Decimal(1)
    return hours * days if hours and days else None


def _given_off(
    before: DialogueState, told: DialogueState, text: str, scene: Scene
) -> DialogueState:
    """有8个钟后来给调休了: for these no money is due (劳动法 44.2)."""
    said = scene.content.intents.sums.what_if.hours_off(_folded(text, scene))
    off = _read(said, scene) if said else None
    known = before.answers.get(HOURS)
    if off is None or known is None or off > (left := Decimal(str(known.value))):
        return told
    return keep(told, HOURS, left - off, text.strip())


def _folded(text: str, scene: Scene) -> str:
    return scene.content.extractor.script.fold(text)


def _read(number: str, scene: Scene) -> Decimal | None:
    return scene.content.extractor.numerals.read(number)


def line(before: DialogueState, after: DialogueState, text: str, scene: Scene) -> str:
    """What the hours just told are worth; empty where none were told, or no wage."""
    sum_ = scene.content.intents.sums.for_kind(OVERTIME)
    asked = after.calculation is not None or "monthly_wage" not in after.answers
    if sum_ is None or asked or not _are_new(before, after):
        return ""
    counting = after.changed(calculation=Calculation(id=sum_.id))
    if scene.content.intents.sums.what_if.rest_hours(_folded(text, scene)) is None:
        return _counted(counting, scene)
    lines = estimating.outcomes(counting, scene)
    hours = str(after.answers[HOURS].value).removesuffix(".00")
    return (
        scene.say("month_of_overtime", hours=hours, lines=lines, months="", total="")
        if lines
        else ""
    )


def worth(before: DialogueState, after: DialogueState, text: str, scene: Scene) -> str:
    """The same while a sum is being worked out."""
    before, after = (each.changed(calculation=None) for each in (before, after))
    return line(before, after, text, scene)


def _are_new(before: DialogueState, after: DialogueState) -> bool:
    told = [key for key in KINDS if key in after.answers]
    return any(before.answers.get(key) != after.answers[key] for key in told)


def _counted(state: DialogueState, scene: Scene) -> str:
    """The sum with its working, kind by kind."""
    sum_ = scene.content.intents.sums.for_kind(OVERTIME)
    try:
        results = work_out(state, sum_, scene) if sum_ else ()
    except BadValue:
        return ""
    steps = [step.text for _, found in results for step in found.steps][:MOST_STEPS]
    lines = estimating.outcomes(state, scene)
    if not lines:
        return ""
    if overtime_by_month.told(state, scene) is None:
        return scene.say("overtime_counted", lines=(*lines, *steps))
    days = overtime_by_month.rest_days_worked(state, scene)
    return scene.say(
        "overtime_of_month",
        lines=(*lines, *steps),
        working_days=plain(number(WORKING_DAYS, scene)),
        days=days,
        rest=HOURS in state.answers,
    )
