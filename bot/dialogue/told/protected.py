"""Whom the law protects in a special way: who tells it in the middle of a matter (怀孕四个月了, 我17) hears at once
what that changes."""

from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

AGE, CIRCUMSTANCES, PREGNANT, MINOR = "age", "circumstances", "pregnant", "minor"
WORKING_AGE, FULL_AGE = 16, 18
"""Years: younger is child labour and met as danger (labour law, article 15); older is of full age."""
MATTER_OF = {PREGNANT: "maternity_protection", MINOR: "child_labour"}
"""Matters whose answers say it themselves."""


def named(before: DialogueState, turn: Turn, scene: Scene) -> Turn:
    """The turn, led by what protects the worker, where that was only told now."""
    if before.dispute_kind is None or turn.state.care_turns:
        return turn
    told = _protections(turn.state) - _protections(before)
    new = sorted(each for each in told if not _is_said(each, turn.state, scene))
    return turn.after(*(Reply(scene.say(f"protected_{each}")) for each in new))


def _protections(state: DialogueState) -> frozenset[str]:
    facts = state.facts()
    circumstances, age = facts.get(CIRCUMSTANCES), facts.get(AGE)
    young = isinstance(age, int) and WORKING_AGE <= age < FULL_AGE
    pregnant = isinstance(circumstances, tuple) and PREGNANT in circumstances
    return frozenset(((MINOR,) if young else ()) + ((PREGNANT,) if pregnant else ()))


def _is_said(protection: str, state: DialogueState, scene: Scene) -> bool:
    """Whether the matter, or the answer shown now, is about that very protection."""
    shown = scene.content.knowledge.entries.get(state.shown_card or "")
    of = MATTER_OF[protection]
    return of in (state.dispute_kind, shown.dispute_kind if shown else None)
