"""Which words of care are due, by what was said last: nothing is said twice in a row."""

from collections.abc import Mapping

from bot.dialogue.state import DialogueState

CARE, SOOTHED = "care", ("next_", "near_")
"""The text of care that stands with each danger; how those begin that are said once somebody is there."""
SOOTHING: Mapping[str, tuple[str, str | None]] = {
    "self_harm": ("near_word", "near_again"),
}
"""What is said of a danger, and said next, once somebody is there."""
WAITING: Mapping[str, str] = {
    "next_called": "care_waiting",
    "next_cut_off": "care_waiting",
    "next_breathing": "care_waiting",
    "care_waiting": "care_waiting_on",
    "care_waiting_on": "care_waiting",
    "next_ambulance": "near_again",
    "near_again": "near_word",
}
"""What is said next to who waits for the ambulance, or saw it come: whether it was called is told."""
INJURY, CALLED = "injury_now", "called"
"""Told once, that help was called is kept with what presses: it is not asked for again."""
COME = frozenset({CALLED, "ambulance", "taken", "hospital"})
PLACE_TOLD, HELD = "next_place_unknown", frozenset({"detained", "forced_labour"})
"""After it was said how to tell a place nobody knows, no address is asked for."""


def due(state: DialogueState, danger: str) -> tuple[str, str | None]:
    """Which words of care are due after those said last, and which where the same are due again."""
    said = state.care_said
    if danger == INJURY and said in WAITING:
        return WAITING[said], None
    if danger == INJURY and CALLED in state.pressing:
        return "care_waiting", "care_waiting_on"
    if said == PLACE_TOLD and danger in HELD:
        return again(danger, held=True), None
    soothed = said.startswith(SOOTHED)
    return SOOTHING.get(danger, (CARE, None)) if soothed else (CARE, None)


def is_awaited(said: str, danger: str) -> bool:
    """Whether the ambulance is still awaited: the care does not run out then."""
    return danger == INJURY and WAITING.get(said, "").startswith("care_waiting")


def done_with(step: str | None) -> str:
    """What counts as said where the words of the danger tell what was done (刚打了120)."""
    return "next_called" if step == "called" else ""


def with_call(state: DialogueState, step: str | None) -> DialogueState:
    """The state that keeps that help was called, or has come."""
    if step not in COME or CALLED in state.pressing:
        return state
    return state.changed(pressing=(*state.pressing, CALLED))


def again(danger: str, *, held: bool) -> str:
    """Other words of care for a danger."""
    return "care_on_held" if held else f"care_on_{danger}"
