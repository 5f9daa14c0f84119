"""Narrow questions in the middle of a case (让我走意外险行吗) and what the other side says or wants, answered straight.
Which there are stands in intents/details; a learned reader hears them, among those that may be asked in this case."""

from bot.dialogue.answers import asides, likeliest, meanwhile
from bot.dialogue.answers.answering import SHOWN_CITATIONS
from bot.dialogue.answers.asking import Asking
from bot.dialogue.answers.citing import law_line
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, passing
from bot.dialogue.messages import Reply
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

CERTAIN = 0.6
"""How likely a detail must be that is claimed and not asked for."""


def claimed(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """他们非要我签个放弃书才让提现: what the other side says or wants, told so that it asks; what holds numbers, or is
    said within a calculation, tells facts."""
    folded = scene.content.extractor.script.fold(text)
    tells = state.calculation is not None or any(map(str.isdigit, folded))
    if tells or not scene.content.intents.asides.claims_of_them(folded):
        return None
    asking = Asking(folded, folded, several=False)
    best = next(iter(likeliest.Reading(state, folded, scene).of(asking)), None)
    if best is None or not best.is_detail or best.likely < CERTAIN:
        return None
    told = meanwhile.overheard(state, text, scene)
    heard = echoing.news(state, told)
    if heard or passing.tells(state, text, scene):
        return None
    return asides.going_on(Turn(told, (reply(best.name, scene),)), scene)


def may_be_asked(state: DialogueState) -> bool:
    """Whether a matter is talked about, and no mediator has it."""
    begun = state.dispute_kind is not None and not state.handed_over
    return begun and state.stage not in asides.ELSEWHERE and state.case_status not in REACHABLE


def reply(name: str, scene: Scene) -> Reply:
    """The straight answer and its law."""
    detail = scene.content.intents.details.by_id[name]
    law = law_line(detail.cited[:SHOWN_CITATIONS], scene) if detail.cited else ""
    return Reply(scene.say("detail", says=detail.says, law=law))
