"""一天一百 3月6号开始的 一天没歇: the days from the first to the last or today, at their rate."""

from datetime import date
from decimal import Decimal

from bot.dialogue.calculation import by_days
from bot.dialogue.calculation.totals import TOTAL
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import sides
from bot.dialogue.told.facts import keep
from knowledge.law.money import plain

FIRST, LAST, STILL, MONTHS = "employed_from", "employed_to", "still_employed", "months_owed"
WHOLE, MOST = len("2026-03-06"), 731
"""Letters of a whole day, and days: who was not paid for longer tells it otherwise."""


def heard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with the total, where pay by the day, the first day and that none was missed are told and nothing
    else makes the sum; less the one payment told."""
    asked, fold = scene.content.intents.sums.asked, scene.content.extractor.script.fold
    if TOTAL in state.answers or MONTHS in state.answers or state.parts:
        return state
    each, days = sides.daily_wage(state, scene), _days(state, scene)
    if each is None or days is None or not asked.names("every_day", fold(f"{state.story}\n{text}")):
        return state
    made = each * days
    part = (f"＋{plain(each)}×{plain(days)}", str(made))
    return by_days.less_paid(
        keep(state.changed(parts=(part,)), TOTAL, made, text.strip()), text, scene
    )


def _days(state: DialogueState, scene: Scene) -> Decimal | None:
    """How many days there are from the first to the last day, or today where the work goes on."""
    facts = state.facts()
    first, last = str(facts.get(FIRST, "")), str(facts.get(LAST, ""))
    last = last or (scene.today.isoformat() if facts.get(STILL) is True else "")
    if min(len(first), len(last)) < WHOLE:
        return None
    days = (min(date.fromisoformat(last), scene.today) - date.fromisoformat(first)).days + 1
    return Decimal(days) if 1 < days <= MOST else None
