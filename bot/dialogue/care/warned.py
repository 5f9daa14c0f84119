"""What must be said at once though nobody despairs or is held: come down and do not climb for the pay, and a
body with child that gives warning."""

from bot.dialogue.care import calm
from bot.dialogue.content import Scene
from bot.dialogue.effects import CallHuman
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.told.facts import absorb
from bot.dialogue.turn import Turn

CLIMBS, ILL = "no_climbing", "expecting_ill"
"""The replies, kept with what was pressing once they were said."""
UP, SELF_HARM, INJURY = "up", "self_harm", "injury_now"
OF_PAY = frozenset({"wage_arrears", "construction_wage_arrears"})
STAGE, EXPECTING = "maternity_stage", "pregnant"
"""The fact by which the worker is known to be with child."""


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """明天喊两个人爬塔吊, 怀着孕肚子一阵阵紧: what to do now; None for all else, and in another care."""
    if state.mediator_waits or state.stage == "erasing":
        return None
    return _climbing(state, text, scene) or _expecting(state, text, scene)


def _climbing(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    plan = scene.content.intents.caring.climbs(text, of_pay=state.dispute_kind in OF_PAY)
    if state.care_turns or plan in (None, UP):
        return None
    if scene.content.crisis.danger_in_pieces((text,)) not in (None, SELF_HARM):
        return None
    return _said(state, CLIMBS, text, scene)


def _expecting(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    if state.care_turns and state.care_class != INJURY:
        return None
    folded = scene.content.extractor.script.fold(text)
    known = state.facts().get(STAGE) == EXPECTING
    if not scene.content.intents.caring.tells_expecting_ill(folded, expecting=known):
        return None
    danger = scene.content.crisis.danger_in_pieces((text,))
    if danger not in (None, INJURY) or (danger is None and _is_another(text, scene)):
        return None
    turn = _said(state, ILL, text, scene)
    grave = scene.content.crisis.danger(text) == INJURY
    return turn.doing(CallHuman(INJURY)) if grave else turn


def _is_another(text: str, scene: Scene) -> bool:
    """Whether the hint hears another danger, with a real ground of it (打了我肚子)."""
    return scene.content.crisis.danger(text) != INJURY and calm.is_clearly_told(text, scene)


def _said(state: DialogueState, name: str, text: str, scene: Scene) -> Turn:
    """The reply, in shorter words where it was said before; what is told beside it is kept."""
    told = noting.add(absorb(state, text, scene, anew=False), text)
    if told.stage == "welcome":
        told = told.changed(stage="question")
    again = name in state.pressing
    kept = tuple(dict.fromkeys((*told.pressing, name)))
    reply = Reply(scene.say(f"{name}_now" if again else name), urgent=True)
    return Turn(told.changed(pressing=kept), (reply,))
