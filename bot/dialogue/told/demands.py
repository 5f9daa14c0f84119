"""What the other side wants or threatens (律师函, 发群里, 三天内答复, 要我赔30万): met at once with what it is worth.
Its money is none owed to the worker, and it begins no other matter."""

from dataclasses import replace

from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import absorb
from bot.dialogue.turn import Turn
from intents.proofs import REPLY

OWN = frozenset({"region", "employer", "platform", "worker_kind", "relation"})
"""Facts of the worker's own that may stand in such words; their sums, days and disputes are the other side's."""
CLAIMED = "claimed_from_me"
"""The demand that an answer which begins a matter mostly speaks of itself."""


def named(text: str, scene: Scene) -> str | None:
    """The kind of demand or threat the words tell, if any."""
    return scene.content.intents.proofs.demanded(scene.content.extractor.script.fold(text))


def told(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with what such words tell of the worker's own matter (the place, the employer)."""
    heard = absorb(state, text, scene, anew=False)
    own = {key: answer for key, answer in heard.answers.items() if key in OWN}
    return heard.changed(answers={**state.answers, **own}, dispute_kind=state.dispute_kind)


def beside_story(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """A story that begins a matter and tells of such a demand: what it is worth, above the question."""
    begins = before.dispute_kind is None and turn.state.stage == "intake"
    kind = named(text, scene) if begins else None
    if kind in (None, CLAIMED) or turn.state.care_turns or not turn.replies:
        return turn
    *first, last = turn.replies
    return replace(turn, replies=(*first, Reply(scene.say(f"{REPLY}{kind}")), last))
