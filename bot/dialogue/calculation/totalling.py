"""四个月工资加补偿一共能写多少: what is owed and what leaving is worth, each with its sum, and both."""

from decimal import Decimal

from bot.dialogue.calculation import tallying
from bot.dialogue.calculation.sum_result import GOES_ON
from bot.dialogue.calculation.summing import (
    COMPENSATION,
    DISMISSAL,
    NOTICE,
    BadValue,
    Results,
    claimable,
    fitting,
    known_facts,
    work_out,
)
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.state import Calculation, DialogueState, Plain
from bot.dialogue.turn import Turn, lasting_button
from intents.sums import Sum
from knowledge.law.calculation_lines import outcome
from knowledge.law.money import plain

UNTIL = "employed_to"
LEAVING = frozenset({DISMISSAL, COMPENSATION, "closure_or_bankruptcy", "collective_redundancy"})
"""Matters whose own sum is what leaving is worth."""


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """Both sums and their total; None where the words ask for one, or a part is not known."""
    folded = scene.content.extractor.script.fold(text)
    if tallying.TOTAL not in state.answers:
        return None
    words = scene.content.intents.sums.what_if
    if not (words.adds_up(folded) or (state.dispute_kind in LEAVING and words.asks_all(folded))):
        return None
    results, until_today = _leaving(state, scene)
    sums = claimable(results)
    return _shown(state, results, sums[0], until_today, scene) if sums else None


def _leaving(state: DialogueState, scene: Scene) -> tuple[Results, bool]:
    """What leaving is worth, and whether up to today, where no last day was told."""
    sum_ = _sum_of(state, scene)
    known = known_facts(state, scene.today)
    supposed: dict[str, Plain] = {} if UNTIL in known else {UNTIL: scene.today.isoformat()}
    if sum_ is None or any(q.id not in known | supposed for q in sum_.questions):
        return (), False
    tried = state.changed(calculation=Calculation(id=sum_.id, supposed=supposed))
    try:
        return work_out(tried, sum_, scene)[:1], bool(supposed)
    except BadValue:
        return (), False


def _sum_of(state: DialogueState, scene: Scene) -> Sum | None:
    if state.dispute_kind in LEAVING and (own := fitting(state, scene)) is not None:
        return own
    sent_away = state.facts().get("event_kind") == NOTICE
    kind = DISMISSAL if sent_away else COMPENSATION
    return scene.content.intents.sums.for_kind(kind)


def _shown(
    state: DialogueState, results: Results, sum_: Decimal, until_today: bool, scene: Scene
) -> Turn:
    words = scene.content.knowledge.calculation_basis.words
    owed = Decimal(str(state.answers[tallying.TOTAL].value))
    text = scene.say(
        "sums_together",
        owed="".join(echoing.items(state, (tallying.TOTAL,), scene)[0][1:]),
        lines=[outcome(rule, found, words) for rule, found in results],
        total=plain(owed + sum_),
        between=results[0][1].amount is None,
        until_today=until_today,
    )
    reply = Reply(text, (lasting_button("sums", scene.label("other_sum")),))
    return present(state, scene).after(reply) if state.stage in GOES_ON else Turn(state, (reply,))
