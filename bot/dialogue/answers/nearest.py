"""A question in between that nobody wrote an answer for: a part of it that can be answered, else what
stands nearest to it, the answer given last or the one that stands for the matter."""

from bot.dialogue.answers import (
    asides,
    asking,
    chosen,
    following,
    meanwhile,
    passages,
    perhaps,
    suiting,
)
from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.turn import Turn, lasting_button
from knowledge.schemas import FaqEntry

OF_WORK = 0.5
"""Domain score from which a question nobody wrote an answer for is about work at all."""


def answer_in_between(state: DialogueState, text: str, scene: Scene) -> Turn:
    """What a question put in the middle of something else is met with; the state stays where it is."""
    return answered(state, text, scene) or standing(state, text, scene)


def answered(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The answer to the words, or to a part of them; None where there is none."""
    folded = scene.content.extractor.script.fold(text)
    if state.dispute_kind is not None and asking.clauses(folded, scene):
        return (
            meanwhile.elsewhere(state, text, scene)
            or chosen.in_between(state, text, scene)
            or meanwhile.counsel(state, text, scene)
            or (None if perhaps.is_likely(state, text, scene) else _in_part(state, text, scene))
        )
    return meanwhile.answered(state, text, scene) or _in_part(state, text, scene)


def _in_part(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    reply = asides.beside(state, text, scene)
    return Turn(state, (reply,)) if reply else None


def standing(state: DialogueState, text: str, scene: Scene) -> Turn:
    """What stands nearest to the question; what merely tells is noted."""
    if state.dispute_kind is None:
        return Turn(state, (Reply(scene.say("unclear_in_between")),))
    folded = scene.content.extractor.script.fold(text)
    asks = scene.content.intents.manners.may_be_question(folded) and asking.clauses(folded, scene)
    if not asks:
        return Turn(noting.add(state, text), (Reply(noting.line(text, scene, state)),))
    if (likeliest := perhaps.said(state, text, scene)) is not None:
        return Turn(state, (likeliest,))
    entry = _nearest(state, scene)
    of_work = suiting.recognized(state, text, scene).domain_score >= OF_WORK
    lines = passages.near(entry, text, scene) if entry and of_work else ""
    if entry is None or not lines:
        return Turn(state, (perhaps.offered(state, text, scene),))
    law = lasting_button(f"law:{entry.id}", scene.label("law"))
    return Turn(state.changed(shown_card=entry.id), (Reply(lines, (law,)),))


def _nearest(state: DialogueState, scene: Scene) -> FaqEntry | None:
    """The answer given last where it is of the matter, else the one that stands for it."""
    entries = scene.content.knowledge.entries
    last = entries.get(following.topic(state) or "")
    if last is not None and following.is_of_matter(state, last):
        return last
    return entries.get(following.matter_entry(state, scene) or "")
