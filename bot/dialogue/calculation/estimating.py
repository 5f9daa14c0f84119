"""A first estimate while something is still to be asked for the sum: 那到底能拿多少, in the middle."""

from collections.abc import Sequence
from decimal import Decimal

from bot.dialogue.calculation import service_length
from bot.dialogue.calculation.service_length import so_long
from bot.dialogue.calculation.summing import (
    BadValue,
    claimable,
    current_sum,
    is_barred,
    is_known,
    known_facts,
    work_out,
)
from bot.dialogue.content import Scene
from bot.dialogue.state import Calculation, DialogueState, Plain
from bot.dialogue.told.facts import shown
from knowledge.law.calculation_lines import outcome
from knowledge.law.calculation_rules import RULES

FROM, UNTIL = "employed_from", "employed_to"
"""Where it is not told, the estimate goes to today."""
UNSAID = frozenset({"weekday_hours", "rest_day_hours", "public_holiday_hours"})
"""Hours of a kind nobody told of count as none, beside those of another."""
GRADE, LOWEST_GRADES = "injury_grade", ("10", "9")
NEVER = frozenset({"contract_signed_on"})
"""What may never have happened: the estimate leaves it out."""


def line(state: DialogueState, scene: Scene) -> str:
    """The estimate with its condition, or what is still missing for one; empty without a sum."""
    if estimate := first(state, scene) or by_grade(state, scene):
        return estimate
    names = [scene.content.wording.label_or(f"fact.{fact}", "") for fact in _missing(state, scene)]
    named = tuple(filter(None, names))
    return _said((), named, scene) if named else ""


def first(state: DialogueState, scene: Scene) -> str:
    """The estimate with its condition; empty where too little is told for one."""
    missing = _missing(state, scene)
    length = service_length.told(state, scene) if FROM in missing else None
    enough = {UNTIL, *NEVER, *UNSAID} if length is None else {FROM, UNTIL, *NEVER, *UNSAID}
    lines = _lines(state, missing, scene, length) if set(missing) <= enough else ()
    return _said(lines, missing, scene, length) if lines else ""


def alone(state: DialogueState, sum_id: str, scene: Scene) -> str:
    """The estimate of that sum where nothing more is asked for it; empty where too little is told."""
    begun = state.changed(calculation=Calculation(id=sum_id))
    missing = _missing(begun, scene)
    length = service_length.told(begun, scene) if FROM in missing else None
    lines = _lines(begun, missing, scene, length)
    return (
        _said(lines, [UNTIL] if UNTIL in missing else (), scene, length, more=False)
        if lines
        else ""
    )


def by_grade(state: DialogueState, scene: Scene) -> str:
    """What the two lowest grades of an injury would bring, where none was found yet: in months of the wage
    where that is not told either."""
    missing = _missing(state, scene)
    if GRADE in missing and len(missing) > 1:
        return scene.say("by_grade_months")
    if missing != [GRADE]:
        return ""
    lines = [
        (grade, found[0])
        for grade in LOWEST_GRADES
        if (found := _lines(state, [GRADE], scene, values={GRADE: grade}))
    ]
    return scene.say("by_grade", lines=lines) if lines else ""


def of(state: DialogueState, sum_id: str, scene: Scene) -> str:
    """The first estimate of that sum, whatever is being worked out."""
    return first(state.changed(calculation=Calculation(id=sum_id)), scene)


def supposed(state: DialogueState, values: dict[str, Plain], scene: Scene) -> str:
    """The estimate where something else is supposed while a fact of the sum is still asked for."""
    missing = _missing(state, scene)
    length = service_length.told(state, scene) if FROM in missing else None
    lines = _lines(state, missing, scene, length, values)
    names = [scene.label(f"fact.{key}") + shown(key, value, scene) for key, value in values.items()]
    return _said(lines, missing, scene, length, names) if lines else ""


def outcomes(state: DialogueState, scene: Scene) -> tuple[str, ...]:
    """The outcome of each rule of the sum by what is told, whatever else it might want."""
    return _lines(state, [], scene)


def _said(
    lines: tuple[str, ...],
    missing: Sequence[str],
    scene: Scene,
    length: Decimal | None = None,
    supposed: Sequence[str] = (),
    *,
    more: bool | None = None,
) -> str:
    until = UNTIL in missing
    more = bool(missing) if more is None else more
    years = length // service_length.YEAR if length is not None else 0
    months = int(length) % service_length.YEAR if length is not None else 0
    return scene.say(
        "first_estimate",
        lines=lines,
        until_today=until,
        years=years,
        months=months,
        missing=missing,
        more=more,
        several=len(missing) > 1,
        supposed=supposed,
    )


def _missing(state: DialogueState, scene: Scene) -> list[str]:
    """The facts the sum being worked out still wants; none where there is no sum."""
    sum_ = current_sum(state, scene)
    known = known_facts(state, scene.today)
    return [question.id for question in sum_.questions if question.id not in known] if sum_ else []


def _lines(
    state: DialogueState,
    missing: list[str],
    scene: Scene,
    length: Decimal | None = None,
    values: dict[str, Plain] | None = None,
) -> tuple[str, ...]:
    """The outcome of each rule, by what is told and the end supposed, or the beginning by the length
    of service told; `values` are supposed beside."""
    sum_ = current_sum(state, scene)
    if sum_ and is_barred(sum_, state, scene):
        return ()
    supposed: dict[str, Plain] = {UNTIL: scene.today.isoformat()} if UNTIL in missing else {}
    if length is not None:
        supposed |= so_long(length, known_facts(state, scene.today).get(UNTIL), scene.today)
    supposed |= values or {}
    calculation = (state.calculation or Calculation()).changed(supposed=supposed)
    try:
        results = work_out(state.changed(calculation=calculation), sum_, scene) if sum_ else ()
    except BadValue:
        return ()
    words = scene.content.knowledge.calculation_basis.words
    if not any(claimable(results)) and all(RULES[rule].unit == "yuan" for rule, _ in results):
        return ()
    return tuple(outcome(rule, found, words) for rule, found in results if is_known(found))
