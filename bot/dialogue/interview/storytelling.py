"""A worker who tells what happened is answered and asked further in the same turn; one who only
asks is answered."""

from dataclasses import replace

from bot.dialogue.answers import advising, answering, following
from bot.dialogue.calculation import tallying
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, first_answer, hearing, intake, leftovers
from bot.dialogue.interview.filling import filled
from bot.dialogue.interview.story_answers import answered_by_story
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting, sides
from bot.dialogue.told.kinds_told import OF_STANDING
from bot.dialogue.turn import ALWAYS, Turn, offering
from intents.recognition import Recognition

GENTLE = frozenset({"sexual_harassment", "child_labour"})
"""Matters in which nothing is asked unless the worker wants to go on."""
FIRM = frozenset(
    {"amount_claimed", "months_owed", "employed_to", "event_date", "employer", "people_count"}
)
"""Facts that make a story of what sounds like a question."""
SURELY_ELSEWHERE, LIKELY_ELSEWHERE = 0.02, 0.1
"""Domain scores up to which a message is about something else: within a matter, and before any."""
FEWEST = 3
"""Characters: shorter words without a fact tell nothing."""
LONG = 30
"""Characters: so long a message with facts is a story, though it ends with a question."""
ALMOST_SURE = 0.6
"""Score from which one of several entries is the answer to a trouble told within its matter."""
CHAT = frozenset({None, "small_talk", "bot_testing"})
"""Doors of words about nothing."""
WHOLE_STORY = 60
"""Characters: so long a message is a story, whatever else it asks."""
SHORTEST, LONGEST_COUNT = 6, 20
"""Characters: a shorter message without a fact looks something up."""
_OWN = frozenset({*echoing.ECHOED, "injured", "circumstances"})


def is_told(
    before: DialogueState, told: DialogueState, text: str, recognition: Recognition, scene: Scene
) -> bool:
    """Whether the message tells of the worker's own dispute, or more of the one talked about."""
    kind = told.dispute_kind or _first_named(told) or _of_entry(recognition, scene)
    news = changed(before, told)
    elsewhere = is_elsewhere(before, recognition) and not _is_chatty(recognition, news)
    if kind is None or kind in GENTLE or elsewhere:
        return False
    if hearing.asks(text, scene):
        whole = len(text) >= LONG and "dispute_kinds" in news
        if whole and len(text) >= WHOLE_STORY and news & FIRM:
            return True
        return not recognition.others and (bool(news & FIRM) or (whole and bool(news & _OWN)))
    may_ask = scene.content.intents.manners.may_be_question(text)
    if before.dispute_kind is not None and may_ask and not news & FIRM:
        return False
    if before.dispute_kind is not None and not before.handed_over:
        complains = scene.content.intents.manners.complains(text)
        new_talk = before.case_number is None and len(text.strip()) >= FEWEST
        says_something = bool(news) or complains or new_talk
        return says_something and before.dispute_kind not in GENTLE
    if is_background(before, told, text, recognition, scene):
        return False
    if "dispute_kinds" in news or news & _OWN:
        return True
    tells_own = len(text) >= SHORTEST and scene.content.intents.manners.tells(text)
    return before.dispute_kind is None and tells_own


def _first_named(told: DialogueState) -> str | None:
    """The first dispute the words named so far."""
    kinds = told.facts().get("dispute_kinds")
    return kinds[0] if isinstance(kinds, tuple) and kinds else None


def is_background(
    before: DialogueState,
    told: DialogueState,
    text: str,
    recognition: Recognition,
    scene: Scene,
) -> bool:
    """我在家政公司做保姆: what somebody is, before anything that went wrong."""
    named = told.facts().get("dispute_kinds")
    owed = _of_entry(recognition, scene) in tallying.ARREARS
    if not (named or owed) and before.dispute_kind is None and only_counts(text, scene):
        return True
    kinds = (
        set(named) if isinstance(named, tuple) else {_of_entry(recognition, scene)} - {intake.OTHER}
    )
    manners = scene.content.intents.manners
    asks = manners.may_be_question(text)
    wronged = scene.content.intents.status.is_wronged(text)
    meant = recognition.outcome == "answer" and (
        _of_entry(recognition, scene) == intake.OTHER
        or scene.content.intents.asides.claims_of_them(text)
    )
    only = kinds <= OF_STANDING and not (manners.complains(text) or asks or wronged or meant)
    if tells_of_blows(told, text, scene):
        return False
    return before.dispute_kind is None and only


def only_counts(text: str, scene: Scene) -> bool:
    """满打满算干了七十六个工: days worked, the pay of a day, a payment, and nothing else, whatever it resembles."""
    tally, folded = scene.content.intents.manners.tally, scene.content.extractor.script.fold(text)
    told = tally.days_in(folded) or tally.paid_in(folded)
    counted = told is not None or sides.DAILY in tally.sides_in(folded)
    asks = scene.content.intents.manners.may_be_question(text)
    return len(text.strip()) <= LONGEST_COUNT and counted and not asks


def tells_of_blows(told: DialogueState, text: str, scene: Scene) -> bool:
    """昨天被老板扇了两巴掌: something went wrong, though it is no dispute."""
    circumstances = told.facts().get("circumstances")
    blows = isinstance(circumstances, tuple) and "violence" in circumstances
    return blows or bool(scene.content.crisis.alarms(text))


def _is_chatty(recognition: Recognition, news: frozenset[str]) -> bool:
    """hello 老板昨天让我别来了 笑死, 物业让我别来了: whether small talk stands around a dispute and the day it began, or a
    dispute and the work it is about sound of another field."""
    if {"dispute_kinds", "still_employed", "worker_kind"} <= news:
        return True
    return recognition.door in CHAT and {"dispute_kinds", "event_kind"} <= news


def is_elsewhere(before: DialogueState, recognition: Recognition) -> bool:
    """Out of scope, and not just for want of words: 被欠一万零二百 is near no entry, and no door."""
    if recognition.outcome != "out_of_scope":
        return False
    known = before.dispute_kind is not None or bool(before.answers)
    return recognition.domain_score <= (SURELY_ELSEWHERE if known else LIKELY_ELSEWHERE)


def _of_entry(recognition: Recognition, scene: Scene) -> str | None:
    if recognition.outcome != "answer":
        return None
    return scene.content.knowledge.entries[recognition.matches[0].entry_id].dispute_kind


def kept(told: DialogueState, text: str) -> DialogueState:
    """What is told is kept as the story, in the worker's own words."""
    return noting.add(told, text)


def go_on(
    before: DialogueState, told: DialogueState, text: str, recognition: Recognition, scene: Scene
) -> Turn:
    """The answer to a story just begun, then what is still to be asked."""
    state = told.changed(doubtful=_doubted(before, told, text, scene))
    if before.asked and before.dispute_kind == told.dispute_kind:
        more = filled(state, intake.form_for(told, scene), text, None, scene)
        return _told_more(before, more, text, scene)
    new = before.dispute_kind is None or "dispute_kinds" in changed(before, told)
    replies: tuple[Reply, ...] = ()
    kind = told.dispute_kind or _first_named(told) or intake.OTHER
    entry_id = first_answer.of_story(before, told, text, recognition, scene) if new else None
    if new and before.dispute_kind is not None and recognition.outcome == "choices":
        likely = following.of_matter(told, recognition, scene, ALMOST_SURE)
        entry_id = likely if likely != before.entry_id else entry_id
    if _only_tells(before, told, text, recognition, scene):
        entry_id = None
    elif _is_to_answer(before, new, recognition, text, scene):
        entry_id = first_answer.fitting(told, recognition, scene)
    if entry_id is not None and entry_id != before.entry_id:
        given = answering.give(state, entry_id, scene)
        state, replies = given.state, tuple(map(_without_offers, given.replies))
        decided = before.dispute_kind is not None and kind == before.dispute_kind
        kind = (
            first_answer.kind_of(told, given.state.help_offered_for, kind)
            if new and not decided
            else kind
        )
    state = state.changed(stage="question", dispute_kind=kind)
    form = intake.form_for(state, scene)
    if before.dispute_kind == kind and not before.asked:
        state = answered_by_story(state, form, before.question, None, scene)
    state = filled(state, form, text, None, scene)
    begun = intake.begin(offering(state), kind, scene).after(*replies)
    heard = new or replies or echoing.news(before, begun.state)
    return begun if heard else _noted(begun, text, scene)


def _only_tells(
    before: DialogueState, told: DialogueState, text: str, recognition: Recognition, scene: Scene
) -> bool:
    """Whether the words are a line of facts, or go on with the story of a matter that was answered."""
    if scene.content.extractor.line(text).is_whole:
        return True
    if not advising.may_go_on(before, text, scene):
        return False
    return advising.goes_on(before, _with_answers(told, text, scene), recognition, scene)


def _with_answers(told: DialogueState, text: str, scene: Scene) -> DialogueState:
    """What is told, with the questions of its form that the words answer."""
    if told.dispute_kind is None:
        return told
    return filled(told, intake.form_for(told, scene), text, None, scene)


def _is_to_answer(
    before: DialogueState, new: bool, recognition: Recognition, text: str, scene: Scene
) -> bool:
    """Whether the words are sure of an entry not just given, and do more than tell facts."""
    if recognition.outcome != "answer" or not _is_news(before, new, recognition):
        return False
    return new or advising.wants_answer(before, recognition, text, scene)


def _is_news(before: DialogueState, new: bool, recognition: Recognition) -> bool:
    """Whether the answer was not just given."""
    return new or recognition.matches[0].entry_id != before.entry_id


def _noted(turn: Turn, text: str, scene: Scene) -> Turn:
    """What told nothing that is asked is said back all the same."""
    return echoing.led(turn, noting.line(text, scene))


def changed(before: DialogueState, told: DialogueState) -> frozenset[str]:
    """The keys of all facts that changed."""
    return frozenset(k for k, answer in told.answers.items() if before.answers.get(k) != answer)


def _doubted(
    before: DialogueState, told: DialogueState, text: str, scene: Scene
) -> tuple[str, ...]:
    if not scene.content.intents.manners.sounds_spoken(text):
        return ()
    return tuple(key for key in echoing.news(before, told) if key in echoing.MISHEARD)


def _told_more(before: DialogueState, told: DialogueState, text: str, scene: Scene) -> Turn:
    heard = echoing.news(before, told)
    turn = intake.proceed(offering(echoing.said(told, heard)), scene)
    beside = leftovers.quoted(before, told, text, scene)
    line = echoing.line(told, heard, scene, beside=beside)
    return echoing.led(turn, line) if line else _noted(turn, text, scene)


def _without_offers(reply: Reply) -> Reply:
    """Only the buttons that stay good: a question follows, which has its own."""
    lasting = tuple(choice for choice in reply.choices if choice.id.startswith(ALWAYS))
    return replace(reply, choices=lasting)
