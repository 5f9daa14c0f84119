"""A question without a subject (能补吗, 去哪告, 那咋办): it is about the answer given last, else about the
matter talked about."""

from collections.abc import Mapping

from bot.dialogue.answers import asides, following, moves
from bot.dialogue.care import crisis
from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn, lasting_button
from intents.follow_ups import Aspect
from knowledge.schemas import FaqEntry

CAN: Aspect = "can"
COST: Aspect = "cost"
WHEN: Aspect = "when"
EXPIRED = "expired"
"""The remark that asks until when one may act."""
ASIDES: Mapping[Aspect, str] = {"can": "worth_it", "when": "how_fast"}
MOVES: Mapping[Aspect, str] = {"where": "where_to", "what": "what_now"}
"""What is asked of the matter at hand, by how it is met."""
OF_THE_WAY: frozenset[Aspect] = frozenset({"where", "when", "cost"})
"""What is asked of the way through the whole matter."""


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """What the answer given last says to it, and the talk going on; None for all other words."""
    if state.stage in asides.ELSEWHERE or state.handed_over or state.case_status in REACHABLE:
        return None
    aspect = scene.content.intents.follow_ups.aspect(scene.content.extractor.script.fold(text))
    if aspect is None or asides.answers(state, text, scene):
        return None
    entry = scene.content.knowledge.entries.get(_topic(state, scene) or "")
    if entry is None or _is_of_the_way(state, aspect, entry, scene):
        return _of_matter(state, aspect, text, scene)
    own = following.is_of_matter(state, entry)
    law = lasting_button(f"law:{entry.id}", scene.label("law"))
    reply = Reply(scene.say("about_that", entry=entry, aspect=aspect, named=not own), (law,))
    return asides.going_on(Turn(state, (reply,)), scene)


def _is_of_the_way(state: DialogueState, aspect: Aspect, entry: FaqEntry, scene: Scene) -> bool:
    """Whether it is asked of the matter at hand: where to go, how long it takes and what it costs always, while
    its facts are gathered; the rest where the answer given last is of the matter."""
    if entry.id == following.matter_entry(state, scene):
        return True
    if aspect in OF_THE_WAY and state.stage == "intake":
        return True
    return aspect != CAN and following.is_of_matter(state, entry)


def _topic(state: DialogueState, scene: Scene) -> str | None:
    """The answer given last, else the one that stands for another dispute just named."""
    of_pay = crisis.PAY.intersection(state.last_told)
    if state.shown_card is None and "dispute_kinds" in state.last_told and not of_pay:
        named = state.facts().get("dispute_kinds")
        newest = named[-1] if isinstance(named, tuple) and named else None
        if newest != state.dispute_kind:
            return scene.content.intents.asides.entry_of.get(newest or "")
    return following.topic(state)


def _of_matter(state: DialogueState, aspect: Aspect, text: str, scene: Scene) -> Turn | None:
    """The same asked of the matter at hand."""
    if state.dispute_kind is None:
        return None
    if aspect == COST:
        return asides.going_on(Turn(state, (Reply(scene.say("about_cost")),)), scene)
    if aspect == WHEN and scene.content.intents.follow_ups.asks_whether_late(text):
        return asides.meet(state, EXPIRED, text, scene)
    if aspect in MOVES:
        return moves.meet(state, MOVES[aspect], text, scene)
    return asides.meet(state, ASIDES[aspect], text, scene)
