"""Within the care frame: what the worker says was done (120打了, 发了, 老婆回来了) is never asked again, and
the next calm step follows."""

from dataclasses import replace

from bot.dialogue.care import aftercare, crisis, words_of_care
from bot.dialogue.content import Scene
from bot.dialogue.onward import ways
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.told.facts import absorb
from bot.dialogue.turn import Turn

ENDS_IT = frozenset({"hospital", "taken", "police_told"})
"""What ends the care: others look after the person now."""
ENDS_THEIRS = ENDS_IT | {"come_down", "police", "police_here"}
"""What ends it where somebody else was in danger."""
REACHED, WATCHED = "reached", "watched"
"""Told by who stays with somebody else in danger (我守着他)."""
HELPED = ENDS_IT | {
    "ambulance",
    "breathing",
    "called",
    "refused",
    "place_unknown",
    "reported",
    "sign_forced",
}
"""What words of the same danger tell, too: help is there, or on its way."""


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The next calm step after what was done; None where nothing was, or a new danger is told."""
    if not state.care_turns or state.care_class is None or state.mediator_waits:
        return None
    step = scene.content.intents.caring.done_in_danger(state.care_class, text)
    if step is None or _is_more(state, step, text, scene):
        return None
    if state.care_class != crisis.SELF_HARM:
        state = words_of_care.with_call(_with_matter(state, text, scene), step)
    if step == WATCHED and not state.in_danger:
        state = state.changed(in_danger=scene.content.intents.caring.pronoun(text))
    hushed = step == "hushed" and words_of_care.CALLED in state.pressing
    if hushed or step in (ENDS_THEIRS if state.in_danger else ENDS_IT):
        turn = crisis.caring(state, _name(state, step, scene), scene)
        calm = crisis.leave_care(turn.state).changed(near_danger=state.care_class)
        if step == ways.POLICE_TOLD:
            calm = calm.changed(pressing=tuple(dict.fromkeys((*calm.pressing, step))))
        return replace(turn, state=calm)
    calmer = state.changed(care_turns=max(crisis.ALMOST_CALM, state.care_turns - 1))
    return crisis.caring(calmer, _name(calmer, step, scene), scene)


def _is_more(state: DialogueState, step: str, text: str, scene: Scene) -> bool:
    """Whether the words tell a new danger, or ask something beside what was done."""
    danger = scene.content.crisis.danger_in_pieces((text,))
    new = danger is not None and (step not in HELPED or danger != state.care_class)
    return new or bool(aftercare.asked_beside(state, text, scene))


def _with_matter(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """上个月27号摔的 住了十二天院, told beside: kept for when the matter is taken up."""
    told = noting.add(absorb(state, text, scene, anew=False), text)
    begun = told.stage == "welcome" and told.dispute_kind is not None
    return told.changed(stage="question") if begun else told


def _name(state: DialogueState, step: str, scene: Scene) -> str:
    """The step's reply: of who is chased or struck its own, where one is written; who reached somebody
    for himself (室友回我了) has somebody who comes."""
    if step == REACHED and not state.in_danger:
        return "next_comes"
    of_violence = f"next_{step}_{crisis.VIOLENCE}"
    chased = state.care_class == crisis.VIOLENCE and not state.in_danger
    return (
        of_violence if chased and of_violence in scene.content.intents.replies else f"next_{step}"
    )
