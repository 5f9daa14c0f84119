"""国庆那三天该给多少, of who works in a home or for a client: what only a firm owes goes by what was agreed."""

from bot.dialogue.calculation.asked.told import folded
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.standing import works_for_firm


def said(state: DialogueState, text: str, scene: Scene) -> str:
    """That no holiday pay and no leave of a firm is owed; empty where neither is named, or a firm employs."""
    sums, words = scene.content.intents.sums, folded(text, scene)
    named = sums.holidays.holiday(words) or sums.asked.names("leave", words)
    return "" if not named or works_for_firm(state, scene, words) else scene.say("owed_by_firms")
