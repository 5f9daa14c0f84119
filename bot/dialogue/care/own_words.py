"""Dangers with words of their own: others go down after who lies in a pit, gas leaks where people work, a fire's fumes
are breathed, somebody is up high for his pay."""

from bot.dialogue.care import whose
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState

SELF_HARM, INJURY, UP = "self_harm", "injury_now", "up"
CLIMBED, GAS, EYES = "danger_climbed", "danger_gas", "danger_eyes"
FUMES = "danger_fumes"
COMFORT = "danger_comfort"
"""How to talk with somebody who despairs, asked by who stands by."""
PITS = ("danger_pit", "danger_pit_on")
"""What is said where others go down after somebody, and what when they do so still."""


def danger(state: DialogueState, text: str, scene: Scene) -> str | None:
    """The danger that such words tell, whatever the learned hint makes of them."""
    if enters(state, text, scene) or _gas_leaks(text, scene):
        return INJURY
    return SELF_HARM if _is_up(text, scene) else None


def enters(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether others go down, or are sent down, where somebody lies in a pit or tank."""
    in_care = state.care_turns > 0 and state.care_class == INJURY
    return scene.content.intents.caring.enters_after(text, in_care=in_care)


def is_plain(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether a pattern tells the danger, not the learned hint alone."""
    told = scene.content.crisis.danger_in_pieces((text,)) is not None
    return told or enters(state, text, scene) or _gas_leaks(text, scene)


def due(state: DialogueState, danger: str, text: str, scene: Scene) -> str:
    """The reply of its own to what is told; empty where the danger's own words do."""
    if danger == INJURY and enters(state, text, scene):
        return PITS[state.care_said == PITS[0]]
    if danger == INJURY and scene.content.intents.caring.breathes_fumes(text):
        return FUMES
    if danger == INJURY and _gas_leaks(text, scene):
        return GAS
    if danger == INJURY and scene.content.intents.caring.hurts_eyes(text):
        return EYES
    if (
        danger == SELF_HARM
        and state.in_danger
        and scene.content.intents.caring.asks_to_comfort(text)
    ):
        return COMFORT
    if danger != SELF_HARM or not _is_up(text, scene):
        return ""
    return f"{CLIMBED}{whose.THEIRS}" if state.in_danger else CLIMBED


def kept(own: str) -> str:
    """What is kept as said last: who goes down still is told so in other words."""
    return own if own in PITS else ""


def _gas_leaks(text: str, scene: Scene) -> bool:
    """Whether gas leaks, or the fumes of a fire are breathed."""
    caring = scene.content.intents.caring
    return caring.leaks_gas(text) or caring.breathes_fumes(text)


def _is_up(text: str, scene: Scene) -> bool:
    return scene.content.intents.caring.climbs(text) == UP
