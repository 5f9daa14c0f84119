"""After a danger: the talk stays near the person until the matter is taken up again, and the matter is
never refused to who asks for it."""

import re
from datetime import datetime, timedelta

from bot.dialogue.answers import asking, moves
from bot.dialogue.care import crisis, worrying
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.onward import ways
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import absorb
from bot.dialogue.turn import Turn

WORK_GOES_ON = frozenset({"injury_now"})
"""Dangers within which a question about the matter has answers of its own."""
CIRCUMSTANCES = "circumstances"
HELD_FAST = ("region", "employer", "amount_claimed", "months_owed", "monthly_wage")
"""What is said back of the matter when it is taken up again."""

WITH_SOMEONE = "with_someone"
SOOTHED = frozenset({WITH_SOMEONE, "watched", "come_down", "heard"})
"""Told by who is not alone any more, or stays with somebody: a question beside it is answered."""
SOMEONE_THERE = frozenset({WITH_SOMEONE, "watched"})
HOSPITAL, HUSHED = "hospital", "hushed"
"""Where somebody hurt has come to, told after the ambulance left."""
FACTS = 2
"""Facts told beside that all is well, from which the matter is gone on with."""
OVER = crisis.HELD | {"violence"}
"""Circumstances that are over with their danger."""
REST = timedelta(hours=12)
"""After so long without a word of danger any calm message ends the care."""
_PARTS = re.compile(r"[\s，。；！？,;!?]+")


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """老婆回来了 在做饭, 钱的事还能弄不, after the danger is over; None for all that tells the matter."""
    if state.near_danger is None or state.care_turns or state.stage == "erasing":
        return None
    if scene.content.intents.caring.asks_for_matter(text) and not _asks_more(text, scene):
        return _taken_up(state, state.near_danger, text, scene)
    words = scene.content.intents.caring
    done = words.done_in_danger(state.near_danger, text)
    if done in (HOSPITAL, HUSHED):
        return crisis.caring(state, f"next_{done}", scene)
    name = WITH_SOMEONE if done in SOMEONE_THERE else words.near_danger(text)
    if name is None or echoing.news(state, absorb(state, text, scene, anew=False)):
        return None
    return crisis.caring(state, f"near_{name}", scene, again="near_again")


def _asks_more(text: str, scene: Scene) -> bool:
    """这算工伤不 那个工资还能要吧: whether something else is asked besides."""
    return len(asking.clauses(scene.content.extractor.script.fold(text), scene)) > 1


def asks_calmly(text: str, scene: Scene) -> bool:
    """欠我的两万还要得回来不: whether it is asked if the matter can be seen to, without a word of danger."""
    caring = scene.content.intents.caring
    asked = caring.asks_for_matter(text) and not caring.may_despair(text)
    return asked and scene.content.crisis.danger_in_pieces((text,)) is None


def matter_asked(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """钱的事还能弄不, while care goes on: yes, and what is held; at once where all is almost calm."""
    danger = state.care_class
    if danger is None or danger in WORK_GOES_ON or state.mediator_waits:
        return None
    if danger in crisis.HELD and _scolds_for_pay(state, text, scene):
        return crisis.caring(absorb(state, text, scene, anew=False), "matter_kept_held", scene)
    if not scene.content.intents.caring.asks_for_matter(text):
        return None
    if danger != crisis.SELF_HARM and crisis.tells_of_pay(state, text, scene):
        return None
    if danger == crisis.CHILD:
        return crisis.caring(state, "matter_kept_child", scene)
    calm = state.care_turns <= crisis.ALMOST_CALM or scene.content.intents.is_safe(text)
    if calm:
        return _taken_up(crisis.leave_care(state), danger, text, scene)
    if danger in crisis.MAY_GO_ON:
        return None
    kept = "matter_kept_held" if danger in crisis.HELD else "matter_kept"
    told = absorb(state, text, scene, anew=False)
    return crisis.caring(told.changed(care_turns=state.care_turns - 1), kept, scene)


def _scolds_for_pay(state: DialogueState, text: str, scene: Scene) -> bool:
    """你个死机器人 三个月没发了, of who is held: no reckoning of what is owed."""
    told = crisis.tells_of_pay(state, text, scene)
    return told and scene.content.intents.manners.scolds(text)


def work_within(state: DialogueState, text: str, scene: Scene) -> str:
    """说说而已 我在宁波北仑 你就说去哪告: what is told or asked of the matter beside that all is well; empty
    where nothing is."""
    rest = " ".join(part for part in _PARTS.split(text) if part and not _tells_over(part, scene))
    if not rest or _is_grave(rest, scene):
        return ""
    folded = scene.content.extractor.script.fold(rest)
    asks = (
        scene.content.intents.manners.may_be_question(rest)
        or bool(asking.clauses(folded, scene))
        or any(crisis.wishes_matter(part, scene) for part in rest.split())
    )
    told = echoing.news(state, absorb(state, rest, scene, anew=True))
    return rest if asks or len(told) >= FACTS else ""


def asked_beside(state: DialogueState, text: str, scene: Scene) -> str:
    """我晚上陪着他 那工伤谁去报, 老婆陪着我 没事了 钱怎么要: what is asked of the matter beside that somebody is there; empty
    where nothing is, or where who despairs does not say that it is over."""
    intents = scene.content.intents
    if intents.caring.done_in_danger(state.care_class or "", text) not in SOOTHED:
        return ""
    over = bool(state.in_danger) or intents.is_safe(text)
    return work_within(state, text, scene) if over else ""


def _tells_over(part: str, scene: Scene) -> bool:
    """Whether the words tell that all is well, or that somebody is there."""
    intents = scene.content.intents
    there = intents.caring.near_danger(part) or intents.caring.done_in_danger(
        crisis.SELF_HARM, part
    )
    return intents.is_safe(part) or there is not None


def _is_grave(rest: str, scene: Scene) -> bool:
    """Whether what is told beside that all is well tells of danger; what the hint alone makes of it counts only
    with a word of despair."""
    if scene.content.crisis.danger_in_pieces((rest,)) is not None:
        return True
    words = scene.content.intents.caring.without_idioms(rest)
    intents = scene.content.intents
    grave = intents.urgency.is_grave(words) or intents.caring.may_take_leave(words)
    return grave and scene.content.crisis.danger(rest) is not None


def glad(before: DialogueState, rest: str, scene: Scene) -> tuple[Reply, ...]:
    """That it is over, before the matter is gone on with; to who was held what to keep, and what to do
    where he was sent away."""
    if before.care_class not in crisis.HELD or before.in_danger:
        return (Reply(scene.say("glad_and_on")),)
    sent_away = scene.content.intents.calm.is_sent_away(rest)
    names = ("freed_and_on", "sent_away_after") if sent_away else ("freed_and_on",)
    return tuple(Reply(scene.say(name)) for name in names)


def still_near(state: DialogueState, scene: Scene) -> tuple[Reply, ...]:
    """A line of care before the answer to who despaired and asks of the matter."""
    despaired = (
        state.care_turns > 0 and state.care_class == crisis.SELF_HARM and not state.in_danger
    )
    return (Reply(scene.say("still_safe")),) if despaired else ()


def wish_within(state: DialogueState, rest: str, scene: Scene) -> Turn | None:
    """我在宁波北仑 你就说去哪告: the wish in a part of the words, the others telling facts."""
    script, manners = scene.content.extractor.script, scene.content.intents.manners
    wishes = ((part, manners.move(script.fold(part))) for part in reversed(rest.split()))
    found = next(((part, move) for part, move in wishes if move in crisis.WISHES), None)
    if found is None or state.dispute_kind is None:
        return None
    told = absorb(state, rest, scene, anew=False)
    turn = moves.meet(told, found[1] or "", found[0], scene)
    return echoing.led(turn, echoing.line(told, echoing.news(state, told), scene)) if turn else None


def unsaid(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state without what was threatened in anger only (说气话的)."""
    held = state.answers.get(CIRCUMSTANCES)
    if held is None or not scene.content.intents.caring.only_in_anger(text):
        return state
    named = held.value if isinstance(held.value, tuple) else ()
    left = tuple(each for each in named if each not in worrying.WORRYING)
    others = {key: answer for key, answer in state.answers.items() if key != CIRCUMSTANCES}
    kept = {CIRCUMSTANCES: held.model_copy(update={"value": left})} if left else {}
    return state.changed(answers=others | kept)


def _taken_up(state: DialogueState, danger: str, text: str, scene: Scene) -> Turn | None:
    """Yes, it goes on: what is held, and the question that was open."""
    told = absorb(state, text, scene, anew=False).changed(near_danger=None)
    if told.dispute_kind is None and danger == crisis.SELF_HARM:
        return Turn(told.changed(stage="question"), (Reply(scene.say("still_can_anew")),))
    if told.dispute_kind is None and danger not in crisis.HELD:
        return None
    name = "still_can_held" if danger in crisis.HELD else "still_can"
    items = echoing.items(told, HELD_FAST, scene)
    first = ways.first(told, scene) if told.dispute_kind else None
    reply = Reply(scene.say(name, told=items, first=first))
    if told.stage in ("welcome", "question"):
        return Turn(told.changed(stage="question", help_offered_for=told.dispute_kind), (reply,))
    return present(told, scene).after(reply)


def rested(state: DialogueState, now: datetime) -> DialogueState:
    """The state after a long pause: what is left of the care ends with the next calm message."""
    if not (state.care_turns or state.near_danger) or not state.heard_at:
        return state
    if now - datetime.fromisoformat(state.heard_at) < REST:
        return state
    return state.changed(care_turns=min(state.care_turns, crisis.ALMOST_CALM), near_danger=None)


def freed(state: DialogueState) -> DialogueState:
    """Who was held is out, who was threatened is safe: the way to the money is no longer the police's."""
    told = state.answers.get(CIRCUMSTANCES)
    if told is None or not isinstance(told.value, tuple):
        return state
    left = tuple(each for each in told.value if each not in OVER)
    return state.changed(
        answers={**state.answers, CIRCUMSTANCES: told.model_copy(update={"value": left})}
    )
