"""剩下的17天该给多少: the pay of so many days of a month, or of a job agreed for so many days."""

from decimal import Decimal

from bot.dialogue.calculation import of_law
from bot.dialogue.calculation.asked.told import folded, number, story, wage
from bot.dialogue.calculation.months_and_days import (
    DAYS_OF_MONTH,
    MOST_DAYS_OFF,
    YUAN,
    job_share,
)
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from knowledge.law.money import plain

HOUSEHOLD, SERVICE = "domestic", "service_contract"


def said(state: DialogueState, text: str, scene: Scene) -> str:
    """The pay of the days asked for, as they may be counted; empty where days or wage are not told."""
    asked, words = scene.content.intents.sums.asked, folded(text, scene)
    days = number(asked.said("days_asked", words), scene)
    each_month = wage(state)
    if days is not None and (job := job_share(story(state, text, scene), days, scene)) is not None:
        return scene.say("days_of_job", working=job[0], made=plain(job[1]))
    if days is None or each_month is None or not 0 < days < DAYS_OF_MONTH:
        return ""
    if asked.names("leave", words) or scene.content.intents.sums.holidays.holiday(words):
        return ""
    off = _days_off(story(state, text, scene), scene)
    at_home = state.dispute_kind == SERVICE or state.facts().get("worker_kind") == HOUSEHOLD
    paid_days = of_law.number(of_law.PAID_DAYS, scene)
    return scene.say(
        "days_of_wage",
        wage=plain(each_month),
        days=plain(days),
        by_thirty=_by(each_month, days, Decimal(DAYS_OF_MONTH)),
        off=off,
        worked=DAYS_OF_MONTH - off,
        by_worked=_by(each_month, days, Decimal(DAYS_OF_MONTH - off)) if off else "",
        paid_days=plain(paid_days),
        by_work_days="" if off or at_home else _by(each_month, days, paid_days),
    )


def _by(each_month: Decimal, days: Decimal, by: Decimal) -> str:
    return plain(min(each_month, each_month / by * days).quantize(YUAN))


def _days_off(told: str, scene: Scene) -> int:
    off = number(scene.content.intents.sums.what_if.off_a_month(told), scene)
    return int(off) if off is not None and off == int(off) and off <= MOST_DAYS_OFF else 0
