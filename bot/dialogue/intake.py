"""Collecting what a mediator needs: one question at a time, only what is still missing."""

from dataclasses import replace

from bot.dialogue.asking import ask, ask_county, ask_region_among
from bot.dialogue.content import Scene
from bot.dialogue.facts import forget, keep, question_for
from bot.dialogue.hearing import PATIENCE, Ways, hear_answer
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.summary import show_summary
from bot.dialogue.turn import Turn
from intents.answers import Understood, understand
from intents.intake_form import Form, Question, next_question


def form_for(state: DialogueState, scene: Scene) -> Form:
    """The intake form of the dispute; the general one where no other fits."""
    return scene.content.intents.form_for(state.dispute_kind or "other")


def begin(state: DialogueState, kind: str, scene: Scene) -> Turn:
    """Start the intake for a dispute: one sentence of feeling, then the first missing question."""
    begun = state.changed(
        dispute_kind=kind, help_offered_for=None, asked=(), skipped=(), correcting=False, misread=0
    )
    opening = Reply(form_for(begun, scene).opening)
    return proceed(_answered_by_story(begun, scene), scene).after(opening)


def _answered_by_story(state: DialogueState, scene: Scene) -> DialogueState:
    """What the story already says is not asked again (我说超时: the reason is 超时)."""
    for question in form_for(state, scene).questions:
        if not question.from_story or not state.story or question.answered(state.facts()):
            continue
        read = understand(question, state.story, scene.today, scene.content.extractor)
        if isinstance(read, Understood):
            state = keep(state, question.id, read.value, state.story)
    return state


def proceed(state: DialogueState, scene: Scene) -> Turn:
    """The next question that matters, or the summary when nothing is missing."""
    form = form_for(state, scene)
    question = next_question(form, state.facts(), state.skipped)
    if question is None or state.correcting:
        return _settle_region(state, scene) or show_summary(state, scene)
    if question.id != "region":
        return _settle_region(state, scene) or ask(state, question, scene)
    near = scene.content.knowledge.places.counties_near(*state.point) if state.point else ()
    if near:
        return ask_region_among(state, tuple(region.adcode for region, _ in near), scene)
    return ask(state, question, scene)


def _settle_region(state: DialogueState, scene: Scene) -> Turn | None:
    """A city alone is asked for its county once; a skipped question is left alone."""
    region = state.facts().get("region")
    if not isinstance(region, str) or "county" in state.skipped:
        return None
    if not scene.content.knowledge.places.children(region):
        return None
    return ask_county(state, region, scene)


def hear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """Take the words as the answer to the open question; None when they are a question."""
    question = open_question(state, scene)
    return hear_answer(state, question, text, scene, _WAYS)


def _take(state: DialogueState, question: Question, value: object, said: str, scene: Scene) -> Turn:
    if question.type == "place":
        value = _among_offered(state, str(value), scene)
    kept = keep(state, question.id, value, said)
    if question.type == "place":
        kept = _narrowed(kept, said, scene)
    if question.event_kinds and kept.facts().get("event_kind") not in question.event_kinds:
        kept = keep(kept, "event_kind", question.event_kinds[0], said)
    return proceed(kept, scene)


def _among_offered(state: DialogueState, adcode: str, scene: Scene) -> str:
    """北京的, after several districts were offered: the one of them that lies there."""
    places = scene.content.knowledge.places
    meant = [
        code for code in state.offered if places.region(code) and places.contains(adcode, code)
    ]
    return meant[0] if len(meant) == 1 else adcode


def _narrowed(state: DialogueState, said: str, scene: Scene) -> DialogueState:
    """A street or town named with the place narrows who is competent."""
    towns = scene.content.knowledge.read_place(said).town_codes
    return keep(forget(state, "town"), "town", towns[0], said) if len(towns) == 1 else state


def take_choice(state: DialogueState, choice_id: str, label: str, scene: Scene) -> Turn:
    """A button answered the open question."""
    question = open_question(state, scene)
    value: object = choice_id == "yes" if question.type == "yes_no" else choice_id
    return proceed(keep(state, question.id, value, label), scene)


def take_region(state: DialogueState, adcode: str, scene: Scene) -> Turn:
    """The worker confirmed one of several regions."""
    name = scene.content.knowledge.places.full_name(adcode)
    return proceed(keep(state, "region", adcode, name), scene)


def ask_again(state: DialogueState, question_id: str, scene: Scene) -> Turn:
    """Ask a question anew: the worker wants to change its answer."""
    left = forget(state, question_id).changed(
        skipped=tuple(item for item in state.skipped if item not in (question_id, "county"))
    )
    return ask(left.changed(misread=0), question_for(state, question_id, scene), scene)


def skip(state: DialogueState, scene: Scene) -> Turn:
    """Leave the open question; a required one is asked once more with a way out."""
    question = open_question(state, scene)
    if question.id == "region" and "region" in state.answers:
        return proceed(state.changed(skipped=(*state.skipped, "county"), misread=0), scene)
    if not question.optional and not state.misread:
        again = ask(state.changed(misread=1), question, scene)
        return again.after(Reply(scene.say("needed", question=question)))
    return proceed(state.changed(skipped=(*state.skipped, question.id), misread=0), scene)


def back(state: DialogueState, scene: Scene) -> Turn:
    """Return to the question before this one; None before the first."""
    earlier = [item for item in state.asked if item != state.asking]
    if not earlier:
        left = state.changed(stage="question", asking=None)
        return Turn(left, (Reply(scene.say("back_to_start")),))
    return ask_again(state.changed(asked=tuple(earlier), correcting=False), earlier[-1], scene)


def open_question(state: DialogueState, scene: Scene) -> Question:
    """The question being asked."""
    return question_for(state, state.asking or "region", scene)


def present(state: DialogueState, scene: Scene) -> Turn:
    """Ask the open question again."""
    return ask(state, open_question(state, scene), scene)


def why(state: DialogueState, scene: Scene) -> Turn:
    """Why the open question is asked."""
    question = open_question(state, scene)
    return present(state, scene).after(Reply(scene.say("why", question=question)))


def _not_understood(state: DialogueState, question: Question, scene: Scene) -> Turn:
    missed = state.changed(misread=state.misread + 1)
    if missed.misread > PATIENCE:
        return skip(missed, scene).after(Reply(scene.say("let_go")))
    again = present(missed, scene)
    return Turn(again.state, (replace(again.replies[0], text=question.not_understood),))


_WAYS = Ways(skip, ask_region_among, proceed, _not_understood, _take)
