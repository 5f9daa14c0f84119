"""What an earlier message already said is not asked again for a sum: 签了服务期三年, told in the story."""

import re
from collections.abc import Iterable

from bot.dialogue.content import Scene
from bot.dialogue.facts import keep
from bot.dialogue.state import DialogueState
from bot.dialogue.sum_asking import question_for
from bot.dialogue.summing import known_facts
from intents.answers import Understood, understand
from intents.intake_form import Question
from intents.sums import Sum

_PARTS = re.compile(r"[\s，。；;、！!？?]+|,(?![0-9])")
READ_BY_NAME = frozenset({"months", "years", "number", "money"})
"""Answers a clause may give that names what it speaks of."""


def recalled(state: DialogueState, sum_: Sum, scene: Scene) -> DialogueState:
    """The state with what the words told so far answer beyond doubt: one clause, or one
    message, that names the fact and holds one value."""
    for question in sum_.questions:
        if question.type not in READ_BY_NAME or question.id in known_facts(state, scene.today):
            continue
        said = _told(state, sum_, question.id, scene)
        if len(said) == 1:
            state = keep(state, question.id, *said.popitem())
    return state


def _told(state: DialogueState, sum_: Sum, fact: str, scene: Scene) -> dict[object, str]:
    """The values that clauses of the story give to a fact, with the words."""
    names = scene.content.intents.sums.what_if.names.get(fact)
    if names is None:
        return {}
    question = question_for(state, fact, scene)
    lines = [line for line in state.story.splitlines() if re.search(names, line)]
    clauses = [part for line in lines for part in _PARTS.split(line) if re.search(names, part)]
    return _read(question, clauses, scene) or _read(question, lines, scene)


def _read(question: Question, parts: Iterable[str], scene: Scene) -> dict[object, str]:
    read = (
        (part, understand(question, part, scene.today, scene.content.extractor)) for part in parts
    )
    return {answer.value: part for part, answer in read if isinstance(answer, Understood)}
