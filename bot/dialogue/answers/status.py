"""Questions after what somebody is or what counts (算不算他们的人, 归不归劳动局管, 工龄能连着算吗), answered out of
the signs told so far. Which there are stands in intents/word_lists/status.yaml."""

import re
from dataclasses import replace

from bot.dialogue.answers import asides, meanwhile
from bot.dialogue.calculation import sum_asking
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, hearing, intake
from bot.dialogue.interview.story_answers import answered_by_story
from bot.dialogue.messages import Reply
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting, proofs, signs
from bot.dialogue.told.facts import absorb
from bot.dialogue.turn import Turn
from intents.status import StatusQuestion

CONTRACT, KINDS = "service_contract", "dispute_kinds"
LONGEST = 60
"""Characters: longer words that only tell signs tell a story, whose other facts come first."""
_CLAUSES = re.compile(r"[\s，。；！,;!]+|(?<=[?？])")


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The question answered, or the worth of signs told; what the words tell beside it is kept, and the
    talk goes on where it stood. None for all other words."""
    if state.dispute_kind is None or state.handed_over or state.case_status in REACHABLE:
        return None
    if state.stage in asides.ELSEWHERE or sum_asking.is_asking(state):
        return None
    if hearing.asks_of_another(state, text, scene):
        return None
    asked = scene.content.intents.status.foremost(questions(state, text, scene))
    if asked is not None:
        return _answered(state, asked, text, scene)
    telling = state.stage == "intake" and len(text) <= LONGEST
    if telling and signs.only_told(state, text, scene):
        turn = _signs_kept(state, text, scene)
        names_more = "dispute_kinds" in scene.content.extractor.read(text, scene.today)
        return turn if names_more else replace(turn, state=noting.add(turn.state, text))
    return None


def _signs_kept(state: DialogueState, text: str, scene: Scene) -> Turn:
    """每天9点早会 不上线罚50 捷达打的卡: what such words tell is kept, and said back above their worth."""
    worth = signs.worth(text, scene)
    turn = proofs.in_intake(state, text, worth, scene)
    form = intake.form_for(state, scene)
    told = absorb(state, text, scene, anew=False)
    known = answered_by_story(told, form, text, None, scene)
    if known.answers.keys() <= turn.state.answers.keys():
        return turn
    heard = echoing.news(state, known)
    turn = proofs.in_intake(echoing.said(known, heard), text, worth, scene)
    return echoing.led(turn, echoing.line(known, heard, scene))


def questions(state: DialogueState, text: str, scene: Scene) -> tuple[StatusQuestion | None, ...]:
    """For each clause of the words the question it asks, if it is one of these."""
    status, folded = scene.content.intents.status, _folded(text, scene)
    told = f"{_folded(state.story, scene)}\n{folded}"
    clauses = filter(None, _CLAUSES.split(folded))
    return tuple(status.asked(clause, state.dispute_kind, told) for clause in clauses)


def _answered(state: DialogueState, asked: StatusQuestion, text: str, scene: Scene) -> Turn:
    told = _of_contract(state, noting.add(meanwhile.overheard(state, text, scene), text))
    heard = echoing.news(state, told)
    reply = Reply(scene.say(asked.say, **signs.all_told(told, text, scene)))
    met = asides.going_on(Turn(echoing.said(told, heard), (reply,)), scene)
    return echoing.led(met, echoing.line(told, heard, scene))


def _of_contract(state: DialogueState, told: DialogueState) -> DialogueState:
    """Who asks whether a contract is one of labour does not say that it is: the matter stays as it was."""
    if state.dispute_kind != CONTRACT:
        return told
    answers = {key: answer for key, answer in told.answers.items() if key != KINDS}
    kinds = {KINDS: state.answers[KINDS]} if KINDS in state.answers else {}
    return told.changed(answers={**answers, **kinds}, dispute_kind=CONTRACT)


def _folded(text: str, scene: Scene) -> str:
    return scene.content.extractor.script.fold(text)
