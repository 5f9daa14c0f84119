"""The word of feeling with which an intake begins."""

from bot.dialogue.calculation.worked_out import standpoint
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from intents.intake_form import Form

LEASE = "service_contract"
"""The matter a deposit for a leased car is."""
HAS_OWN_WORD = frozenset({"training_bond", "non_competition", "enforcement"})
"""Matters whose own opening is for who is asked to pay."""


def of(state: DialogueState, form: Form, scene: Scene) -> str:
    """The opening of the form; another for who is asked to pay, or leased a car."""
    told = standpoint(state, scene)
    if told["claimed_against"] and state.dispute_kind not in HAS_OWN_WORD:
        return scene.say("opening_claimed")
    if told["leased"] and state.dispute_kind == LEASE:
        return scene.say("opening_leased")
    return form.opening
