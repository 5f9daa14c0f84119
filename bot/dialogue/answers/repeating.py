"""An answer given whole is not given whole again: what stands behind it, once, then honestly who knows."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.dialogue.answers import passages
from bot.dialogue.answers.answering import SHOWN_CITATIONS
from bot.dialogue.answers.citing import law_line
from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.onward.limits import limit_line
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import DATES
from bot.dialogue.turn import Turn
from knowledge.schemas import FaqEntry

OPEN = frozenset({"question", "choosing_answer"})
PAUSE = timedelta(hours=12)
"""After so long an answer may be given whole once more."""


def rested(state: DialogueState, now: datetime) -> DialogueState:
    """The state after a long pause, in which nothing counts as said."""
    if not (state.cards_said and state.heard_at):
        return state
    away = now - datetime.fromisoformat(state.heard_at) >= PAUSE
    return state.changed(cards_said=()) if away else state


def new_only(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """The turn with answers that were given whole before put in a line or two."""
    replies = list(turn.replies)
    for place, reply in enumerate(turn.replies):
        entry = _card(reply.text, scene) if before.cards_said else None
        if entry is not None and _is_repeated(before, turn.state, entry):
            replies[place] = _shorter(before, turn.state, reply, entry, text, scene)
    return replace(turn, replies=tuple(replies))


def _is_repeated(before: DialogueState, now: DialogueState, entry: FaqEntry) -> bool:
    """Whether the answer was given whole within this matter; asked anew in the open, after another or
    after a danger, it is given whole again."""
    if entry.id not in before.cards_said or before.care_turns or before.near_danger:
        return False
    return now.stage not in OPEN or before.entry_id == entry.id


def again(entry: FaqEntry, text: str, scene: Scene) -> str:
    """What an answer given before says to the question."""
    return passages.said(entry, text, scene)


def noted(turn: Turn, scene: Scene) -> Turn:
    """The turn with the answers it gives whole remembered."""
    if turn.state.stage == "erased":
        return turn
    if turn.state.care_turns:
        return replace(turn, state=turn.state.changed(cards_said=()))
    given = [entry.id for reply in turn.replies if (entry := _card(reply.text, scene))]
    said = tuple(dict.fromkeys((*turn.state.cards_said, *given)))
    return replace(turn, state=turn.state.changed(cards_said=said)) if given else turn


def _card(text: str, scene: Scene) -> FaqEntry | None:
    """The answer that stands whole in the text: its conclusion, its steps and its law."""
    if "\n1. " not in text:
        return None
    entries = scene.content.knowledge.entries.values()
    begun = (each for each in entries if each.short_answer in text)
    return next((each for each in begun if _bounds(text, each, scene)), None)


def _bounds(text: str, entry: FaqEntry, scene: Scene) -> tuple[int, int] | None:
    """Where the answer begins and ends in the text; its last line is that of the law."""
    start = text.find(entry.short_answer)
    if start < 0 or not all(line in text for line in entry.do_now):
        return None
    law = law_line(entry.cited[:SHOWN_CITATIONS], scene)
    at = text.find(law, start)
    if at < 0:
        return None
    end = text.find("\n", at)
    return start, len(text) if end < 0 else end


def _shorter(
    before: DialogueState,
    now: DialogueState,
    reply: Reply,
    entry: FaqEntry,
    text: str,
    scene: Scene,
) -> Reply:
    """The reply with the answer in it put in a line or two; what stands around it stays."""
    bounds = _bounds(reply.text, entry, scene)
    if bounds is None:
        return reply
    asks = scene.content.intents.manners.may_be_question(text)
    told = {key for key in DATES if before.answers.get(key) != now.answers.get(key)}
    short = scene.say(
        "card_again",
        lines=passages.said(entry, text, scene) if asks else "",
        limit=limit_line(now, entry.dispute_kind, scene) if told else "",
    )
    start, end = bounds
    return replace(reply, text=f"{reply.text[:start]}{short}{reply.text[end:]}".strip())
