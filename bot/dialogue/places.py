"""A shared location: the county is never guessed from a point, the worker confirms it."""

from bot.dialogue.asking import ask_region_among
from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn


def locate(state: DialogueState, lat: float, lon: float, scene: Scene) -> Turn:
    """Offer up to three counties the point may lie in; outside intake, say what it is good for."""
    if state.stage != "intake" or state.asking != "region":
        kept = state.changed(point=(lat, lon))
        return Turn(kept, (Reply(scene.say("place_not_asked")),))
    near = scene.content.knowledge.places.counties_near(lat, lon, limit=3)
    if not near:
        return Turn(state, (Reply(scene.say("place_unknown")),))
    located = state.changed(point=(lat, lon))
    return ask_region_among(located, tuple(region.adcode for region, _ in near), scene)
