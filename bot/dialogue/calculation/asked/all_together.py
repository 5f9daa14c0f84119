"""四个月工资加补偿一共能写多少: what is owed, what leaving is worth and the double wages, each with its sum,
and all. Of sums that exclude each other (N and 2N) only one counts."""

from dataclasses import dataclass
from decimal import Decimal

from bot.dialogue.calculation import tallying
from bot.dialogue.calculation.asked import leaving
from bot.dialogue.calculation.asked.told import (
    FIRST,
    LAST,
    WAGE,
    folded,
    has_no_contract,
    kinds,
    story,
    wage,
    yuan,
)
from bot.dialogue.calculation.summing import (
    COMPENSATION,
    DISMISSAL,
    DOUBLE_WAGES,
    NOTICE,
    BadValue,
    Results,
    fitting,
    known_facts,
    work_out,
)
from bot.dialogue.calculation.totals import product
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.state import Calculation, DialogueState, Plain
from bot.dialogue.told.facts import keep
from intents.compiled import compiled
from intents.sums import Sum
from knowledge.law.calculation_lines import outcome
from knowledge.law.money import plain

LEAVING = frozenset({DISMISSAL, COMPENSATION, "closure_or_bankruptcy", "collective_redundancy"})
"""Matters whose own sum is what leaving is worth."""
APPLIED = "applied_on"


@dataclass(frozen=True, slots=True)
class Part:
    """One sum: how it is shown, its lower and its higher reading."""

    line: str
    low: Decimal
    high: Decimal


def said(state: DialogueState, text: str, scene: Scene) -> str:
    """All sums and their total; empty where the words ask for one, or there is only one."""
    words, what_if = folded(text, scene), scene.content.intents.sums.what_if
    adds = what_if.adds_up(words)
    if not (adds or scene.content.intents.sums.asked.asks_all(words)):
        return ""
    state = _by_month_named(state, text, scene)
    left, until_today = _leaving(state, scene) if adds or _is_sent_away(state) else ((), False)
    double = _double(state, scene) if has_no_contract(state) else ()
    of_leaving, of_double = _part(left, scene), _part(double, scene)
    owed = _owed(state, scene)
    parts = [part for part in (owed, of_double, of_leaving) if part is not None]
    if len(parts) < 2 or (of_leaving is None and of_double is None):
        return ""
    low, high = (sum((getattr(part, end) for part in parts), Decimal(0)) for end in ("low", "high"))
    return scene.say(
        "sums_together",
        lines=[part.line for part in parts],
        low=plain(low),
        total=plain(high),
        until_today=until_today,
        leaving=of_leaving is not None,
        double=of_double is not None,
        other=_less_by(left) if of_leaving else "",
    )


def _owed(state: DialogueState, scene: Scene) -> Part | None:
    if tallying.TOTAL not in state.answers and (made := _months_owed(state, scene)):
        state = keep(state, tallying.TOTAL, made, state.answers[WAGE].said)
    answer = state.answers.get(tallying.TOTAL)
    if answer is None:
        return None
    total = Decimal(str(answer.value))
    shown = "".join(echoing.items(state, (tallying.TOTAL,), scene)[0][1:])
    return Part(scene.say("sum_owed", owed=shown), total, total)


def _months_owed(state: DialogueState, scene: Scene) -> Decimal | None:
    """The months not paid at the wage: as many as were told, else those named (10月没发)."""
    each = wage(state)
    if each is None or (made := product(state)) is not None:
        return None if each is None else made
    pattern = compiled(scene.content.intents.manners.ledger.month_unpaid)
    named = {match["m"] for match in pattern.finditer(story(state, "", scene))}
    return each * len(named) if named else None


def _part(results: Results, scene: Scene) -> Part | None:
    """The first rule of a sum as a part; None where nothing is owed by it."""
    if not results:
        return None
    rule, found = results[0]
    exact = found.amount
    low, high = (exact, exact) if exact is not None else (found.low, found.high)
    if low is None or not high:
        return None
    return Part(outcome(rule, found, scene.content.knowledge.calculation_basis.words), low, high)


def _less_by(results: Results) -> str:
    """Of who is sent away: how much less it is with N, where the dismissal turns out to be lawful."""
    if len(results) < 2:
        return ""
    higher, lower = results[0][1].amount, results[1][1].amount
    return plain(higher - lower) if higher and lower else ""


def _is_sent_away(state: DialogueState) -> bool:
    return state.dispute_kind in LEAVING or DISMISSAL in kinds(state)


def _leaving(state: DialogueState, scene: Scene) -> tuple[Results, bool]:
    """What leaving is worth, and whether up to today, where no last day was told."""
    sum_ = _sum_of(state, scene)
    if sum_ is None or not leaving.is_employee(state, scene):
        return (), False
    tried, until_today = leaving.counting(state, scene)
    calculation = (tried.calculation or Calculation()).changed(id=sum_.id)
    return _worked_out(tried.changed(calculation=calculation), sum_, scene), until_today


def _sum_of(state: DialogueState, scene: Scene) -> Sum | None:
    if state.dispute_kind in LEAVING and (own := fitting(state, scene)) is not None:
        return own
    sent_away = state.facts().get("event_kind") == NOTICE or DISMISSAL in kinds(state)
    return scene.content.intents.sums.for_kind(DISMISSAL if sent_away else COMPENSATION)


def _double(state: DialogueState, scene: Scene) -> Results:
    """The double wages up to the last day, or to today of who still works there."""
    known = known_facts(state.changed(calculation=None), scene.today)
    if not leaving.is_employee(state, scene) or not {FIRST, WAGE, LAST} <= known.keys():
        return ()
    sum_ = scene.content.intents.sums.by_id[DOUBLE_WAGES]
    applied: dict[str, Plain] = {APPLIED: scene.today.isoformat()}  # what has lapsed does not count
    counted = state.changed(calculation=Calculation(id=sum_.id, supposed=applied))
    return _worked_out(counted, sum_, scene)


def _worked_out(state: DialogueState, sum_: Sum, scene: Scene) -> Results:
    try:
        return work_out(state, sum_, scene)
    except BadValue:
        return ()


def _by_month_named(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """欠我10月工资4200: the pay of one whole month is the wage, where no other was told."""
    if wage(state) is not None:
        return state
    asked = scene.content.intents.sums.asked
    month = yuan(asked.said("month_wage", story(state, text, scene)), scene)
    return state if month is None else keep(state, WAGE, month, text.strip())
