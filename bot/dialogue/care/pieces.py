"""A danger told over several short messages: 我不想 / 活 / 了."""

import re

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState

SHORT, PIECES = 12, 3
"""Letters of a message that may be a piece of one, and how many pieces before it are read along."""
CHILD = "child_labour"
_SUM = re.compile(r"[0-9]{3,}")


def told(state: DialogueState, text: str, scene: Scene) -> str | None:
    """我不想 / 活 / 了: a danger told over several short messages; 他说开除我 / 1500能要回来不 tells no
    age."""
    if not state.said_lately or len(text) > SHORT:
        return None
    pieces = (*state.said_lately, text)
    danger = scene.content.crisis.danger_in_pieces(pieces)
    sums = danger == CHILD and any(map(_SUM.search, pieces))
    return None if sums else danger


def remember(state: DialogueState, text: str) -> DialogueState:
    """Keep the last short messages for the next one; a longer one or a danger told ends the row."""
    is_piece = 0 < len(text) <= SHORT and state.stage != "erased" and not state.care_turns
    pieces = (*state.said_lately, text)[-PIECES:] if is_piece else ()
    return state if pieces == state.said_lately else state.changed(said_lately=pieces)
