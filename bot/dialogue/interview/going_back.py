"""返回, 改答案: a question asked anew, and the one before it."""

from bot.dialogue.content import Scene
from bot.dialogue.interview.asking import ask
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import forget, question_for, told_last
from bot.dialogue.turn import Turn


def ask_again(state: DialogueState, question_id: str, scene: Scene) -> Turn:
    """Ask a question anew: the worker wants to change its answer."""
    before = state.answers.get(question_id)
    left = forget(state, question_id).changed(
        skipped=tuple(item for item in state.skipped if item not in (question_id, "county")),
        taken_back={question_id: before} if before else {},
    )
    return ask(left.changed(misread=0), question_for(state, question_id, scene), scene)


def back(state: DialogueState, scene: Scene) -> Turn:
    """Return to the question before this one; before the first, to what was told last."""
    earlier = [item for item in state.asked if item != state.asking] or told_last(state, scene)
    if not earlier:
        left = state.changed(stage="question", asking=None)
        return Turn(left, (Reply(scene.say("back_to_start")),))
    return ask_again(state.changed(asked=tuple(earlier), correcting=False), earlier[-1], scene)
