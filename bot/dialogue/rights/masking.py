"""A number that tells who somebody is, typed by mistake: never read on, said so, offered for deletion.

The one number that goes on is the answer to a mediator who asked: it reaches the mediator whole,
and only there.
"""

from dataclasses import replace

from bot.dialogue.content import Scene
from bot.dialogue.effects import MessageMediator, Unsay
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply, Text
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import ALWAYS, Turn, lasting_button
from intents.extraction.personal_numbers import Masked

UNSAY = f"{ALWAYS}:unsay:"
"""What the button that takes a message back begins with, before the message it means."""


def mask(text: str, scene: Scene) -> Masked:
    """The words as they may be kept and read."""
    return scene.content.intents.personal_numbers.mask(text)


def is_all(masked: Masked) -> bool:
    """Whether nothing but a number was said."""
    return bool(masked.kinds) and not any(letter.isalnum() for letter in masked.rest)


def only_a_number(state: DialogueState, scene: Scene) -> Turn:
    """There is nothing to answer: on where we stood."""
    return present(state, scene)


def tell(state: DialogueState, said: Text, masked: Masked, turn: Turn, scene: Scene) -> Turn:
    """The turn with a word on what was masked, put first; in danger safety alone is spoken of.

    `state` is that before the turn: whether a mediator waited for this answer.
    """
    turn = replace(turn, state=turn.state.changed(masked=bool(masked.kinds)))
    if not masked.kinds:
        return turn
    asked_for = state.mediator_waits and any(
        isinstance(effect, MessageMediator) for effect in turn.effects
    )
    turn = _passing_on(turn, said.text if asked_for else masked.text)
    if any(reply.urgent for reply in turn.replies):
        return turn
    kinds = [scene.label(f"number.{kind}") for kind in masked.kinds]
    notice = Reply(
        scene.say("number_masked", kinds=kinds, mediator=asked_for),
        (lasting_button(f"unsay:{said.ref}", scene.label("unsay")),) if said.ref else (),
    )
    return turn.after(notice)


def _passing_on(turn: Turn, words: str) -> Turn:
    effects = tuple(
        MessageMediator(words) if isinstance(effect, MessageMediator) else effect
        for effect in turn.effects
    )
    return replace(turn, effects=effects)


def unsaid(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """把那两个号删了: the numbers alone, which were never kept; None for all other words."""
    if not scene.content.intents.manners.unsays_number(text.strip(), state.masked):
        return None
    refs = (id.removeprefix(UNSAY) for id, _ in state.on_offer if id.startswith(UNSAY))
    if ref := next(refs, ""):
        return take_back(state, ref, scene)
    reply = Reply(scene.say("numbers_not_kept"))
    return present(state, scene).after(reply) if state.stage == "intake" else Turn(state, (reply,))


def take_back(state: DialogueState, ref: str, _scene: Scene) -> Turn:
    """The worker wants the message gone."""
    return Turn(state, (), (Unsay(ref),))


def forget(state: DialogueState, words: str, scene: Scene) -> DialogueState:
    """The message is gone: its words leave the story, too. What was understood stays, to be seen
    and corrected under 我的资料."""
    rest = scene.content.intents.personal_numbers.beside(words)
    kept = [line for line in state.story.split("\n") if line not in (words, rest)]
    question = "" if state.question and rest.startswith(state.question) else state.question
    return state.changed(story="\n".join(kept), question=question, said_lately=())
