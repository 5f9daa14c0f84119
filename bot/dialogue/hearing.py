"""A typed answer to an open question, heard the same way in an intake and in a calculation."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.dialogue.content import Scene
from bot.dialogue.facts import GATHERED, absorb
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn
from intents.answers import Answer, NotUnderstood, Skipped, Understood, understand
from intents.intake_form import Question

MOST_OPTIONS = 6
STORY = "story"
LONG_QUESTION = 12
"""Characters: a question this long is not an answer that happens to hold a number."""
LONG_ENOUGH = 8
"""Characters: a shorter message is never another matter."""
PATIENCE = 2
"""After so many answers that could not be read, an optional question is let go."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where each kind of answer leads."""

    skip: Callable[[DialogueState, Scene], Turn]
    ask_region_among: Callable[[DialogueState, tuple[str, ...], Scene], Turn]
    proceed: Callable[[DialogueState, Scene], Turn]
    not_understood: Callable[[DialogueState, Question, Scene], Turn]
    take: Callable[[DialogueState, Question, object, str, Scene], Turn]
    fill: Callable[[DialogueState, Question, str, Scene], DialogueState]


def hear_answer(
    state: DialogueState, question: Question, text: str, scene: Scene, ways: Ways
) -> Turn | None:
    """Take the words as the answer; None when they are a question or another matter."""
    match _understood(question, text, scene):
        case Skipped():
            return ways.skip(state, scene)
        case NotUnderstood(reason="question"):
            return None
        case NotUnderstood(reason="ambiguous", options=options) if options:
            return ways.ask_region_among(state, options[:MOST_OPTIONS], scene)
        case NotUnderstood():
            return _instead(state, question, text, scene, ways)
        case Understood(value=value, said=said):
            told = ways.fill(absorb(state, text, scene, anew=False), question, text, scene)
            return ways.take(told, question, value, said, scene)


def _understood(question: Question, text: str, scene: Scene) -> Answer:
    """The answer; a long question and a sentence in place of a name are none."""
    asking = asks(text, scene)
    if asking and len(text) >= LONG_QUESTION and question.id != STORY:
        return NotUnderstood("question")
    answer = understand(question, text, scene.today, scene.content.extractor)
    if isinstance(answer, Understood) and not _fits(question, answer, text, scene):
        answer = NotUnderstood("unreadable")
    unread = isinstance(answer, NotUnderstood) and not answer.options
    return NotUnderstood("question") if unread and asking else answer


def _instead(
    state: DialogueState, question: Question, text: str, scene: Scene, ways: Ways
) -> Turn | None:
    """No answer: further facts are taken, another matter is left to be answered."""
    told = ways.fill(absorb(state, text, scene, anew=False), question, text, scene)
    if _says_more(told, state):
        return ways.proceed(told, scene)
    if _is_another_matter(text, scene):
        return None
    return ways.not_understood(state, question, scene)


def _says_more(told: DialogueState, before: DialogueState) -> bool:
    """Whether more was told than what a story is about."""
    old = before.answers
    return any(old.get(k) != answer for k, answer in told.answers.items() if k not in GATHERED)


def _fits(question: Question, answer: Understood, text: str, scene: Scene) -> bool:
    """A sentence is no name; one that the words state as such is."""
    if question.type != "text" or question.id == STORY or answer.value != text.strip():
        return True
    return scene.content.intents.manners.may_be_name(text)


def asks(text: str, scene: Scene) -> bool:
    """Whether the words sound like a question of the worker's own."""
    extractor = scene.content.extractor
    folded = extractor.script.fold(text)
    pattern = extractor.words.answers.asks
    return bool(re.search(pattern, folded)) or scene.content.intents.manners.asks(folded)


def _is_another_matter(text: str, scene: Scene) -> bool:
    """A whole sentence that is surely about something else is not a bad answer."""
    long = len(text) >= LONG_ENOUGH
    return long and scene.content.matcher.recognize(text).outcome == "answer"
