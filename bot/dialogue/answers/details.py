"""Narrow questions in the middle of a case (让我走意外险行吗): when one may be asked, and its straight answer. Which there
are stands in intents/details."""

from bot.dialogue.answers import asides
from bot.dialogue.answers.answering import SHOWN_CITATIONS
from bot.dialogue.answers.citing import law_line
from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import DialogueState


def may_be_asked(state: DialogueState) -> bool:
    """Whether a matter is talked about, and no mediator has it."""
    begun = state.dispute_kind is not None and not state.handed_over
    return begun and state.stage not in asides.ELSEWHERE and state.case_status not in REACHABLE


def reply(name: str, scene: Scene) -> Reply:
    """The straight answer and its law."""
    detail = scene.content.intents.details.by_id[name]
    law = law_line(detail.cited[:SHOWN_CITATIONS], scene) if detail.cited else ""
    return Reply(scene.say("detail", says=detail.says, law=law))
