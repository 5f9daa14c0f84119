"""厂里给8000让我签 亏不亏: an offer beside what may be owed by what was told."""

from decimal import Decimal

from bot.dialogue.calculation.asked import leaving
from bot.dialogue.calculation.asked.told import TOTAL, folded, number, story, wage, yuan
from bot.dialogue.calculation.summing import BadValue, fitting, is_known, work_out
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.state import Calculation, DialogueState
from intents.sums import Sum
from knowledge.law.calculation_lines import outcome
from knowledge.law.money import plain

LEAST, HALF = Decimal(100), Decimal("0.5")
OF_LEAVING = frozenset({"dismissal", "compensation"})
INJURY = "injury"


def said(state: DialogueState, text: str, scene: Scene) -> str:
    """The offer, what the law gives, and what signing costs; empty where no offer is told, or nothing to
    hold it against."""
    words = folded(text, scene)
    if not scene.content.intents.sums.asked.names("offer_asked", words):
        return ""
    offered = _offered(state, story(state, text, scene), scene)
    if offered is None:
        return ""
    sum_ = fitting(state, scene)
    if sum_ is not None and sum_.id == INJURY:
        return scene.say("offer_for_injury", offered=plain(offered))
    lines: tuple[str, ...] = ()
    if sum_ is not None and sum_.id in OF_LEAVING:
        lines = _by_law(state, sum_, scene)
    owed = "".join(dict(echoing.items(state, (TOTAL,), scene)).values())
    total = state.facts().get(TOTAL)
    less = total is not None and offered < Decimal(str(total))
    if not lines and not less:
        return ""
    gap = plain(Decimal(str(total)) - offered) if less and not lines else ""
    return scene.say("offer_weighed", offered=plain(offered), lines=lines, owed=owed, gap=gap)


def _by_law(state: DialogueState, sum_: Sum, scene: Scene) -> tuple[str, ...]:
    """What the law gives, up to today where no last day is told."""
    tried, _ = leaving.counting(state, scene)
    calculation = (tried.calculation or Calculation()).changed(id=sum_.id)
    try:
        results = work_out(tried.changed(calculation=calculation), sum_, scene)
    except BadValue:
        return ()
    words = scene.content.knowledge.calculation_basis.words
    return tuple(outcome(rule, found, words) for rule, found in results if is_known(found))


def _offered(state: DialogueState, told: str, scene: Scene) -> Decimal | None:
    asked, months_wage = scene.content.intents.sums.asked, wage(state)
    found = asked.found("offered", told)
    if found is None:
        return None
    if found["n"]:
        value = yuan(found["n"], scene)
        return value if value is not None and value >= LEAST else None
    months = number(found["m"], scene)
    if months is None or months_wage is None:
        return None
    return months_wage * (months + (HALF if found["half"] else 0))
