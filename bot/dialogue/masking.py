"""A number that tells who somebody is, typed by mistake: never read on, said so, offered for deletion.

The one number that goes on is the answer to a mediator who asked: it reaches the mediator whole,
and only there.
"""

from dataclasses import replace

from bot.dialogue.content import Scene
from bot.dialogue.effects import MessageMediator, Unsay
from bot.dialogue.messages import Reply, Text
from bot.dialogue.resuming import present
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn, lasting_button
from intents.extraction.personal_numbers import Masked


def mask(text: str, scene: Scene) -> Masked:
    """The words as they may be kept and read."""
    return scene.content.intents.personal_numbers.mask(text)


def is_all(masked: Masked, scene: Scene) -> bool:
    """Whether nothing but a number was said."""
    return scene.content.intents.personal_numbers.is_all(masked)


def only_a_number(state: DialogueState, scene: Scene) -> Turn:
    """There is nothing to answer: on where we stood."""
    return present(state, scene)


def tell(state: DialogueState, said: Text, masked: Masked, turn: Turn, scene: Scene) -> Turn:
    """The turn with a word on what was masked, put first; in danger safety alone is spoken of.

    `state` is that before the turn: whether a mediator waited for this answer.
    """
    if not masked.kinds or any(reply.urgent for reply in turn.replies):
        return turn
    asked_for = state.mediator_waits and any(
        isinstance(effect, MessageMediator) for effect in turn.effects
    )
    kinds = [scene.label(f"number.{kind}") for kind in masked.kinds]
    notice = Reply(
        scene.say("number_masked", kinds=kinds, mediator=asked_for),
        (lasting_button(f"unsay:{said.ref}", scene.label("unsay")),) if said.ref else (),
    )
    return (_whole(turn, said) if asked_for else turn).after(notice)


def _whole(turn: Turn, said: Text) -> Turn:
    effects = tuple(
        MessageMediator(said.text) if isinstance(effect, MessageMediator) else effect
        for effect in turn.effects
    )
    return replace(turn, effects=effects)


def take_back(state: DialogueState, ref: str, scene: Scene) -> Turn:
    """The worker wants the message gone."""
    return Turn(state, (Reply(scene.say("unsaid")),), (Unsay(ref),))
