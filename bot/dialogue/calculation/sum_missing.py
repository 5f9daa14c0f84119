"""What a sum still wants: the facts it asks for, and those that would settle it."""

from bot.dialogue.calculation import estimating
from bot.dialogue.calculation.summing import Results, known_facts
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.kinds_told import NO_CONTRACT, SIGNED
from intents.sums import Sum


def unasked(state: DialogueState, sum_: Sum, scene: Scene) -> str | None:
    """The first fact the sum asks for that is neither told nor passed over."""
    known = known_facts(state, scene.today).keys() | _skipped(state)
    return next((question.id for question in sum_.questions if question.id not in known), None)


def settling(state: DialogueState, results: Results, scene: Scene) -> str | None:
    """A fact that would settle the sum and was not asked: only where the law makes it matter."""
    intents = scene.content.intents
    known = known_facts(state, scene.today).keys() | _skipped(state)
    missing = (intents.sums.told(key) for _, found in results for key in found.missing)
    return next((fact for fact in missing if fact in intents.questions and fact not in known), None)


def _skipped(state: DialogueState) -> frozenset[str]:
    never = estimating.NEVER if _unsigned(state) else frozenset()
    return never | frozenset(state.calculation.skipped if state.calculation else ())


def _unsigned(state: DialogueState) -> bool:
    """Whether who still works there told that no contract was signed: then none was later either."""
    facts = state.facts()
    kinds = facts.get("dispute_kinds")
    signed = facts.get(SIGNED)
    told = signed is False or (isinstance(kinds, tuple) and NO_CONTRACT in kinds and not signed)
    return told and facts.get("still_employed") is True
