"""A typed answer to an open question, heard the same way in an intake and in a calculation."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.dialogue.content import Scene
from bot.dialogue.facts import absorb
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn
from intents.answers import NotUnderstood, Skipped, Understood, understand
from intents.intake_form import Question

MOST_OPTIONS = 6
LONG_ENOUGH = 10
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


def hear_answer(
    state: DialogueState, question: Question, text: str, scene: Scene, ways: Ways
) -> Turn | None:
    """Take the words as the answer; None when they are a question or another matter."""
    match understand(question, text, scene.today, scene.content.extractor):
        case Skipped():
            return ways.skip(state, scene)
        case NotUnderstood(reason="question"):
            return None
        case NotUnderstood(reason="ambiguous", options=options) if options:
            return ways.ask_region_among(state, options[:MOST_OPTIONS], scene)
        case NotUnderstood():
            told = absorb(state, text, scene, anew=False)
            if told.answers != state.answers:
                return ways.proceed(told, scene)
            if _is_another_matter(text, scene):
                return None
            return ways.not_understood(state, question, scene)
        case Understood(value=value, said=said):
            told = absorb(state, text, scene, anew=False)
            return ways.take(told, question, value, said, scene)


def _is_another_matter(text: str, scene: Scene) -> bool:
    """A whole sentence that is surely about something else is not a bad answer."""
    long = len(text) >= LONG_ENOUGH
    return long and scene.content.matcher.recognize(text).outcome == "answer"
