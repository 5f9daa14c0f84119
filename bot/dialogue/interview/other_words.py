"""A choice of the open question told in words of the worker's own."""

from bot.dialogue.content import Scene
from bot.dialogue.interview import story_answers
from bot.dialogue.told.facts import GATHERED
from intents.answers import Understood
from intents.intake_form import Question


def chosen(question: Question, text: str, scene: Scene) -> Understood | None:
    """组长打电话叫我别来了: the choice that the words mean; where they tell other facts, only one whose own
    pattern they fit (没合同没保险 干了两年了) or what they surely mean."""
    if scene.content.intents.manners.may_be_question(text):
        return None
    choices = scene.content.choices
    facts = scene.content.extractor.read(text, scene.today).keys() - GATHERED
    meant = story_answers.described(text, question, scene)
    if meant is None:
        meant = choices.told(text).of(question.id) if facts else choices.answer(question.id, text)
    return Understood(question.meant(meant), text) if meant is not None else None
