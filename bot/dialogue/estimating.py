"""A first estimate while something is still to be asked for the sum: 那到底能拿多少, in the middle."""

from collections.abc import Sequence

from bot.dialogue.content import Scene
from bot.dialogue.state import Calculation, DialogueState, Plain
from bot.dialogue.summing import BadValue, current_sum, is_known, known_facts, work_out
from knowledge.law.calculation_lines import outcome

UNTIL = "employed_to"
"""Where it is not told, the estimate goes to today."""
NEVER = frozenset({"contract_signed_on"})
"""What may never have happened: the estimate leaves it out."""


def line(state: DialogueState, scene: Scene) -> str:
    """The estimate with its condition, or what is still missing for one; empty without a sum."""
    if estimate := first(state, scene):
        return estimate
    names = [scene.content.wording.label_or(f"fact.{fact}", "") for fact in _missing(state, scene)]
    named = tuple(filter(None, names))
    return _said((), named, scene) if named else ""


def first(state: DialogueState, scene: Scene) -> str:
    """The estimate with its condition; empty where too little is told for one."""
    missing = _missing(state, scene)
    lines = _lines(state, missing, scene) if set(missing) <= {UNTIL, *NEVER} else ()
    return _said(lines, missing, scene) if lines else ""


def outcomes(state: DialogueState, scene: Scene) -> tuple[str, ...]:
    """The outcome of each rule of the sum by what is told, whatever else it might want."""
    return _lines(state, [], scene)


def _said(lines: tuple[str, ...], missing: Sequence[str], scene: Scene) -> str:
    until = UNTIL in missing
    more = bool(missing)
    return scene.say("first_estimate", lines=lines, until_today=until, missing=missing, more=more)


def _missing(state: DialogueState, scene: Scene) -> list[str]:
    """The facts the sum being worked out still wants; none where there is no sum."""
    sum_ = current_sum(state, scene)
    known = known_facts(state, scene.today)
    return [question.id for question in sum_.questions if question.id not in known] if sum_ else []


def _lines(state: DialogueState, missing: list[str], scene: Scene) -> tuple[str, ...]:
    """The outcome of each rule, by what is told and the end supposed."""
    sum_ = current_sum(state, scene)
    supposed: dict[str, Plain] = {UNTIL: scene.today.isoformat()} if UNTIL in missing else {}
    calculation = (state.calculation or Calculation()).changed(supposed=supposed)
    try:
        results = work_out(state.changed(calculation=calculation), sum_, scene) if sum_ else ()
    except BadValue:
        return ()
    words = scene.content.knowledge.calculation_basis.words
    return tuple(outcome(rule, found, words) for rule, found in results if is_known(found))
