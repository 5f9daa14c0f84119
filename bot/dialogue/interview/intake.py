"""Collecting what a mediator needs: one question at a time, only what is still missing."""

from dataclasses import replace

from bot.dialogue import offered
from bot.dialogue.answers import advising
from bot.dialogue.calculation import ledger, tallying
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, hearing, leftovers, opening_word, passing
from bot.dialogue.interview.asking import ask, ask_county, ask_region_among, is_of_another_form
from bot.dialogue.interview.filling import completed, filled
from bot.dialogue.interview.hearing import MOST_OPTIONS, PATIENCE, STORY, Ways, hear_answer
from bot.dialogue.interview.story_answers import answered_by_story, next_untold
from bot.dialogue.interview.summary import show_summary
from bot.dialogue.messages import Reply
from bot.dialogue.onward import ways
from bot.dialogue.onward.limits import limit_lines
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting, recalling, roles, sides, where
from bot.dialogue.told.facts import absorb, addressed, forget, keep, question_for
from bot.dialogue.turn import Turn, button, offering
from intents.day_answers import kind_of_day
from intents.intake_form import MOST_IN_A_ROW, YES, Form, Question

UNDER_WAY = frozenset({"intake", "summary", "referral_offer", "referral_consent"})
"""Stages of a dispute being made ready."""
OTHER = "other"
HEARD = "heard"
"""What is asked while the worker is to confirm what was heard."""


def form_for(state: DialogueState, scene: Scene) -> Form:
    """The intake form of the dispute; the general one where no other fits."""
    return scene.content.intents.form_for(state.dispute_kind or "other", state.facts())


def begin(state: DialogueState, kind: str, scene: Scene) -> Turn:
    """Start the intake for a dispute: a word of feeling, what was understood, the first question.

    What was heard in speech turned to text is confirmed before anything is asked.
    """
    begun = state.changed(dispute_kind=kind, help_offered_for=None, asked=(), correcting=False)
    begun = begun.changed(skipped=where.zone_told(state), misread=0)
    begun = answered_by_story(begun, form_for(begun, scene), begun.story, None, scene)
    opening = opening_word.of(begun, form_for(begun, scene), scene)
    begun = tallying.by_story(begun, scene)
    heard = echoing.unsaid(begun)
    if begun.doubtful and (doubted := echoing.line(begun, heard, scene, "heard_right")):
        return _confirm(begun, doubted, scene).after(Reply(opening))
    turn = proceed(echoing.said(begun, heard), scene)
    if turn.state.stage != "intake":
        return turn.after(Reply(scene.say("feeling", opening=opening)))
    return echoing.led(turn, opening, echoing.line(begun, heard, scene))


def _confirm(state: DialogueState, doubted: str, scene: Scene) -> Turn:
    """你是说拖欠2个月、一共12000元，对吗？"""
    asking = offering(state.changed(stage="intake", asking=HEARD))
    names = ("right", "correct")
    choices = tuple(button(asking, name, scene.label(name)) for name in names)
    return Turn(asking, (Reply(doubted, choices),))


def confirmed(state: DialogueState, scene: Scene) -> Turn:
    """What was heard is right: the first question."""
    heard = echoing.said(state, echoing.unsaid(state))
    said = heard.changed(doubtful=(), asking=None, misread=0)
    return proceed(said, scene)


def misheard(state: DialogueState, scene: Scene) -> Turn:
    """What was heard is wrong: it is asked after all, one thing at a time."""
    left = state.changed(doubtful=(), asking=None)
    for key in state.doubtful:
        left = forget(left, key)
    return echoing.led(proceed(left, scene), scene.say("ask_anew"))


def _hear_confirmation(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """Yes, no, or the talk goes on: who tells more, or says a thing anew, has nothing to object."""
    agreed = scene.content.intents.agreement(text)
    if agreed or scene.content.intents.manners.confirms_heard(text):
        return confirmed(state, scene)
    if agreed is False:
        return misheard(state, scene)
    told = absorb(state, text, scene, anew=True)
    told = filled(told, form_for(told, scene), text, None, scene)
    if told.answers == state.answers:
        return None
    heard = echoing.news(state, told)
    return echoing.led(confirmed(told, scene), echoing.line(told, heard, scene))


def proceed(state: DialogueState, scene: Scene) -> Turn:
    """The next question that matters, or the summary when nothing is missing or enough was asked."""
    form = form_for(state, scene)
    state = recalling.recalled(state, form.questions, scene)
    state, question = next_untold(state, form, scene)
    if question is None or state.correcting or _enough(state, question):
        state = state if state.correcting else where.asked_once_more(state)
        return _settle_region(state, scene) or _sum_up(state, scene)
    if question.id != "region":
        return _settle_region(state, scene) or ask(state, addressed(question, state, scene), scene)
    if state.candidates:
        among = state.candidates[:MOST_OPTIONS]
        return ask_region_among(state.changed(candidates=()), among, scene)
    near = scene.content.knowledge.places.counties_near(*state.point) if state.point else ()
    if near:
        return ask_region_among(state, tuple(region.adcode for region, _ in near), scene)
    return ask(state, addressed(question, state, scene), scene)


def _enough(state: DialogueState, question: Question) -> bool:
    return question.optional and len(state.asked) >= MOST_IN_A_ROW


def _sum_up(state: DialogueState, scene: Scene) -> Turn:
    """The summary; where it was asked who the employer is, first what the answers say."""
    finding = None if state.correcting else ways.who_employs(state, scene)
    summed = show_summary(state, scene)
    return summed.after(finding) if finding else summed


def go_on(state: DialogueState, scene: Scene) -> Turn:
    """Where the intake, its summary or the offer stood."""
    return present(state, scene) if state.stage == "intake" else show_summary(state, scene)


def _settle_region(state: DialogueState, scene: Scene) -> Turn | None:
    """A city alone is asked for its county once; a skipped question is left alone."""
    region = state.facts().get("region")
    if not isinstance(region, str) or "county" in state.skipped:
        return None
    if not scene.content.knowledge.places.children(region):
        return None
    return ask_county(state, region, scene)


def hear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """Take the words as the answer to the open question; None when they are a question.

    What was understood is said back above the next question.
    """
    if state.asking == HEARD:
        return _hear_confirmation(state, text, scene)
    question = open_question(state, scene)
    if question.type != "yes_no" and _keeps_going(text, scene):
        going = scene.say("keeps_going", limits=limit_lines(state, scene)[:1])
        return Turn(state, (Reply(going, offered.buttons(state)),))
    if (turn := hear_answer(state, question, text, scene, _WAYS)) is None:
        return None
    words = (sides.word(state, turn.state, scene), ledger.word(turn.state, text, scene))
    turn = echoing.led(turn, *words)
    beside = leftovers.quoted(state, turn.state, text, scene)
    heard = echoing.heard(state, turn, question, turn.state.stage == "intake", scene, beside)
    return advising.advised(state, heard, text, scene)


def _keeps_going(text: str, scene: Scene) -> bool:
    """好的, 要: no answer to what is asked, but no objection either."""
    intents = scene.content.intents
    return intents.manners.acknowledges(text) or bool(intents.agreement(text))


def _take(state: DialogueState, question: Question, value: object, said: str, scene: Scene) -> Turn:
    if question.type == "place":
        meant = where.among_offered(state, str(value), scene)
        if meant in state.offered and scene.content.intents.manners.denies(said):
            return _others_offered(state, meant, scene)
        value = where.not_wider(state, meant, scene)
    if question.type == "text" and question.id != STORY:
        value = scene.content.intents.manners.bare_name(str(value))
    kept = keep(state, question.id, value, said)
    if question.type == "place":
        kept = _narrowed(kept, said, scene)
    if question.event_kinds and kept.facts().get("event_kind") not in question.event_kinds:
        kept = keep(kept, "event_kind", kind_of_day(question, said, scene.content.extractor), said)
    return proceed(completed(state, kept, said, scene), scene)


def _others_offered(state: DialogueState, denied: str, scene: Scene) -> Turn:
    """不是北京的: one of the regions offered is out."""
    left = tuple(code for code in state.offered if code != denied)
    if len(left) == 1:
        return take_region(state, left[0], scene)
    return ask_region_among(state, left, scene)


def _narrowed(state: DialogueState, said: str, scene: Scene) -> DialogueState:
    """A street or town named with the place narrows who is competent."""
    towns = scene.content.knowledge.read_place(said).town_codes
    return keep(forget(state, "town"), "town", towns[0], said) if len(towns) == 1 else state


def take_choice(state: DialogueState, choice_id: str, label: str, scene: Scene) -> Turn:
    """A button answered the open question."""
    question = open_question(state, scene)
    value: object = choice_id == YES if question.type == "yes_no" else choice_id
    return proceed(keep(state, question.id, value, label), scene)


def take_region(state: DialogueState, adcode: str, scene: Scene) -> Turn:
    """The worker confirmed one of several regions."""
    name = scene.content.knowledge.places.full_name(adcode)
    return proceed(keep(state, "region", adcode, name), scene)


def skip(state: DialogueState, scene: Scene) -> Turn:
    """Leave the open question; a required one is asked once more with a way out."""
    if state.asking == HEARD:
        return confirmed(state, scene)
    question = open_question(state, scene)
    if question.id in state.taken_back:
        before = state.taken_back[question.id]
        return proceed(keep(state, question.id, before.value, before.said), scene)
    if question.id == "region" and "region" in state.answers:
        return proceed(state.changed(skipped=(*state.skipped, "county"), misread=0), scene)
    left = proceed(state.changed(skipped=(*state.skipped, question.id), misread=0), scene)
    needed = "" if question.optional else scene.say("needed", question=question)
    return echoing.led(left, needed)


def open_question(state: DialogueState, scene: Scene) -> Question:
    """The question being asked."""
    return question_for(state, state.asking or "region", scene)


def present(state: DialogueState, scene: Scene) -> Turn:
    """Ask the open question again."""
    if state.asking == HEARD and state.misread:
        return confirmed(state, scene)  # said back twice, and nothing objected
    if state.asking == HEARD:
        return _confirm(
            state.changed(misread=1),
            echoing.line(state, echoing.unsaid(state), scene, "heard_right"),
            scene,
        )
    if state.asking is None or state.asking in state.skipped:
        return proceed(state, scene)
    if is_of_another_form(state, form_for(state, scene)):
        return proceed(state, scene)
    region = state.facts().get(state.asking)
    if region is not None:
        return _settle_region(state, scene) or proceed(state, scene)
    return ask(state, open_question(state, scene), scene)


def put_again(state: DialogueState, scene: Scene) -> Turn:
    """The open question after something else was asked; one passed over too often is let go."""
    if state.asking == HEARD or state.asking is None:
        return present(state, scene)
    over = state.changed(misread=state.misread + 1)
    if over.misread > PATIENCE:
        return skip(over, scene)
    return present(over, scene)


def why(state: DialogueState, scene: Scene) -> Turn:
    """Why the open question is asked."""
    if state.asking == HEARD:
        return present(state, scene)
    question = open_question(state, scene)
    return echoing.led(present(state, scene), scene.say("why", question=question))


def _not_understood(state: DialogueState, question: Question, text: str, scene: Scene) -> Turn:
    """What is told beside the question is noted, and the question put again; a try at an answer
    is told how to say it."""
    remark = noting.is_remark(question, text, scene) or passing.tells(state, text, scene)
    noted = noting.counsel if sides.just_told(state, text) else noting.line
    missed = state.changed(misread=state.misread + 1)
    if missed.misread > hearing.patience(question):
        let_go = scene.say("also_noted_on") if remark else scene.say("let_go")
        passed = skip(noting.add(missed, text), scene)
        if question.optional:
            return passed.after(Reply(let_go))
        return echoing.led(passed, noted(text, scene, state) if remark else "")
    if remark:
        return echoing.led(present(noting.add(missed, text), scene), noted(text, scene, state))
    again = present(missed, scene)
    return Turn(again.state, (replace(again.replies[0], text=question.not_understood),))


def _fill(state: DialogueState, question: Question, text: str, scene: Scene) -> DialogueState:
    form = form_for(state, scene)
    read = roles.kept(state, filled(state, form, text, question, scene), text, scene)
    return recalling.recalled(read, form.questions, scene, now=text)


_WAYS = Ways(skip, ask_region_among, proceed, _not_understood, _take, _fill)
