"""What gave way to an answer that then was not found: the remark, the wish or the question after the way that the
words seem to be. It is met before the worker is told that nothing is known."""

from collections.abc import Iterator

from bot.dialogue.answers import asking, chosen, remarks, suiting, wishes
from bot.dialogue.answers.likeliest import Reading
from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.onward import ways
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn
from intents.asides import Aside

EXPIRED = "expired"
"""The remark that asks whether the time to act is past."""


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """What the words seem to be, met; None where an answer is likelier asked for, or they seem to be nothing known."""
    begun = state.dispute_kind is not None and not state.handed_over
    if not begun or state.case_status in REACHABLE:
        return None
    folded = scene.content.extractor.script.fold(text)
    asked = _likeliest(state, folded, scene)
    seeming = (
        aside
        for aside, least in _seeming(state, folded, scene)
        if asked < least and _suits(state, aside, folded, scene)
    )
    met = (remarks.met_with(state, aside, scene) for aside in seeming)
    reply = next((each for each in met if each is not None), None) or _wished(
        state, folded, asked, scene
    )
    return Turn(state, (reply,)) if reply else None


def _suits(state: DialogueState, aside: Aside, text: str, scene: Scene) -> bool:
    entry_id = aside.entry_for(state.dispute_kind, state.facts().get("worker_kind"))
    return entry_id is None or suiting.suits(state, entry_id, text, scene)


def _likeliest(state: DialogueState, text: str, scene: Scene) -> float:
    """How likely the words ask for an answer."""
    reading = Reading(state, text, scene)
    found = (reading.of(own)[:1] for own in asking.each(text, scene))
    return max((each.likely for few in found for each in few), default=0.0)


def _seeming(state: DialogueState, text: str, scene: Scene) -> Iterator[tuple[Aside, float]]:
    """The questions after the way and the remarks that the words are or seem to be, and how likely an answer must
    be to go before each."""
    asides = scene.content.intents.asides
    if (way := asides.of_the_way(text, state.dispute_kind)) is not None:
        yield way, chosen.AGAINST_SUM
    if (name := asides.named(text, state.dispute_kind)) is not None:
        yield asides.asides[name], chosen.AGAINST_WISH
    kind, _, name = (scene.content.wishes.read(text) or "").partition(".")
    if kind == wishes.ASIDES and wishes.may_be(name, text, scene):
        aside = asides.asides[name]
        if not aside.only or state.dispute_kind in aside.only:
            of_the_way = aside.shows is not None or bool(aside.says)
            yield aside, chosen.AGAINST_WISH if of_the_way else chosen.ELSE


def _wished(state: DialogueState, text: str, asked: float, scene: Scene) -> Reply | None:
    """Until when or where to go, where the words seem to wish it."""
    wish = scene.content.wishes.read(text) if asked < chosen.AGAINST_WISH else None
    if wish == wishes.HOW_LONG:
        return remarks.met_with(state, scene.content.intents.asides.asides[EXPIRED], scene)
    return ways.shown(state, scene) if wish == wishes.WHERE_TO else None
