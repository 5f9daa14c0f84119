"""这能当证据不: the worth of what was told just before, where the words name nothing themselves."""

import re

from bot.dialogue.answers import asides
from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.turn import Turn

MOST = 2
"""Things told before whose worth is said."""
ANY = "proof_pictures"
"""The worth of things of no kind that is known."""
_PARTS = re.compile(r"[\s，。；！？,;!?]+")


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The worth of what was told last; None for words that name what they ask of."""
    folded = scene.content.extractor.script.fold(text)
    if state.dispute_kind is None or not scene.content.intents.proofs.asks_of_told(folded):
        return None
    if state.handed_over or state.case_status in REACHABLE or asides.answers(state, text, scene):
        return None
    names = _told_lately(state, scene)[:MOST] or (ANY,)
    worth = "\n".join(scene.say(noting.worth_for(name, text, state, scene)) for name in names)
    said = scene.say("proves_it", worth=worth)
    return asides.going_on(Turn(state, (Reply(said),)), scene)


def _told_lately(state: DialogueState, scene: Scene) -> tuple[str, ...]:
    """The names of the replies to what the last telling message and the end of the story hold."""
    last = (state.answers[key].said for key in state.last_told if key in state.answers)
    story = state.story.rpartition("\n")[2]
    words = scene.content.extractor.script.fold(" ".join(dict.fromkeys((*last, story))))
    proofs = scene.content.intents.proofs
    found = (proofs.reply(part) for part in _PARTS.split(words) if not proofs.demanded(part))
    return tuple(name for name in dict.fromkeys(found) if name is not None)
