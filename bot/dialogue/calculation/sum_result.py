"""The result of a calculation as the worker sees it, and what becomes of it."""

from decimal import Decimal

from bot.dialogue.calculation import service_told, sum_asking
from bot.dialogue.calculation.sum_asking import is_asking
from bot.dialogue.calculation.sum_lines import in_messages, shortened
from bot.dialogue.calculation.summing import (
    BadValue,
    Results,
    claimable,
    current_sum,
    is_known,
    work_out,
    working,
)
from bot.dialogue.content import Scene
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Button, Reply
from bot.dialogue.onward.limits import limit_line
from bot.dialogue.state import Calculation, DialogueState
from bot.dialogue.told import sides
from bot.dialogue.told.facts import keep, shown
from bot.dialogue.turn import Turn, button, lasting_button, offering
from intents.sums import Sum
from knowledge.law.calculation_lines import outcome
from knowledge.law.money import plain as in_words

WAGE = "monthly_wage"
WITH_BONUSES = frozenset({"dismissal", "compensation", "double_wages"})
"""Sums of wages that hold bonuses and commissions too."""
BASE_VARIES = "double_wages"
"""The sum whose base wage is another one from place to place."""
GOES_ON = frozenset({"intake", "summary", "referral_offer", "referral_consent"})
"""Stages that wait for something of their own, taken up again after a calculation."""


def show(state: DialogueState, sum_: Sum, results: Results, scene: Scene) -> Turn:
    """The result, and then what the conversation was waiting for."""
    calculation = (state.calculation or Calculation()).changed(asking=None, misread=0)
    told = not calculation.supposed
    shown_now = sum_asking.at_rest(state).changed(calculation=calculation)
    if told and any(is_known(found) for _, found in results):
        calculated = (*(id for id in state.calculated if id != sum_.id), sum_.id)
        shown_now = shown_now.changed(calculated=calculated)
    done = offering(shown_now)
    more = Decimal(0) if told else _more(state, sum_, results, scene)
    reply = Reply(
        scene.say(
            "sum_result",
            supposed=_supposed(calculation, scene),
            lines=(
                *_above(state, told, scene),
                *shortened(working(results, scene)),
                *_at_base(state, sum_, told, scene),
            ),
            more=more,
            difference=in_words(abs(more)),
            decided_by=sum_.decided_by,
            known=any(is_known(found) for _, found in results),
            limit=limit_line(state, state.dispute_kind, scene)
            if told and state.stage == "question"
            else "",
        ),
        _result_buttons(done, sum_, results, scene),
    )
    if done.stage in GOES_ON:
        return present(done, scene).after(reply)
    return Turn(done, (reply,))


def _above(state: DialogueState, told: bool, scene: Scene) -> tuple[str, ...]:
    """What does not go together with the figures told, said and not passed over."""
    note = service_told.note(state, scene) if told else ""
    return (note,) if note else ()


def _at_base(state: DialogueState, sum_: Sum, told: bool, scene: Scene) -> tuple[str, ...]:
    """What would come out by the base wage alone, which the employer may hold to."""
    base = sides.base_wage(state, scene) if told and sum_.id in WITH_BONUSES else None
    if base is None:
        return ()
    tried = (state.calculation or Calculation()).changed(id=sum_.id, supposed={WAGE: base})
    try:
        results = work_out(state.changed(calculation=tried), sum_, scene)
    except BadValue:
        return ()
    words = scene.content.knowledge.calculation_basis.words
    rule, found = results[0]
    lower = outcome(rule, found, words) if is_known(found) else ""
    if not lower:
        return ()
    varies = sum_.id == BASE_VARIES
    said = scene.say("at_base_wage", base=in_words(Decimal(base)), lower=lower, varies=varies)
    return (said,)


UNTIL = "employed_to"


def _supposed(calculation: Calculation, scene: Scene) -> list[str]:
    wording, today = scene.content.wording, scene.today.isoformat()
    return [
        scene.label("supposed.today")
        if (fact, value) == (UNTIL, today)
        else wording.label_or(f"supposed.{fact}.{value}", "")
        or scene.label(f"fact.{fact}") + shown(fact, value, scene)
        for fact, value in calculation.supposed.items()
    ]


def _more(state: DialogueState, sum_: Sum, results: Results, scene: Scene) -> Decimal:
    """By how much what is supposed changes the sum shown before; 0 where that can't be told."""
    if state.calculation is None or sum_.id not in state.calculated:
        return Decimal(0)
    told = state.changed(calculation=state.calculation.changed(supposed={}))
    try:
        before = work_out(told, sum_, scene)[0][1].amount
    except BadValue:
        return Decimal(0)
    after = results[0][1].amount
    return Decimal(0) if before is None or after is None else after - before


def _result_buttons(
    state: DialogueState, sum_: Sum, results: Results, scene: Scene
) -> tuple[Button, ...]:
    """To claim what came out, unless it was only supposed or the case is already out of our hands."""
    supposed = state.calculation is not None and state.calculation.supposed
    closed = supposed or state.handed_over or not sum_.claim
    sums = () if closed else claimable(results)
    claims = tuple(
        lasting_button(f"claim:{amount:.2f}", scene.say("claim_button", amount=in_words(amount)))
        for amount in sums
    )
    help_ = (button(state, "help", scene.label("help")),) if _may_help(state) else ()
    other = lasting_button("sums", scene.label("other_sum"))
    how = lasting_button("working", scene.label("working"))
    return (*claims, *help_, how, other)


def show_working(state: DialogueState, scene: Scene) -> Turn:
    """Everything the sum shown last rests on."""
    sum_ = current_sum(state, scene)
    try:
        lines = working(work_out(state, sum_, scene), scene) if sum_ else ()
    except BadValue:
        lines = ()
    if not lines:
        return present(state, scene).after(Reply(scene.say("nothing_to_claim")))
    replies = tuple(map(Reply, in_messages(lines)))
    if state.stage in GOES_ON or is_asking(state):
        return present(state, scene).after(*replies)
    return Turn(state, replies)


def _may_help(state: DialogueState) -> bool:
    kind = state.help_offered_for or state.dispute_kind
    return state.stage == "question" and kind is not None


def claim(state: DialogueState, amount: str, scene: Scene) -> Turn:
    """The worker wants this sum claimed: only one that comes out of what was told."""
    sum_ = current_sum(state, scene)
    told = state.changed(calculation=(state.calculation or Calculation()).changed(supposed={}))
    try:
        sums = claimable(work_out(told, sum_, scene)) if sum_ and sum_.claim else ()
    except BadValue:
        sums = ()
    wanted = next((found for found in sums if amount in ("", f"{found:.2f}")), None)
    if wanted is None or state.handed_over:
        return present(state, scene).after(Reply(scene.say("nothing_to_claim")))
    said = scene.say("claim_button", amount=in_words(wanted))
    kept = keep(state, "amount_claimed", wanted, said)
    reply = Reply(scene.say("claimed", amount=in_words(wanted)))
    if kept.stage in GOES_ON or is_asking(kept):
        return present(kept, scene).after(reply)
    return Turn(kept, (reply,))
