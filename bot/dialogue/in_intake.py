"""What is said while questions are asked: an answer, or something in between, and the questions go on."""

from dataclasses import replace

from bot.dialogue.answers import besides, implied, meanwhile, nearest, yielded
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, intake
from bot.dialogue.state import DialogueState
from bot.dialogue.told import leaving_planned, noting
from bot.dialogue.turn import Turn


def hear(state: DialogueState, text: str, scene: Scene) -> Turn:
    """An answer to the open question, or a question in between: answered, and intake goes on; what is
    only implied is met, too."""
    return implied.answered(state, _answered(state, text, scene), text, scene)


def _answered(state: DialogueState, text: str, scene: Scene) -> Turn:
    told = meanwhile.overheard(state, text, scene)
    heard = echoing.news(state, told)
    if not heard and (plan := leaving_planned.word(text, scene)):
        return echoing.led(intake.put_again(noting.add(told, text), scene), plan)
    taken = intake.hear(state, text, scene)
    if taken is not None:
        kind = taken.state.dispute_kind
        other = kind != state.dispute_kind and taken.state.stage == "intake"
        now = scene.say("matter_now", kind=scene.label(f"dispute_kind.{kind}")) if other else ""
        return besides.answered(state, echoing.led(taken, now), text, scene)
    answered = yielded.respond(told, text, scene) or nearest.answered(told, text, scene)
    aside = answered or nearest.standing(told, text, scene)
    aside = echoing.led(aside, echoing.line(told, heard, scene))
    aside = replace(aside, state=echoing.said(aside.state, heard))
    unclear = not heard and answered is None
    back = (intake.put_again if unclear else intake.present)(aside.state, scene)
    return back.after(*aside.replies)
