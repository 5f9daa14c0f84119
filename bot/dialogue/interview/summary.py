"""What was understood, shown before it counts, and corrected where it is wrong."""

from bot.dialogue import offered
from bot.dialogue.calculation import tallying
from bot.dialogue.calculation.summing import calculated_lines
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.interview.asking import ask
from bot.dialogue.messages import Button, Reply
from bot.dialogue.onward import papers, referral
from bot.dialogue.onward.limits import limit_lines
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting, roles
from bot.dialogue.told.facts import absorb, forget, keep, question_for, shown
from bot.dialogue.told.kinds_told import CLEAR
from bot.dialogue.turn import Turn, button, lasting_button, offering
from intents.answers import Understood, understand

HIDDEN = frozenset({"town", "dispute_kinds", "circumstances", "worker_kind", "event_kind", "story"})
"""Facts the worker did not state as such; the mediator's page shows what follows from them."""


MOST_KINDS = 3
BESIDES = CLEAR | {
    "no_written_contract",
    "maternity_protection",
    "annual_leave",
    "social_insurance",
}
"""Disputes that are claimed beside another."""


def show_summary(state: DialogueState, scene: Scene) -> Turn:
    """List what will be handed on, and ask whether it is right."""
    summed = offering(state.changed(stage="summary", asking=None, correcting=False))
    text = scene.say(
        "summary",
        kind=scene.say("list", items=_kinds(summed, scene)),
        items=_items(summed, scene),
        limits=limit_lines(summed, scene),
        sums=calculated_lines(summed, scene, whole=False),
    )
    choices = (
        button(summed, "right", scene.label("right")),
        button(summed, "correct", scene.label("correct")),
        *_calculate(summed, scene),
        *papers.buttons(summed, scene),
    )
    return Turn(summed, (Reply(text, choices),))


def _kinds(state: DialogueState, scene: Scene) -> list[str]:
    """The matter at hand, then the others of the worker's own story."""
    told = absorb(DialogueState(), state.story, scene, anew=True).facts().get("dispute_kinds")
    others = [kind for kind in told if kind in BESIDES] if isinstance(told, tuple) else []
    kinds = dict.fromkeys((state.dispute_kind, *others))
    return [scene.label(f"dispute_kind.{kind}") for kind in kinds if kind][:MOST_KINDS]


def _calculate(state: DialogueState, scene: Scene) -> tuple[Button, ...]:
    """To work out what may be owed, until that was done."""
    sum_ = scene.content.intents.sums.for_kind(state.dispute_kind)
    if sum_ is None or sum_.id in state.calculated:
        return ()
    return (lasting_button(f"calculate:{sum_.id}", scene.label("calculate")),)


def _items(state: DialogueState, scene: Scene) -> list[tuple[str, str]]:
    facts = state.facts()
    return [
        (scene.label(f"fact.{key}"), shown(key, value, scene))
        for key, value in facts.items()
        if key not in HIDDEN and not (key == "event_date" and value == facts.get("employed_to"))
    ]


def hear(state: DialogueState, text: str, scene: Scene) -> Turn:
    """Yes goes on, no asks what to change, further facts are taken in and shown again."""
    agreed = scene.content.intents.agreement(text)
    if agreed:
        return referral.begin(state, scene)
    told = _corrected(state, text, scene) or absorb(state, text, scene, anew=True)
    told = tallying.settled(state, tallying.heard(told, text, scene))
    if told.answers != state.answers:
        return echoing.led(show_summary(told, scene), noting.counsel(text, scene, told))
    named = _named_fact(state, text, scene)
    if named:
        return correct(state, named, scene)
    complains = scene.content.intents.manners.complains(text)
    if complains or (agreed is None and noting.is_told(text)):
        kept = noting.add(state, text)
        return Turn(kept, (Reply(noting.line(text, scene), offered.buttons(kept)),))
    return choose_correction(state, scene)


def _corrected(state: DialogueState, text: str, scene: Scene) -> DialogueState | None:
    """金额错了是一万八, 1.8万: the fact that is named, or the sum, with its new value."""
    key = _named_fact(state, text, scene) or "amount_claimed"
    if key not in state.answers:
        return None
    read = understand(question_for(state, key, scene), text, scene.today, scene.content.extractor)
    if not isinstance(read, Understood) or roles.is_other(state, key, read.value, text, scene):
        return None
    return keep(state, key, read.value, read.said)


def _named_fact(state: DialogueState, text: str, scene: Scene) -> str | None:
    """The fact on the summary whose name stands in the words."""
    for key in state.answers:
        if key in scene.content.intents.questions and scene.label(f"fact.{key}") in text:
            return key
    return None


def choose_correction(state: DialogueState, scene: Scene) -> Turn:
    """Which of the facts is wrong?"""
    keys = tuple(key for key in state.answers if key not in HIDDEN)
    keys = tuple(key for key in keys if key in scene.content.intents.questions)
    choosing = offering(state.changed(stage="summary"), *keys)
    facts = [button(choosing, f"fix:{key}", scene.label(f"fact.{key}")) for key in keys]
    right = button(choosing, "right", scene.label("right"))
    return Turn(choosing, (Reply(scene.say("what_to_correct"), (*facts, right)),))


def correct(state: DialogueState, key: str, scene: Scene) -> Turn:
    """Ask that one question again and come back to the summary."""
    question = question_for(state, key, scene)
    skipped = tuple(item for item in state.skipped if item != "county")
    before = {key: state.answers[key]} if key in state.answers else {}
    left = forget(state, key).changed(correcting=True, skipped=skipped, taken_back=before)
    return ask(left, question, scene)
