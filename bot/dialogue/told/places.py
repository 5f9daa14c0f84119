"""A shared location: the county is never guessed from a point, the worker confirms it."""

from bot.dialogue.calculation import sum_asking
from bot.dialogue.content import Scene
from bot.dialogue.interview.asking import ask_region_among
from bot.dialogue.interview.intake import HEARD
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn


def locate(state: DialogueState, lat: float, lon: float, scene: Scene) -> Turn:
    """Offer up to three counties the point may lie in; outside intake, say what it is good for."""
    summing = sum_asking.is_asking(state)
    question = sum_asking.open_question(state, scene) if summing else None
    wanted = question is not None and question.id == "region"
    told = "region" in state.answers or state.asking == HEARD
    open_ = state.stage == "intake" and (state.asking == "region" or not told)
    if not wanted and (summing or not open_):
        return _kept(state.changed(point=(lat, lon)), scene)
    near = scene.content.knowledge.places.counties_near(lat, lon, limit=3)
    if not near:
        return Turn(state, (Reply(scene.say("place_unknown")),))
    located = state.changed(point=(lat, lon))
    asked = sum_asking.ask_region_among if wanted else ask_region_among
    return asked(located, tuple(region.adcode for region, _ in near), scene)


def _kept(state: DialogueState, scene: Scene) -> Turn:
    """The point serves to find what is near; what was being asked is asked again."""
    if state.dispute_kind is None or state.handed_over:
        return Turn(state, (Reply(scene.say("place_not_asked")),))
    return present(state, scene).after(Reply(scene.say("place_kept")))
