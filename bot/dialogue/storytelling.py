"""A worker who tells what happened is answered and asked further in the same turn; one who only
asks is answered."""

import re
from dataclasses import replace

from bot.dialogue import answering, echoing, following, intake
from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import ALWAYS, Turn, offering
from intents.recognition import Recognition

GENTLE = frozenset({"sexual_harassment", "child_labour"})
"""Matters in which nothing is asked unless the worker wants to go on."""
FIRM = frozenset(
    {"amount_claimed", "months_owed", "employed_to", "event_date", "employer", "people_count"}
)
"""Facts that make a story of what sounds like a question."""
_OWN = frozenset({*echoing.ECHOED, "injured"})


def is_told(before: DialogueState, told: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the message tells of the worker's own dispute, or more of the one talked about."""
    if told.dispute_kind is None or told.dispute_kind in GENTLE:
        return False
    old = before.answers
    news = {key for key, answer in told.answers.items() if old.get(key) != answer}
    if _asks(text, scene):
        return bool(news & FIRM)
    return "dispute_kinds" in news or bool(news & _OWN)


def _asks(text: str, scene: Scene) -> bool:
    extractor = scene.content.extractor
    folded = extractor.script.fold(text)
    patterns = (extractor.words.answers.asks, scene.content.intents.manners.questions)
    return any(re.search(pattern, folded) for pattern in patterns)


def kept(told: DialogueState, text: str) -> DialogueState:
    """The longest telling is kept as the story, in the worker's own words."""
    return told.changed(story=text if len(text) > len(told.story) else told.story)


def go_on(
    before: DialogueState, told: DialogueState, text: str, recognition: Recognition, scene: Scene
) -> Turn:
    """The answer to a story just begun, then what is still to be asked."""
    doubted = _doubted(before, told, text, scene)
    if before.asked and before.dispute_kind == told.dispute_kind:
        return _told_more(before, told.changed(doubtful=doubted), scene)
    new = before.dispute_kind is None or "dispute_kinds" in echoing_news(before, told)
    state, replies = told.changed(doubtful=doubted), ()
    kind = told.dispute_kind or intake.OTHER
    if new and recognition.outcome == "answer":
        given = answering.give(state, recognition.matches[0].entry_id, scene)
        state, replies = given.state, tuple(map(_without_offers, given.replies))
        kind = _kind(told, given.state.help_offered_for, kind)
    turn = intake.begin(offering(state.changed(stage="question")), kind, scene)
    return following.with_others(turn.after(*replies), recognition.others, scene)


def echoing_news(before: DialogueState, told: DialogueState) -> frozenset[str]:
    """The keys of all facts that changed."""
    return frozenset(k for k, answer in told.answers.items() if before.answers.get(k) != answer)


def _doubted(before: DialogueState, told: DialogueState, text: str, scene: Scene) -> tuple[str, ...]:
    if not scene.content.intents.manners.sounds_spoken(text):
        return ()
    return tuple(key for key in echoing.news(before, told) if key in echoing.MISHEARD)


def _told_more(before: DialogueState, told: DialogueState, scene: Scene) -> Turn:
    heard = echoing.news(before, told)
    turn = intake.proceed(offering(echoing.said(told, heard)), scene)
    return echoing.led(turn, echoing.line(told, heard, scene))


def _kind(told: DialogueState, of_entry: str | None, first: str) -> str:
    """The dispute of the entry where the words name it too, else the first the words name."""
    named = told.facts().get("dispute_kinds")
    return of_entry if of_entry and (not named or of_entry in named) else first  # type: ignore[operator]


def _without_offers(reply: Reply) -> Reply:
    """Only the buttons that stay good: a question follows, which has its own."""
    lasting = tuple(choice for choice in reply.choices if choice.id.startswith(ALWAYS))
    return replace(reply, choices=lasting)
