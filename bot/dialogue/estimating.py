"""A first estimate while something is still to be asked for the sum: 那到底能拿多少, in the middle."""

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
    sum_ = current_sum(state, scene)
    if sum_ is None:
        return ""
    known = known_facts(state, scene.today)
    missing = [question.id for question in sum_.questions if question.id not in known]
    if set(missing) <= {UNTIL, *NEVER} and (lines := _lines(state, missing, scene)):
        return scene.say("first_estimate", lines=lines, until_today=UNTIL in missing, missing=())
    names = [scene.content.wording.label_or(f"fact.{fact}", "") for fact in missing]
    named = tuple(filter(None, names))
    return scene.say("first_estimate", lines=(), until_today=False, missing=named) if named else ""


def at_once(before: DialogueState, after: DialogueState, text: str, scene: Scene) -> str:
    """The estimate where the story that begins a matter asks how much (我能拿多少) and tells enough."""
    begins = before.dispute_kind is None and after.dispute_kind is not None
    sum_ = current_sum(after, scene) if begins and after.stage == "intake" else None
    if sum_ is None or not scene.content.intents.manners.asks_amount(text):
        return ""
    known = known_facts(after, scene.today)
    missing = [question.id for question in sum_.questions if question.id not in known]
    lines = _lines(after, missing, scene) if set(missing) <= {UNTIL, *NEVER} else ()
    until = UNTIL in missing
    return scene.say("first_estimate", lines=lines, until_today=until, missing=()) if lines else ""


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
