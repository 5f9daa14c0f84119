"""转吧, 你帮我递上去: the worker wants the case handed over. What still decides where is asked, then it is shown and
agreed to; nothing is sent without that."""

import re

from bot.dialogue.answers import meanwhile
from bot.dialogue.calculation import sums
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, hurrying, intake
from bot.dialogue.interview.resuming import present
from bot.dialogue.onward import referral
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

STAGES = frozenset({"intake", "summary", "referral_offer"})
CHECK, PLACE = "hands_over_check", "hands_over_place"
HELP, ENOUGH_ASKED = "commands.help_me", 3
"""The wish for help in any words (那你给我找个近的调解), and after how many questions it is one to hand over."""
_PARTS = re.compile(r"[\s，。；！？、,;!?]+")


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The next step towards a mediator; None where nothing is to be handed over, or somebody has it already."""
    begun = state.dispute_kind is not None and state.stage in STAGES and not state.handed_over
    if not begun or state.case_status in REACHABLE or state.asking == intake.HEARD:
        return None
    folded = scene.content.extractor.script.fold(text)
    if not any(_is_wished(state, part, scene) for part in _PARTS.split(folded)):
        return None
    return gone_on(sums.put_down(meanwhile.overheard(state, text, scene)), scene)


def gone_on(told: DialogueState, scene: Scene) -> Turn:
    """The next step, with a word on what it leads to."""
    if told.stage == "referral_offer":
        return referral.agree(told, scene)
    on = present(told, scene) if told.stage == "summary" else hurrying.hurried(told, scene)
    return echoing.led(on, scene.say(CHECK if on.state.stage == "summary" else PLACE))


def _is_wished(state: DialogueState, part: str, scene: Scene) -> bool:
    """Whether a part of the words says so, or wishes for help when most was asked already."""
    follow_ups = scene.content.intents.follow_ups
    if follow_ups.hands_over(part):
        return True
    if state.stage == "intake" and len(state.asked) < ENOUGH_ASKED:
        return False
    return scene.content.wishes.read(part) == HELP and not follow_ups.keeps_to_himself(part)
