"""What is told of somebody hurt once a matter of an injury is begun, or while he is cared for: he has
died, or no hospital takes him in."""

from bot.dialogue.care import crisis
from bot.dialogue.content import Scene
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting, relating
from bot.dialogue.told.facts import absorb
from bot.dialogue.told.kinds_told import DEATH, INJURIES
from bot.dialogue.turn import Turn

INJURY, REFUSED = "injury_now", "refused"
HURT = (INJURIES - {DEATH}) | {"work_injury_benefits"}
"""Matters in which somebody was hurt."""
IN_THE_TALK = frozenset({"intake", "question", "summary", "choosing_answer", "welcome"})


def died(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """今天早上人没了: what comes first for the family; the matter is the death now."""
    if crisis.SELF_HARM in (state.care_class if state.care_turns else None, state.near_danger):
        return None  # 人没了工资还给不给家里 is asked of oneself
    cared_for = bool(state.care_turns) and state.care_class == INJURY
    if not cared_for and state.dispute_kind not in HURT and not _tells_of_own(state, text, scene):
        return None
    if state.stage not in IN_THE_TALK or state.handed_over or state.mediator_waits:
        return None
    if not scene.content.intents.caring.tells_death(text, surely=cared_for):
        return None
    told = noting.add(absorb(state, text, scene, anew=False), text)
    calm = crisis.leave_care(told).changed(
        near_danger=None, dispute_kind=DEATH, stage="question", asking=None, entry_id=None
    )
    return Turn(calm.changed(help_offered_for=DEATH), (Reply(scene.say("next_died"), urgent=True),))


def _tells_of_own(state: DialogueState, text: str, scene: Scene) -> bool:
    """我爹给人看大门 前天夜里没了: the first words tell of a relative."""
    if state.dispute_kind is not None or state.answers:
        return False
    return bool(relating.told(state, text, scene))


def refused(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """急诊说不交钱不给收: what to do now, once; then the matter goes on."""
    if state.dispute_kind not in HURT or state.handed_over or REFUSED in state.pressing:
        return None
    if scene.content.intents.caring.done_in_danger(INJURY, text) != REFUSED:
        return None
    told = noting.add(state.changed(pressing=(*state.pressing, REFUSED)), text)
    return present(told, scene).after(Reply(scene.say("next_refused")))
