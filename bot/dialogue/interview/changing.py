"""返回 改 工资, 改工资4300: what is to be changed is named, and with it perhaps what counts now."""

from bot.dialogue.content import Scene
from bot.dialogue.interview import correcting, echoing, going_back
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import shown
from bot.dialogue.turn import Turn

WHERE = frozenset({"question", "intake"})


def hear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The fact changed, or shown and asked anew; None where no fact that was told is named."""
    if state.stage not in WHERE or state.mediator_waits or state.dispute_kind is None:
        return None
    meant = scene.content.intents.manners.change(scene.content.extractor.script.fold(text))
    if meant is None or meant[0] not in state.answers:
        return None
    key, new = meant
    if new and (right := correcting.put_right(state, key, new, scene)) is not None:
        return right
    value = shown(key, state.answers[key].value, scene)
    before = scene.say("so_far", name=scene.label(f"fact.{key}"), value=value)
    return echoing.led(going_back.ask_again(state, key, scene), before)
