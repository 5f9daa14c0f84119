"""A question told beside an answer (能要补偿吗？工资5800): it is answered, too, before the next one."""

import re

from bot.dialogue.answers import answering, asides, following
from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.turn import Turn, lasting_button

SURELY = 0.75
"""Score from which a question beside an answer is met, of the matter at hand or of none."""
SHORTEST, MOST_REPLIES = 6, 1
"""Characters of a question; replies of a turn in which nothing but the next question is said."""
_PARTS = re.compile(r"[\s，。；！,;!]+|(?<=[?？])")


def answered(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """The turn with the answer to a question that stands in a part of the words."""
    part = _question_within(text, scene)
    silent = turn.state.stage == "intake" and len(turn.replies) <= MOST_REPLIES
    if not part or not silent or noting.counsel(text, scene):
        return turn
    if asides.answers(before, part, scene) or _asks_back(before, turn, part, text):
        return turn
    reply = asides.reply_to(turn.state, part, scene) or part_answered(turn.state, text, scene)
    return turn.after(reply) if reply else turn


def part_answered(state: DialogueState, text: str, scene: Scene) -> Reply | None:
    """The answer to the one part of the words that asks, alone or with the words before it."""
    part = _question_within(text, scene)
    words = text[: text.find(part) + len(part)]
    return _answer(state, (part, words), scene) if part else None


def _asks_back(before: DialogueState, turn: Turn, part: str, text: str) -> bool:
    """她有没有养老金？有农村那个: the question asked is repeated and answered."""
    key = before.asking or ""
    new = turn.state.answers.get(key) != before.answers.get(key)
    return new and text.strip().startswith(part)


def _question_within(text: str, scene: Scene) -> str:
    """The one part of several that asks; empty where none or every part does."""
    parts = [part for part in _PARTS.split(text) if part]
    asks = scene.content.intents.manners.may_be_question
    aspect = scene.content.intents.follow_ups.aspect
    asking = [part for part in parts if (len(part) >= SHORTEST and asks(part)) or aspect(part)]
    return asking[-1] if asking and len(asking) < len(parts) else ""


def _answer(state: DialogueState, asked: tuple[str, str], scene: Scene) -> Reply | None:
    """The answer to the part alone, or to it with the words before, whichever is likelier."""
    found = (following.within(state, words, scene) for words in asked)
    likely = [each.matches[0] for each in found if each.outcome == "answer"]
    best = max(likely, key=lambda match: match.score, default=None)
    if best is None or best.score < SURELY:
        return None
    entry = scene.content.knowledge.entries[best.entry_id]
    if best.entry_id in following.given(state, scene):
        return None
    law = lasting_button(f"law:{entry.id}", scene.label("law"))
    return Reply(answering.answer_text(state, entry, scene), (law,))
