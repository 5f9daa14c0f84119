"""Who is in a hurry is asked where it is, and nothing more."""

from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, intake
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

REGION = "region"


def only_region(state: DialogueState, scene: Scene) -> Turn:
    """The worker wants to know where to go, now: the place is asked, and nothing more."""
    return echoing.led(hurried(state, scene), scene.say("only_region"))


def hurried(state: DialogueState, scene: Scene) -> Turn:
    """The place, where it is not known, else the summary: all other questions are left."""
    questions = intake.form_for(state, scene).questions
    left = tuple(question.id for question in questions if question.id != REGION)
    told = state.changed(skipped=left, asked=(), misread=0, help_offered_for=None)
    return intake.proceed(told, scene)
