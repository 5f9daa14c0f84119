"""The current question again, whatever the stage: after an aside, a stale button, an empty message."""

from collections.abc import Callable

from bot.dialogue import choosing
from bot.dialogue.calculation import sum_asking
from bot.dialogue.content import Scene
from bot.dialogue.interview import intake, summary
from bot.dialogue.messages import Reply
from bot.dialogue.onward import handoff, referral
from bot.dialogue.rights import erasing
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn, button, offering


def present(state: DialogueState, scene: Scene) -> Turn:
    """Say again what is being asked, with fresh buttons."""
    if sum_asking.is_asking(state):
        return sum_asking.present(state, scene)
    return _PRESENTING[state.stage](state, scene)


def _greet(state: DialogueState, scene: Scene) -> Turn:
    greeted = offering(state.changed(stage="welcome"))
    areas = scene.content.intents.areas.values()
    choices = tuple(button(greeted, f"area:{area.id}", area.label) for area in areas)
    return Turn(greeted, (Reply(scene.say("welcome"), choices),))


def _listen(state: DialogueState, scene: Scene) -> Turn:
    return Turn(state, (Reply(scene.say("go_on")),))


_PRESENTING: dict[str, Callable[[DialogueState, Scene], Turn]] = {
    "welcome": _greet,
    "question": _listen,
    "choosing_answer": choosing.present,
    "intake": intake.present,
    "summary": summary.show_summary,
    "referral_offer": referral.offer,
    "referral_consent": referral.ask_consent,
    "handed_off": handoff.present,
    "erasing": erasing.ask,
    "erased": _greet,
}
