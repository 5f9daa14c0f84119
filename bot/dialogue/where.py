"""Where the work is done: a place told step by step, or one that may mean several."""

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from intents.extraction.found import Found


def is_nearer(state: DialogueState, key: str, fact: Found, scene: Scene) -> bool:
    """包河区, after 合肥: the county within the city told before."""
    before = state.facts().get("region")
    places, code = scene.content.knowledge.places, str(fact.value)
    if key != "region" or not isinstance(before, str) or before == code:
        return False
    return places.region(before) is not None and places.contains(before, code)


def with_candidates(state: DialogueState, found: Found | None) -> DialogueState:
    """A place that may lie in several regions is remembered for when the place is asked."""
    if found is None or "region" in state.answers or not isinstance(found.value, tuple):
        return state
    return state.changed(candidates=tuple(map(str, found.value)))


def among_offered(state: DialogueState, adcode: str, scene: Scene) -> str:
    """北京的, after several districts were offered: the one of them that lies there."""
    places = scene.content.knowledge.places
    meant = [
        code for code in state.offered if places.region(code) and places.contains(adcode, code)
    ]
    return meant[0] if len(meant) == 1 else adcode
