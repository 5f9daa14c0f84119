"""停工这几个月工资该给多少: the wage that goes on while an injury is treated, from the day of the injury until today
(工伤保险条例 33)."""

from datetime import date
from decimal import Decimal

from bot.dialogue.calculation.said_sums import yuan
from bot.dialogue.content import Scene
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn
from intents.compiled import compiled
from knowledge.law.money import plain, to_fen
from knowledge.law.partial_date import PartialDate
from knowledge.law.service_years import month_begins

OF_INJURY = frozenset({"work_injury_determination", "work_injury_benefits"})
WAGES = ("injury_wage", "monthly_wage")
DAYS_OF_MONTH = 30
MOST_MONTHS = 12
"""Months the wage goes on as a rule; a longer treatment is confirmed by the labour ability committee."""


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The wage due so far and how it was worked out; None where something else is asked, or the day or the wage is
    not told."""
    words = scene.content.intents.sums.what_if.while_treated
    asks = compiled(words).search(scene.content.extractor.script.fold(text))
    if state.dispute_kind not in OF_INJURY or state.stage != "intake" or not asks:
        return None
    wage, day = _wage(state), _day_of_injury(state)
    if wage is None or day is None or day > scene.today:
        return None
    months, days = _since(day, scene.today)
    if months > MOST_MONTHS:
        return None
    total = to_fen(wage * months + wage / DAYS_OF_MONTH * days)
    said = scene.say(
        "pay_while_treated",
        day=day,
        working=_working(plain(wage), months, days),
        total=plain(total),
    )
    return present(state, scene).after(Reply(said))


def short_of(state: DialogueState, text: str, scene: Scene) -> str:
    """养伤这三个月只发了两千一个月: what is lacking at the wage before, in all or each month; empty where that is
    not told."""
    what_if, wage = scene.content.intents.sums.what_if, _wage(state)
    folded = scene.content.extractor.script.fold(text)
    told = compiled(what_if.paid_while_treated).search(folded)
    told = told or compiled(what_if.paid_each_month_treated).search(folded)
    got = yuan(told["sum"], scene) if told else None
    if state.dispute_kind not in OF_INJURY or told is None or wage is None or got is None:
        return ""
    said = told.groupdict().get("months")
    months = scene.content.extractor.numerals.read(said) if said else Decimal(1)
    if months is None or not got < wage or not 0 < months <= MOST_MONTHS:
        return ""
    total = plain(to_fen((wage - got) * months))
    sums = {"wage": plain(wage), "got": plain(got), "months": plain(months), "total": total}
    return scene.say("short_while_treated", **sums)


def _wage(state: DialogueState) -> Decimal | None:
    facts = state.facts()
    told = next((facts[key] for key in WAGES if key in facts), None)
    return Decimal(str(told)) if told is not None else None


def _day_of_injury(state: DialogueState) -> date | None:
    facts = state.facts()
    told = facts.get("event_date") if facts.get("event_kind") == "injury" else None
    day = PartialDate.parse(str(told)) if told is not None else None
    return day.first_day if day is not None and day.day is not None else None


def _working(wage: str, months: int, days: int) -> str:
    """6500×2＋6500÷30×21"""
    of_months = f"{wage}×{months}" if months else ""
    of_days = f"{wage}÷{DAYS_OF_MONTH}×{days}" if days else ""
    return "＋".join(filter(None, (of_months, of_days)))


def _since(day: date, today: date) -> tuple[int, int]:
    """Whole months from that day on, and the days left over."""
    months = 0
    while month_begins(day, months + 1) <= today:
        months += 1
    return months, (today - month_begins(day, months)).days
