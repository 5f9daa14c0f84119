"""医院出了3600学费 签了服务三年 从2025年10月1号起算: what a training bond is worked out of, told in a story."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep
from knowledge.law.service_years import month_begins

BOND, RESIGNATION = "training_bond", "resignation"
COST, LENGTH, SERVED, GIVEN_NOTICE = "training_cost", "bond_months", "served_months", "resigned_on"
SHORT = 30
"""Characters of words that tell a day and little else."""
BEFORE, NOTICE, WHOLE = 20, 30, len("2025-10-01")
"""Characters before a day; days after which who gave notice may go (劳动合同法 37)."""
HALF, HALF_A_MONTH = Decimal("0.5"), 15


def heard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with what the training cost, the months agreed, and those served until the end or today."""
    named = state.facts().get("dispute_kinds")
    kinds = {state.dispute_kind, *(named if isinstance(named, tuple) else ())}
    if BOND not in kinds or state.dispute_kind not in (BOND, RESIGNATION):
        return state
    words, extractor = scene.content.intents.manners.bond, scene.content.extractor
    folded = extractor.script.fold(text)
    cost, length = words.cost_in(folded), words.length_in(folded)
    lasts = extractor.durations.find(length) if length else ()
    if cost and COST not in state.answers and (sum_ := extractor.money.bare(cost)):
        state = keep(state, COST, sum_, text.strip())
    if len(lasts) == 1 and LENGTH not in state.answers and (months := lasts[0].value.months):
        state = keep(state, LENGTH, months, text.strip())
    begun = None if SERVED in state.answers else _begun(folded, state, scene)
    until = _end(state, scene)
    return keep(state, SERVED, _months(begun, until), text.strip()) if begun else state


def _begun(text: str, state: DialogueState, scene: Scene) -> date | None:
    """The one whole day in the past that the service is counted from."""
    found = scene.content.extractor.dates.find(text, scene.today)
    alone = LENGTH in state.answers and len(text) <= SHORT
    begins = partial(scene.content.intents.manners.bond.is_beginning, alone=alone)
    days = {
        each.value.first_day
        for each in found
        if len(str(each.value)) == WHOLE
        and begins(text[max(0, each.start - BEFORE) : each.start], text[each.end :])
    }
    return days.pop() if len(days) == 1 and max(days) < scene.today else None


def _end(state: DialogueState, scene: Scene) -> date:
    """The day on which notice runs out, where it was given; else today."""
    given = str(state.facts().get(GIVEN_NOTICE) or "")
    if len(given) != WHOLE:
        return scene.today
    return date.fromisoformat(given) + timedelta(days=NOTICE)


def _months(first: date, last: date) -> Decimal:
    """The months from one day to another, to the half of one."""
    months = 0
    while month_begins(first, months + 1) <= last:
        months += 1
    half = (last - month_begins(first, months)).days >= HALF_A_MONTH
    return Decimal(months) + HALF * half
