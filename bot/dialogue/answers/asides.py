"""Short questions and remarks in the middle of a talk, met as a counsellor would: 真的能要吗, 签不签,
我怕丢饭碗. Which there are and how each is met stands in intents/word_lists/asides.yaml."""

import re
from dataclasses import replace

from bot.dialogue import offered
from bot.dialogue.answers import asking, following, likeliest, meanwhile, remarks, suiting
from bot.dialogue.calculation import sum_asking
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, hearing, intake, passing
from bot.dialogue.interview.resuming import present
from bot.dialogue.interview.story_answers import answered_by_story
from bot.dialogue.messages import Button, Reply
from bot.dialogue.onward import ways
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import absorb, question_for
from bot.dialogue.turn import Turn, button, offering
from intents.answers import Skipped, Understood, understand
from intents.asides import Aside

ELSEWHERE = frozenset({"erasing", "erased"})
AT_REST = frozenset({"welcome", "question", "choosing_answer"})
CHAT = frozenset({"small_talk", "after_work", "company", "weather", "call_me"})
FACTLESS = CHAT | {
    "student_diploma",
    "false_witness",
    "no_forgery",
    "smash_things",
    "worn_out",
    "block_road",
    "next_taken",
    "next_police_told",
    "write_for_me",
}
"""Remarks that tell no fact of the matter, whatever their words hold."""
SHORTEST_PART, LONGEST_SKIP = 4, 12
"""Characters: of a part that is a remark, and of words that pass a question over (我不晓得)."""
ASKS_ELSE = 0.42
"""How likely a clause must ask for an answer, so that the remark the whole words resemble gives way."""
LONG = 20
"""Characters: so long a message may surely ask for an answer, though a remark fits it."""
_PARTS = re.compile(r"[\s，。；！？,;!?]+")


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The remark met, and the talk going on where it stood; None for all other words."""
    folded = scene.content.extractor.script.fold(text)
    name = scene.content.intents.asides.named(folded, state.dispute_kind)
    return meet(state, name, text, scene) if name is not None else None


def within(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """送医院了 要住院 谁管钱啊: the last part of the words that is such a remark, met."""
    for part in reversed(_PARTS.split(text)):
        if len(part) >= SHORTEST_PART and (turn := respond(state, part, scene)) is not None:
            return turn
    return None


def meet(state: DialogueState, name: str, text: str, scene: Scene) -> Turn | None:
    """The remark of that name met; None where it means nothing here, or the words tell more."""
    state = _begun_anew(state, name, scene)
    if state.stage in ELSEWHERE or state.case_status in REACHABLE or not _fits(state, name, scene):
        return None
    aside, is_chat = scene.content.intents.asides.asides[name], _is_chat(name, scene)
    if is_chat and _names_place(text, scene):
        return None
    if aside.entry and not suiting.suits(state, aside.entry, text, scene):
        return None
    told_so = answers(state, text, scene) or passing.tells(state, text, scene)
    if told_so and not (is_chat or aside.telling or aside.say in FACTLESS):
        return None
    supposed = scene.content.intents.manners.only_supposes(text)
    factless = supposed or aside.say in FACTLESS
    asks = hearing.asks(text, scene)
    hear = _facts_of if asks else meanwhile.overheard
    told = state if factless else hear(state, text, scene)
    heard = echoing.news(state, told)
    if heard and not aside.telling and not asks:
        return None
    if _gives_way(state, aside, text, scene):
        return None
    reply = remarks.met_with(told, aside, scene)
    if reply is None:
        return None
    told = _marked(told, name, scene)
    reply = replace(reply, text=meanwhile.weighed(told, reply.text, text, scene))
    met = _going_on(echoing.said(told, heard), aside, reply, scene)
    return echoing.led(met, echoing.line(told, heard, scene))


def _asks_else(state: DialogueState, text: str, scene: Scene) -> bool:
    """他昨天说月底别来了 有没有补偿: whether one of the clauses surely asks for an answer."""
    reading = likeliest.Reading(state, text, scene)
    asked = (own for own in asking.each(text, scene) if len(own.clause) < len(text.strip()))
    return any(each.likely >= ASKS_ELSE for own in asked for each in reading.alone(own)[:1])


def _facts_of(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """What the words state, and the answer to the open question in clauses that ask nothing (单位没给报工伤
    是不是过期了)."""
    told, beside = absorb(state, text, scene, anew=False), meanwhile.told_beside(text, scene)
    if not beside or state.asking is None or told.dispute_kind is None:
        return told
    known = answered_by_story(told, intake.form_for(told, scene), beside, None, scene)
    answer = known.answers.get(state.asking)
    return told if answer is None else told.changed(answers={**told.answers, state.asking: answer})


def _gives_way(state: DialogueState, aside: Aside, text: str, scene: Scene) -> bool:
    """Whether the words surely ask for an answer, in place of what the remark usually means."""
    firm = aside.telling or aside.in_care or aside.grave or aside.say in CHAT
    if not firm and _asks_else(state, scene.content.extractor.script.fold(text), scene):
        return True
    if aside.yields and meanwhile.surely_asked(state, text, scene):
        return True
    if aside.say is not None and not (aside.telling or aside.in_care or aside.grave):
        return len(text) >= LONG and following.surely_asked(state, text, scene) is not None
    if aside.telling or aside.in_care or aside.say is not None or aside.only:
        return False
    asked = following.likely_asked(state, text, scene)
    return asked is not None and asked != remarks.entry_id(state, aside, scene)


def _marked(state: DialogueState, name: str, scene: Scene) -> DialogueState:
    """The state with the answer shown; once the police know of blows they are no way of the dispute."""
    if name == ways.POLICE_TOLD:
        return state.changed(pressing=tuple(dict.fromkeys((*state.pressing, name))))
    card = remarks.card(state, scene.content.intents.asides.asides[name], scene)
    return state if card is None else state.changed(shown_card=card)


def _begun_anew(state: DialogueState, name: str, scene: Scene) -> DialogueState:
    """After all was erased a remark that needs no matter may be met; the talk begins anew with it."""
    of_matter = scene.content.intents.asides.asides[name].about_matter
    return state if of_matter or state.stage != "erased" else state.changed(stage="question")


def beside(state: DialogueState, text: str, scene: Scene) -> Reply | None:
    """刚才骂你别往心里去 那1400能要回来不: what the last part that is a remark is met with."""
    parts = [part for part in _PARTS.split(text) if len(part) >= SHORTEST_PART]
    met = (reply_to(state, part, scene) for part in reversed(parts))
    return next((reply for reply in met if reply is not None), None) if len(parts) > 1 else None


def reply_to(state: DialogueState, part: str, scene: Scene) -> Reply | None:
    """What a remark in a part of the words is met with, if it is one."""
    folded = scene.content.extractor.script.fold(part)
    name = scene.content.intents.asides.named(folded, state.dispute_kind)
    if name is None or not _fits(state, name, scene):
        return None
    return remarks.met_with(state, scene.content.intents.asides.asides[name], scene)


def _fits(state: DialogueState, name: str, scene: Scene) -> bool:
    aside = scene.content.intents.asides.asides[name]
    if aside.only and state.dispute_kind not in aside.only:
        return False
    begun = state.dispute_kind is not None or (aside.say is not None and bool(state.answers))
    return not aside.about_matter or (begun and (aside.quiet or not state.handed_over))


def _is_chat(name: str, scene: Scene) -> bool:
    """今天天气真好 is no answer, though a day stands in it."""
    return scene.content.intents.asides.asides[name].say in CHAT


def _names_place(text: str, scene: Scene) -> bool:
    """西安: no 晚安, whatever it sounds like."""
    read = scene.content.extractor.read(text, scene.today)
    return not read.keys().isdisjoint(("region", "region_candidates"))


def answers(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the words answer what is being asked (没签, 不知道), and are no remark then."""
    if sum_asking.is_asking(state):
        question = sum_asking.open_question(state, scene)
    elif state.stage == "intake" and state.asking in scene.content.intents.questions:
        question = question_for(state, state.asking or "", scene)
    else:
        return False
    asking = hearing.asks(text, scene)
    if question is None or (asking and (question.choices or len(text) >= hearing.LONG_QUESTION)):
        return False
    read = understand(question, text, scene.today, scene.content.extractor)
    skipped = isinstance(read, Skipped) and len(text) <= LONGEST_SKIP
    return skipped or (isinstance(read, Understood) and question.type != "text")


def _going_on(state: DialogueState, aside: Aside, reply: Reply, scene: Scene) -> Turn:
    if aside.quiet and not sum_asking.is_asking(state):
        return Turn(state, (reply,))
    return going_on(Turn(state, (reply,)), scene)


def going_on(met: Turn, scene: Scene) -> Turn:
    """What was said, and the talk going on where it stood; a list of sums not taken up is gone."""
    state, (reply,) = met.state, met.replies
    if state.calculation is not None and not state.calculation.id:
        state = state.changed(calculation=None)
    if sum_asking.is_asking(state):
        return present(state, scene).after(reply)
    if state.stage in AT_REST:
        return _at_rest(state, reply, scene)
    if state.stage == "intake":
        return intake.put_again(state, scene).after(reply)
    return Turn(state, (Reply(reply.text, (*reply.choices, *offered.buttons(state))),))


def _at_rest(state: DialogueState, reply: Reply, scene: Scene) -> Turn:
    resting = state.changed(stage="question")
    if reply.choices or state.dispute_kind is None or state.handed_over:
        return Turn(resting, (Reply(reply.text, reply.choices or _areas(resting, scene)),))
    helping = offering(resting.changed(help_offered_for=state.dispute_kind))
    return Turn(helping, (Reply(reply.text, (button(helping, "help", scene.label("help")),)),))


def _areas(state: DialogueState, scene: Scene) -> tuple[Button, ...]:
    """The fields to choose from, where nothing was said yet."""
    if state.dispute_kind is not None or state.answers:
        return ()
    areas = scene.content.intents.areas.values()
    return tuple(button(state, f"area:{area.id}", area.label) for area in areas)
