"""What to do for somebody hurt on the head, told within another danger (locked in, and one was beaten), and for who was
hurt by blows."""

from bot.dialogue.care.worrying import INJURY, VIOLENCE
from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply

WITHIN = frozenset({"violence", "detained", "forced_labour", "injury_now"})
"""Dangers in whose words a wound to the head may be told, too."""


def due(danger: str, text: str, scene: Scene) -> tuple[Reply, ...]:
    """The words of first aid, where a head wound, vomiting or a faint after a blow is told; and the police, where
    somebody is hurt by blows."""
    told = danger in WITHIN and scene.content.intents.caring.tells_head_wound(text)
    beaten = danger == INJURY and VIOLENCE in scene.content.crisis.alarms(text)
    names = (("worried_violence", beaten), ("head_wound", told))
    return tuple(Reply(scene.say(name), urgent=True) for name, due in names if due)
