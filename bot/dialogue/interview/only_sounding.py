"""代理合同 不是劳动合同: choices that the words only sound like, each by its own pattern (`unless`)."""

from bot.dialogue.content import Scene
from intents.answers import Answer, NotUnderstood, Understood
from intents.compiled import compiled
from intents.intake_form import Question
from intents.said_words import choices_within

CHOICE = "choice"


def out_of(question: Question, text: str, scene: Scene) -> frozenset[str]:
    """The choices that are not meant, whatever the words hold."""
    guarded = [choice for choice in question.choices if choice.unless is not None]
    folded = scene.content.extractor.script.fold(text) if guarded else ""
    return frozenset(c.id for c in guarded if compiled(c.unless or "").search(folded))


def settled(question: Question, answer: Answer, text: str, scene: Scene) -> Answer:
    """The answer; in place of a choice that the words only sound like the one other they name."""
    out = out_of(question, text, scene) if question.type == CHOICE else frozenset()
    chosen = str(answer.value) if isinstance(answer, Understood) else ""
    if not out or (chosen and chosen not in out):
        return answer
    left = [name for name in choices_within(question, text) if name not in out]
    if len(left) == 1:
        return Understood(left[0], text)
    return NotUnderstood("unreadable") if chosen else answer
