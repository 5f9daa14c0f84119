"""A feeling told beside the matter (大家推我当代表 我有点怕) gets its sentence first, then the next step."""

from dataclasses import replace

from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

WITH_OPENING = frozenset({"wronged", "furious"})
"""Feelings that the sentence opening a matter meets already."""
OF_FEELING = frozenset(
    {
        "overwhelmed",
        "not_your_fault",
        "afraid_of_boss",
        "in_writing",
        "not_a_crime",
        "found_out",
        "furious",
        "worn_out",
        "smash_things",
        "no_offence",
        "company",
        "block_road",
    }
)
"""Replies to remarks that meet the feeling themselves."""


def met(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """The turn with the sentence for the feeling told; each is met once in a talk."""
    state = turn.state
    feeling = scene.content.intents.caring.feeling(text)
    if feeling is None or feeling in before.felt or not turn.replies or before.mediator_waits:
        return turn
    if any(reply.urgent for reply in turn.replies) or state.stage in ("erasing", "erased"):
        return turn
    opens = before.dispute_kind is None and state.dispute_kind is not None
    if (opens and feeling in WITH_OPENING) or state.pressing != before.pressing:
        return turn
    if not echoing.news(before, state) and _is_of_feeling(state, text, scene):
        return turn
    felt = replace(turn, state=state.changed(felt=(*before.felt, feeling)))
    return echoing.led(felt, scene.say(f"feel_{feeling}"))


def _is_of_feeling(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the whole message is a remark whose reply meets the feeling."""
    asides = scene.content.intents.asides
    name = asides.named(scene.content.extractor.script.fold(text), state.dispute_kind)
    return name is not None and asides.asides[name].say in OF_FEELING
