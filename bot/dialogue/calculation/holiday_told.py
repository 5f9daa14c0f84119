"""国庆还上了一天 8小时, 10月2号那天: which days of a long holiday pay 300 %, and the hours of those worked."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from decimal import Decimal

from bot.dialogue.calculation.overtime_told import OVERTIME
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.told.facts import absorb, keep
from bot.dialogue.told.standing import works_for_firm
from bot.dialogue.turn import Turn
from intents.holiday_words import HolidaySaid, HolidayWork
from knowledge.law.money import plain

OPEN = frozenset({"question", "intake"})
HOLIDAY, REST_DAY, WAGE = "public_holiday_hours", "rest_day_hours", "monthly_wage"
WEEKEND, NEAR = (5, 6), timedelta(days=7)
LONGEST = 40
"""Characters: longer messages are stories."""
NONE, DAY, CENT = Decimal(0), Decimal(24), Decimal("0.01")


def hear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The hours of the days named, each at its rate, or which day it was; None for all other words."""
    if state.dispute_kind != OVERTIME or state.stage not in OPEN or len(text) > LONGEST:
        return None
    if not works_for_firm(state, scene, text):
        return None
    folded = scene.content.extractor.script.fold(text)
    words = scene.content.intents.sums.holidays
    days = tuple(_days(words.days(folded), scene))
    if not days and (month := words.month(f"{state.story} {folded}")):
        days = tuple(_days(words.days_alone(folded, month), scene))
    worked = words.work(folded) or (_told_before(state, words) if days else None)
    if worked is None or not (days or worked.holiday):
        return None
    hours = _hours(worked, max(len(days), 1), scene)
    if hours is None:
        return None
    return (
        _kept(state, text, days, hours, scene)
        if days
        else _which(state, text, worked, hours, scene)
    )


def _told_before(state: DialogueState, words: HolidayWork) -> HolidaySaid | None:
    """The hours told last, where a holiday was told too."""
    if not words.holiday(state.story):
        return None
    told = (words.work(line) for line in reversed(state.story.splitlines()))
    return next((said for said in told if said is not None), None)


def _days(named: Iterator[tuple[str, tuple[str, ...], bool]], scene: Scene) -> Iterator[date]:
    """The days named, of this year, or of the last where they have not come yet."""
    read = scene.content.extractor.numerals.read
    for month, days, row in named:
        numbers = [int(number) for number in map(read, days) if number is not None]
        if row and len(numbers) > 1:
            numbers = list(range(numbers[0], min(numbers[-1], numbers[0] + 8) + 1))
        for number in numbers:
            if (day := _day(read(month), number, scene.today)) is not None:
                yield day


def _day(month: Decimal | None, day: int, today: date) -> date | None:
    try:
        found = date(today.year, int(month or 0), day)
        return found if found <= today else found.replace(year=today.year - 1)
    except ValueError:
        return None


def _hours(said: HolidaySaid, days: int, scene: Scene) -> Decimal | None:
    """The hours of one day."""
    read = scene.content.extractor.numerals.read
    hours, told = read(said.hours), read(said.days) if said.days else None
    if hours is None:
        return None
    each = hours if said.each or told == 1 or days == 1 else hours / days
    return each if NONE < each <= DAY else None


def _which(
    state: DialogueState, text: str, said: HolidaySaid, hours: Decimal, scene: Scene
) -> Turn | None:
    """Three or two times, by the day: which it was, is asked."""
    if echoing.news(state, absorb(state, text, scene, anew=True)):
        return None
    wage = state.facts().get(WAGE)
    three, two = (_worth(state, key, hours, scene) if wage else "" for key in (HOLIDAY, REST_DAY))
    which = scene.say("holiday_which", days=said.holiday, hours=plain(hours), three=three, two=two)
    return Turn(noting.add(state, text), (Reply(which),))


def _worth(state: DialogueState, key: str, hours: Decimal, scene: Scene) -> str:
    given = {WAGE: str(state.facts()[WAGE]), key: str(hours)}
    found = scene.content.knowledge.calculate(OVERTIME, given, None, scene.today)
    return plain(found.amount.quantize(CENT)) if found.amount is not None else ""


def _kept(
    state: DialogueState, text: str, days: tuple[date, ...], hours: Decimal, scene: Scene
) -> Turn | None:
    """Each day's hours with those of its kind; what the statutory days pay is said."""
    told = state
    for day in days:
        paid = scene.content.knowledge.holidays.statutory_days(day.year)
        if paid is None:
            return None
        if day not in paid and not _may_be_rest(day, paid):
            continue
        key = HOLIDAY if day in paid else REST_DAY
        before = Decimal(str(told.facts().get(key, NONE)))
        told = keep(told, key, before + hours, text.strip())
    statutory = [each for each in days if each in _paid_threefold(each, scene)]
    heard = echoing.news(state, told)
    said = scene.say("holiday_days", threefold=statutory, others=len(statutory) < len(days))
    line = echoing.line(told, heard, scene)
    return echoing.led(present(echoing.said(told, heard), scene), line, said)


def _may_be_rest(day: date, paid: Collection[date]) -> bool:
    """A weekend, or a day near a statutory one: any other is an ordinary day of work."""
    return day.weekday() in WEEKEND or any(abs(day - each) <= NEAR for each in paid)


def _paid_threefold(day: date, scene: Scene) -> tuple[date, ...]:
    return scene.content.knowledge.holidays.statutory_days(day.year) or ()
