"""What to do for somebody hurt on the head, told within another danger (locked in, and one was beaten)."""

from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply

WITHIN = frozenset({"violence", "detained", "forced_labour", "injury_now"})
"""Dangers in whose words a wound to the head may be told, too."""


def due(danger: str, text: str, scene: Scene) -> tuple[Reply, ...]:
    """The words of first aid, where a head wound, vomiting or a faint after a blow is told."""
    told = danger in WITHIN and scene.content.intents.caring.tells_head_wound(text)
    return (Reply(scene.say("head_wound"), urgent=True),) if told else ()
