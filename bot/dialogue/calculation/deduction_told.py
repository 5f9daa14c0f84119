"""扣我一半, 工资4800 扣了2400: what may be withheld at most in a month, as soon as enough is told for it."""

from decimal import Decimal

from bot.dialogue.calculation import of_law, share_withheld, tallying
from bot.dialogue.calculation.summing import given_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.kinds_told import WAGE_DEDUCTION
from knowledge.law.money import plain

RULE, WAGE, GROUND = "wage_deduction_limit", "monthly_wage", "deduction_ground"
OF_LOSS = frozenset({None, "damage", "no_reason"})
"""Grounds for which the limit counts: a loss caused, or nothing said of it yet."""


def line(before: DialogueState, after: DialogueState, text: str, scene: Scene) -> str:
    """The most that may be withheld, beside what was; empty where the words tell nothing new of it."""
    if after.dispute_kind != WAGE_DEDUCTION or after.facts().get(GROUND) not in OF_LOSS:
        return ""
    if counted := _counted(after, scene):
        return counted if counted != _counted(before, scene) else ""
    share = share_withheld.share_taken(text, scene)
    most = of_law.number(of_law.MOST_WITHHELD, scene)
    return scene.say("deduction_share") if share is not None and share > most else ""


def _counted(state: DialogueState, scene: Scene) -> str:
    """The limit in yuan; nothing where too little was told, or more was taken than a month's wage."""
    facts = state.facts()
    if not {WAGE, tallying.TOTAL} <= facts.keys():
        return ""
    wage, taken = Decimal(str(facts[WAGE])), Decimal(str(facts[tallying.TOTAL]))
    region = facts.get("region")
    found = scene.content.knowledge.calculate(
        RULE,
        given_of(RULE, facts, scene),
        region if isinstance(region, str) else None,
        scene.today,
    )
    most = found.amount if found.amount is not None else found.high
    if most is None or taken > wage:
        return ""
    return scene.say(
        "deduction_counted",
        wage=plain(wage),
        taken=plain(taken),
        most=plain(most),
        over=plain(taken - most) if taken > most else "",
        floor=found.amount is None,
        whole_share=most == wage * of_law.number(of_law.MOST_WITHHELD, scene),
    )
