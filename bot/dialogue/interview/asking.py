"""Putting one question, the same way everywhere."""

from bot.dialogue.calculation import daily_told, service_length
from bot.dialogue.content import Scene
from bot.dialogue.messages import Button, Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn, button, offering
from intents.intake_form import Form, Question

WAGE, EVENT, WAGE_DUE = "monthly_wage", "event_date", "wage_due"


def ask(state: DialogueState, question: Question, scene: Scene) -> Turn:
    """Ask one question with its reason in half a line, an example and a way to skip."""
    asked = state.asked if question.id in state.asked else (*state.asked, question.id)
    asking = offering(state.changed(stage="intake", asking=question.id, asked=asked))
    put = service_length.put(state, _of_today(state, question, scene), scene)
    put = _of_lease(state, daily_told.put(state, put, scene), scene)
    text = scene.say("question", question=put)
    reply = Reply(
        text, choice_buttons(asking, question, scene), asks_place=question.type == "place"
    )
    return Turn(asking, (reply,))


def _of_today(state: DialogueState, question: Question, scene: Scene) -> Question:
    """The wage of somebody who is still there is asked as it is, not as it was before leaving."""
    if question.id != WAGE or state.facts().get("still_employed") is not True:
        return question
    now = question.ask.removeprefix(scene.content.intents.labels["before_leaving"])
    return question.model_copy(update={"ask": now})


def _of_lease(state: DialogueState, question: Question, scene: Scene) -> Question:
    """The day from which a deposit for a leased car may be claimed."""
    leased = scene.content.intents.manners.standpoint.is_leased(state.story)
    if not leased or question.id != EVENT or WAGE_DUE not in question.event_kinds:
        return question
    return question.model_copy(update={"ask": scene.say("car_returned")})


def ask_region_among(state: DialogueState, adcodes: tuple[str, ...], scene: Scene) -> Turn:
    """Several regions fit what was said or shared: the worker confirms one."""
    asking = offering(state.changed(stage="intake", asking="region"), *adcodes)
    places = scene.content.knowledge.places
    regions = [button(asking, f"region:{code}", places.full_name(code)) for code in adcodes]
    other = button(asking, "region_other", scene.label("region_other"))
    return Turn(asking, (Reply(scene.say("which_region"), (*regions, other)),))


def ask_county(state: DialogueState, adcode: str, scene: Scene) -> Turn:
    """Only the city or province is known: competence needs the county."""
    asked = state.asked if "region" in state.asked else (*state.asked, "region")
    asking = offering(state.changed(stage="intake", asking="region", asked=asked))
    name = scene.content.knowledge.places.full_name(adcode)
    skip = button(asking, "skip", scene.label("unsure"))
    reply = Reply(scene.say("which_county", name=name), (skip,), asks_place=True)
    return Turn(asking, (reply,))


def choice_buttons(
    state: DialogueState, question: Question, scene: Scene, prefix: str = ""
) -> tuple[Button, ...]:
    """The choices of a question and a way to skip; `prefix` says whose question it is."""
    answer = f"{prefix}answer"
    choices = [button(state, f"{answer}:{choice.id}", choice.label) for choice in question.choices]
    if question.type == "yes_no" and not choices:
        choices = [button(state, f"{answer}:{word}", scene.label(word)) for word in ("yes", "no")]
    if question.optional:
        choices.append(button(state, f"{prefix}skip", scene.label("skip")))
    if not prefix and len(state.asked) > 1:
        choices.append(button(state, "back", scene.label("back")))
    return tuple(choices)


def is_of_another_form(state: DialogueState, form: Form) -> bool:
    """Whether what is asked belongs to the form of another matter than the one now talked about."""
    return form.question(state.asking or "") is None and state.asking not in state.taken_back
