"""先说身份证, where several things went wrong: that matter goes first, and what was told counts for it."""

from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, intake
from bot.dialogue.interview.filling import filled
from bot.dialogue.interview.resuming import present
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn, offering

ALIKE = {"wage_arrears": ("construction_wage_arrears", "service_contract")}
"""Matters that workers call by one name."""


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The intake of the matter named; None where it was not told of, or the words name none."""
    if state.stage != "intake" or state.handed_over:
        return None
    told = state.facts().get("dispute_kinds")
    known = {state.dispute_kind, *(told if isinstance(told, tuple) else ())}
    named = scene.content.intents.manners.first_matter.named(text)
    meant = (kind for each in named for kind in (each, *ALIKE.get(each, ())) if kind in known)
    kind = next(meant, None)
    if kind is None:
        return None
    said = scene.say("matter_now", kind=scene.label(f"dispute_kind.{kind}"))
    if kind == state.dispute_kind:
        return echoing.led(present(state, scene), said)
    turned = state.changed(dispute_kind=kind, asked=(), misread=0)
    turned = filled(turned, intake.form_for(turned, scene), state.story, None, scene)
    return echoing.led(intake.proceed(offering(turned), scene), said)
