"""The sums shown before, worked out anew once a fact of theirs is put right."""

from bot.dialogue.calculation import estimating, sum_asking
from bot.dialogue.calculation.summing import calculated_lines
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState


def line(before: DialogueState | None, state: DialogueState, scene: Scene) -> str:
    """The sums shown before as they are now; empty where nothing of them changed."""
    if before is not None and sum_asking.is_asking(state) and not state.calculated:
        new_line = estimating.first(state, scene)
        return new_line if new_line != estimating.first(before, scene) else ""
    old = calculated_lines(before, scene, whole=False) if before else ()
    new = calculated_lines(state, scene, whole=False) if before else ()
    if before is not None and state.calculated and not new:
        return _estimate_anew(before, state, scene)
    return scene.say("sums_anew", lines=new) if new and new != old else ""


def _estimate_anew(before: DialogueState, state: DialogueState, scene: Scene) -> str:
    """The estimate shown last, as it is now, where something is still missing for the sum itself."""
    shown = state.calculated[-1]
    new = estimating.of(state, shown, scene)
    return new if new != estimating.of(before, shown, scene) else ""
