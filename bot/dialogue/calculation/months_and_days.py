"""Months and odd days at the wage: 一个月零十一天, 干了11天 工资不给, the running month up to the last day."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from knowledge.law.money import plain
from knowledge.law.service_years import month_begins

Part = tuple[str, Decimal]
"""How it is worked out, and the yuan."""
Length = tuple[Decimal, Decimal]
"""Whole months, and days beyond them."""
WAGE, MONTHS = "monthly_wage", "months_owed"
DAYS_OF_MONTH, MOST_DAYS_OFF, MOST_MONTHS = 30, 9, 60
"""By which odd days of a month are counted at the least: all of its days, or all but those off."""
YUAN = Decimal(1)


def parts(state: DialogueState, story: str, scene: Scene) -> tuple[Part, ...]:
    """6800一个月 做了一个月零十一天 一分没拿到: the whole months, and the days by thirty, less the months paid."""
    wage, told = state.facts().get(WAGE), scene.content.intents.manners.pay_told
    if (job := _of_job(story, scene)) is not None:
        return (job,)
    named = _days_named(state, story, scene)
    length = named
    if length is None and MONTHS not in state.answers:
        length = odd_days(story, scene)
    if length is None and MONTHS not in state.answers and told.is_unpaid(story):
        length = _worked(state)
    length = length or _owed_and_days(state, story, scene) or _days_alone(state, story, scene)
    paid = None if named else _months_paid(state, story, scene)
    unpaid = told.is_unpaid(story) or MONTHS in state.answers or paid or _paid(story, scene)
    unpaid = unpaid or bool(named) or _tells_of_debt(story, scene)
    if wage is None or length is None or not unpaid:
        return ()
    months, days = length[0] - (paid or 0), length[1]
    each = Decimal(str(wage))
    if not 0 <= months <= MOST_MONTHS or not 0 <= days < DAYS_OF_MONTH + 1:
        return ()
    whole = f"＋{plain(each)}" if months == 1 else f"＋{plain(each)}×{plain(months)}"
    found = ((whole, each * months),) if months else ()
    of_month = DAYS_OF_MONTH - (_days_off(story, scene) if not months else 0)
    by_day = (each / of_month * min(days, Decimal(of_month))).quantize(YUAN)
    odd = ((f"＋{plain(each)}÷{of_month}×{plain(days)}", by_day),) if days else ()
    return (*found, *odd)


def _tells_of_debt(story: str, scene: Scene) -> bool:
    """Whether pay is owed, and not that of some days alone (没做满三个月 扣我半个月工资)."""
    of_part = scene.content.intents.sums.asked.names("part_withheld", story)
    return scene.content.intents.manners.standpoint.tells_of_debt(story) and not of_part


def _months_paid(state: DialogueState, story: str, scene: Scene) -> Decimal | None:
    """How many of the months were paid: 只拿到第一个月的; 10月12号给了一个月, of who tells no months owed."""
    first = number_in(scene.content.intents.manners.pay_told.first_months_in(story), scene)
    if first is not None or MONTHS in state.answers:
        return first
    return number_in(scene.content.intents.sums.asked.said("months_paid", story), scene)


def _days_named(state: DialogueState, story: str, scene: Scene) -> Length | None:
    """11月那十天钱没给: the days said not to be paid, and the months beside them told as whole ones; none where
    several months are owed."""
    asked, manners = scene.content.intents.sums.asked, scene.content.intents.manners
    whole = asked.count("whole_months", story)
    days = number_in(asked.said("days_unpaid", story), scene)
    if days is None and whole and manners.pay_told.is_unpaid(story):
        told = set(manners.pay_told.days_worked(story))
        days = number_in(told.pop(), scene) if len(told) == 1 else None
    owed = Decimal(str(state.facts().get(MONTHS) or 0))
    if days is None or not 0 < days <= DAYS_OF_MONTH or (owed > 1 and owed != whole):
        return None
    if not whole and manners.pay_told.owes_last_month_too(story):
        return None
    return (Decimal(whole), days)


def _of_job(story: str, scene: Scene) -> Part | None:
    """26天12800 做了15天: the share of the pay agreed for so many days."""
    told = set(scene.content.intents.manners.pay_told.days_worked(story))
    days = number_in(told.pop(), scene) if len(told) == 1 else None
    share = job_share(story, days, scene) if days is not None else None
    return None if share is None else (f"＋{share[0]}", share[1])


def job_share(story: str, days: Decimal, scene: Scene) -> Part | None:
    """The share of those days of a job agreed for so many (26天12800)."""
    found = scene.content.intents.sums.asked.found("pieces_of_days", story)
    if found is None:
        return None
    whole, agreed = number_in(found["d"], scene), scene.content.extractor.money.bare(found["n"])
    if not whole or not agreed or not 0 < days < whole:
        return None
    made = (agreed / whole * days).quantize(YUAN)
    return f"{plain(agreed)}÷{plain(whole)}×{plain(days)}", made


def _days_off(story: str, scene: Scene) -> int:
    """一个月休四天: the days off in a month, where those worked are counted."""
    off = number_in(scene.content.intents.sums.what_if.off_a_month(story), scene)
    return int(off) if off is not None and off == int(off) and off <= MOST_DAYS_OFF else 0


def _days_alone(state: DialogueState, story: str, scene: Scene) -> Length | None:
    """4500一个月 干了11天 工资不给: fewer days than a month, and nothing else that was worked."""
    manners = scene.content.intents.manners
    days = number_in(manners.tally.days_in(story), scene)
    known = {MONTHS, "daily_wage", "employed_from", "amount_claimed"} & state.answers.keys()
    owed = manners.standpoint.tells_of_debt(story) or _paid(story, scene)
    several = len(set(manners.ledger.months_in(story))) > 1 or manners.tally.month_days_in(story)
    if days is None or known or not owed or several or not 0 < days < DAYS_OF_MONTH:
        return None
    return (Decimal(0), days) if len(set(manners.pay_told.days_worked(story))) == 1 else None


def _owed_and_days(state: DialogueState, story: str, scene: Scene) -> Length | None:
    """The months owed and the days told beside them: 一个月零十一天, 9月10月还有11月干了12天."""
    told, owed = scene.content.intents.manners.pay_told, state.facts().get(MONTHS)
    if (span := number_in(told.days_of_span(story), scene)) is not None:
        return (Decimal(0), span)
    if owed is None:
        return None
    months = Decimal(str(owed))
    counted = _told_length(story, scene)
    if counted is not None:
        return counted if counted[0] == months else None
    days = _within_last_month(number_in(told.days_besides_in(story), scene), state)
    if scene.content.intents.manners.ledger.is_this_month(story):
        return _with_running(state, months, days, story, scene)
    return (months, days) if days is not None else None


def _within_last_month(days: Decimal | None, state: DialogueState) -> Decimal | None:
    """又做了二十天, of who left on the tenth: no more days than the last month had come beside whole months."""
    last = str(state.facts().get("employed_to") or "")
    whole = len(last) == len("2026-08-15")
    return None if days is not None and whole and days > int(last[-2:]) else days


def _with_running(
    state: DialogueState, months: Decimal, besides: Decimal | None, story: str, scene: Scene
) -> Length | None:
    """这个月和上个月都不给, 做到11月10号: the running month by its days, the months before it whole."""
    told = scene.content.intents.manners.pay_told
    days = besides or number_in(told.days_of_this_month(story), scene)
    until = days or _days_of_this_month(state, scene)
    if months == 1 and not told.owes_last_month_too(story):
        return (Decimal(0), until) if until is not None else None
    if until is None:
        return None
    counted = told.days_of_this_month(story) is not None and months == 1
    whole = months if counted or besides is not None else months - 1
    return (whole, until)


def _days_of_this_month(state: DialogueState, scene: Scene) -> Decimal | None:
    """Up to the last day at work, where the running month is owed and it began before."""
    last = str(state.facts().get("employed_to") or "")
    this, first = scene.today.isoformat()[:7], str(state.facts().get("employed_from") or "")
    if len(last) != len("2026-08-15") or not last.startswith(this) or first.startswith(this):
        return None
    return Decimal(int(last[-2:]))


def odd_days(story: str, scene: Scene) -> Length | None:
    """The whole months not paid and the days beyond them: told as such, or from one day to another."""
    if (told := _told_length(story, scene)) is not None:
        return told
    besides = scene.content.intents.manners.pay_told.days_besides_in(story)
    if (owed := _span(story, scene, of_pay=True)) is not None:
        months, days = _between(owed[0], owed[1] - timedelta(days=owed[0].day == owed[1].day))
        return months, days + (number_in(besides, scene) or 0)
    worked = _span(story, scene, of_pay=False)
    return None if worked is None else _between(*worked)


def _told_length(story: str, scene: Scene) -> Length | None:
    told = scene.content.intents.manners.pay_told.months_and_days_in(story)
    months, days = (number_in(each, scene) for each in told) if told else (None, None)
    return None if months is None or days is None else (months, days)


def _span(text: str, scene: Scene, *, of_pay: bool) -> tuple[date, date] | None:
    """9月1号干到10月20号: the first and the last day worked, or of the pay owed (…的工资没给)."""
    told = scene.content.intents.manners.pay_told
    found = scene.content.extractor.dates.find(text, scene.today)
    for first, last in pairwise(found):
        whole = first.value.day and last.value.day and last.ends_span
        between, after = text[first.end : last.start], text[last.end : last.end + 12]
        meant = told.is_of_span(after) if of_pay else told.is_worked_span(between, after)
        if whole and meant and first.value.first_day < last.value.first_day <= scene.today:
            return first.value.first_day, last.value.first_day
    return None


def _worked(state: DialogueState) -> Length | None:
    """From the first day to the last, where both are known."""
    days = [str(state.facts().get(key) or "") for key in ("employed_from", "employed_to")]
    if any(len(day) != len("2026-08-15") for day in days):
        return None
    first, last = (date.fromisoformat(day) for day in days)
    return _between(first, last) if first < last else None


def _between(first: date, last: date) -> Length:
    """The whole months from one day to another, both counted, and the days left over."""
    months = 0
    while month_begins(first, months + 1) - timedelta(days=1) <= last:
        months += 1
    return Decimal(months), Decimal((last - month_begins(first, months)).days + 1)


def _paid(story: str, scene: Scene) -> bool:
    return any(_payments(story, scene))


def _payments(story: str, scene: Scene) -> Iterator[str]:
    for line in story.splitlines():
        if said := scene.content.intents.manners.tally.paid_in(line):
            yield said


def number_in(said: str | None, scene: Scene) -> Decimal | None:
    return scene.content.extractor.numerals.read(said) if said else None
