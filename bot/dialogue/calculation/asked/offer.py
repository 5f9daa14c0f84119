"""厂里给8000让我签 亏不亏: an offer beside what may be owed by what was told."""

from decimal import Decimal

from bot.dialogue.calculation.asked import leaving
from bot.dialogue.calculation.asked.told import TOTAL, WAGE, folded, number, story, wage, yuan
from bot.dialogue.calculation.summing import BadValue, fitting, is_known, work_out
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.state import Calculation, DialogueState
from intents.sums import Sum
from knowledge.law.calculation_lines import outcome
from knowledge.law.money import plain

LEAST, HALF = Decimal(100), Decimal("0.5")
OF_LEAVING = frozenset({"dismissal", "compensation"})
INJURY, GRADE = "injury", "injury_grade"


def said(state: DialogueState, text: str, scene: Scene) -> str:
    """The offer, what the law gives, and what signing costs; empty where no offer is told, or nothing to
    hold it against."""
    words = folded(text, scene)
    if not scene.content.intents.sums.asked.names("offer_asked", words):
        return ""
    offer = offered(state, text, scene)
    if offer is None:
        return ""
    sum_ = fitting(state, scene)
    if sum_ is not None and sum_.id == INJURY:
        return scene.say("offer_for_injury", offered=plain(offer), lines=by_grade(state, scene))
    total = state.facts().get(TOTAL)
    of_pay = total is not None and (sum_ is None or sum_.id not in OF_LEAVING)
    lines = () if of_pay else by_law(state, scene)
    owed = "".join(dict(echoing.items(state, (TOTAL,), scene)).values())
    less = total is not None and offer < Decimal(str(total))
    if not lines and not less:
        return ""
    gap = plain(Decimal(str(total)) - offer) if less and not lines else ""
    return scene.say("offer_weighed", offered=plain(offer), lines=lines, owed=owed, gap=gap)


def by_law(state: DialogueState, scene: Scene) -> tuple[str, ...]:
    """What the law gives who is sent away, up to today where no last day is told; nothing in other matters."""
    sum_ = fitting(state, scene)
    if sum_ is None or sum_.id not in OF_LEAVING:
        if not (leaving.faults(state) and leaving.is_employee(state, scene)):
            return ()
        sum_ = scene.content.intents.sums.by_id[leaving.N]
    tried, _ = leaving.counting(state, scene)
    calculation = (tried.calculation or Calculation()).changed(id=sum_.id)
    return _outcomes(tried.changed(calculation=calculation), sum_, scene)


def by_grade(state: DialogueState, scene: Scene) -> tuple[str, ...]:
    """What the grade found brings; empty where none is told, or no wage."""
    sum_ = scene.content.intents.sums.by_id[INJURY]
    if not {GRADE, WAGE} <= state.answers.keys():
        return ()
    return _outcomes(state.changed(calculation=Calculation(id=INJURY)), sum_, scene)


def _outcomes(state: DialogueState, sum_: Sum, scene: Scene) -> tuple[str, ...]:
    try:
        results = work_out(state, sum_, scene)
    except BadValue:
        return ()
    words = scene.content.knowledge.calculation_basis.words
    return tuple(outcome(rule, found, words) for rule, found in results if is_known(found))


def offered(state: DialogueState, text: str, scene: Scene) -> Decimal | None:
    """What the other side offers, in yuan, by these words or the story."""
    told = story(state, text, scene)
    asked, months_wage = scene.content.intents.sums.asked, wage(state)
    found, total = asked.found("offered", told), state.facts().get(TOTAL)
    if found is None:
        half = total is not None and asked.names("half_offered", told)
        return Decimal(str(total)) * HALF if half else None
    if found["n"]:
        value = yuan(found["n"], scene)
        return value if value is not None and value >= LEAST else None
    months = number(found["m"], scene)
    if months is None or months_wage is None:
        return None
    return months_wage * (months + (HALF if found["half"] else 0))
