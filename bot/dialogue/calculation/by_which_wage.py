"""N+1那个1按哪个月的工资, 是不是超过三倍就不按这个算: by which wage is counted what leaving is worth."""

import re
from decimal import ROUND_CEILING, Decimal

from bot.dialogue.answers import asides
from bot.dialogue.calculation.summing import BadValue, claimable, work_out
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.messages import Reply
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import Calculation, DialogueState
from bot.dialogue.told.facts import absorb
from bot.dialogue.turn import Turn
from knowledge.law.money import plain

OF_LEAVING = frozenset({"unlawful_dismissal", "economic_compensation", "collective_redundancy"})
SUM, TIMES = "compensation", 3
"""The sum of N; how many times the local wage counts at most (劳动合同法 47)."""
_PARTS = re.compile(r"[\s，。；！？,;!?]+")


def hear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The wage that counts, and the talk going on where it stood; None for all other words."""
    if state.dispute_kind not in OF_LEAVING or state.case_status in REACHABLE:
        return None
    if state.stage in asides.ELSEWHERE or state.handed_over:
        return None
    asks, folded = scene.content.intents.sums.what_if, scene.content.extractor.script.fold(text)
    if asks.asks_plus_one(folded):
        return asides.going_on(Turn(state, (_month_before(state, folded, scene),)), scene)
    return _capped(state, text, scene) if asks.asks_cap(folded) else None


def _month_before(state: DialogueState, text: str, scene: Scene) -> Reply:
    said = scene.content.intents.sums.what_if.last_wage(text)
    last = scene.content.extractor.money.bare(said) if said else None
    n = _compensation(state, scene)
    return Reply(
        scene.say(
            "plus_one_wage",
            last=plain(last) if last else None,
            wage=_wage(state),
            n=plain(n) if n else None,
            total=plain(n + last) if n and last else None,
        )
    )


def _capped(state: DialogueState, text: str, scene: Scene) -> Turn:
    asks, wage = scene.content.intents.sums.what_if, _wage(state)
    rest = [part for part in _PARTS.split(text) if part and not asks.asks_cap(part)]
    told = absorb(state, "，".join(rest), scene, anew=False) if rest else state
    heard = echoing.news(state, told)
    third = (Decimal(wage) / TIMES).to_integral_value(ROUND_CEILING) if wage else None
    reply = Reply(scene.say("wage_cap", wage=wage, third=third))
    met = asides.going_on(Turn(echoing.said(told, heard), (reply,)), scene)
    return echoing.led(met, echoing.line(told, heard, scene))


def _wage(state: DialogueState) -> str | None:
    answer = state.answers.get("monthly_wage")
    return plain(Decimal(str(answer.value))) if answer else None


def _compensation(state: DialogueState, scene: Scene) -> Decimal | None:
    """N by what was told, where that is one sum."""
    sum_ = scene.content.intents.sums.by_id[SUM]
    try:
        results = work_out(state.changed(calculation=Calculation(id=SUM)), sum_, scene)
    except BadValue:
        return None
    exact = results[0][1].amount is not None
    return claimable(results)[0] if exact and claimable(results) else None
