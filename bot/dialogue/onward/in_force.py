"""生效后10天内付清: the last day to have an award enforced, counted from when it came into force and was to be paid,
beside the strict one counted from the day it came (民事诉讼法 250; 调解仲裁法 50)."""

from datetime import date

from bot.dialogue.calculation.asked.told import number, story
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from intents.compiled import compiled
from knowledge.law.civil_days import days_after, years_after
from knowledge.law.deadlines import DAYS_TO_SUE, JUDGED

AWARD, _, JUDGMENT = JUDGED
WHOLE, MOST_DAYS, YEARS = len("2026-08-25"), 90, 2


def note(state: DialogueState, scene: Scene) -> str:
    """The later day and how it comes about; empty where no such term is told, or not the day it came."""
    facts, words = state.facts(), scene.content.extractor.words.day_roles.award
    day = str(facts.get("event_date") or "")
    if facts.get("event_kind") not in (AWARD, JUDGMENT) or len(day) != WHOLE:
        return ""
    told = story(state, "", scene)
    term = compiled(words.within).search(told)
    if term is None or not compiled(words.in_force).search(told):
        return ""
    days = number(term["days"], scene)
    if days is None or not 0 < days <= MOST_DAYS:
        return ""
    in_force = days_after(date.fromisoformat(day), DAYS_TO_SUE)
    due = days_after(in_force, int(days))
    if due >= scene.today:
        return ""
    last = years_after(due, YEARS)
    return scene.say("enforced_from_due", days=int(days), due=due, last=last)
