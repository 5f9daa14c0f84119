"""Another sum than that of the matter, asked in between (年假没休能折多少): worked out where enough was told."""

from bot.dialogue.calculation import estimating
from bot.dialogue.calculation.summing import known_facts
from bot.dialogue.content import Scene
from bot.dialogue.state import Calculation, DialogueState
from bot.dialogue.told import recalling
from bot.dialogue.told.facts import keep
from intents.compiled import compiled
from intents.sums import Sum
from knowledge.schemas import FaqEntry

YEAR, TAKEN, LEAVE = "leave_year", "days_taken", "annual_leave"
"""What an annual leave is worked out from: the year, if none is told this one, and the days taken."""


LAPSING = "double_wages"
"""What an answer tells more of than a sum: much of it may have lapsed."""


def line(state: DialogueState, entry: FaqEntry, text: str, scene: Scene) -> str:
    """The estimate of the sum that an answer tells the rule of; empty where no sum is asked, the answer has none, or
    too little was told."""
    sums = scene.content.intents.sums
    asks = compiled(sums.what_if.asks_sum).search(scene.content.extractor.script.fold(text))
    sum_ = sums.for_kind(entry.dispute_kind) if asks else None
    return estimate(state, sum_, text, scene) if sum_ else ""


def estimate(state: DialogueState, sum_: Sum, text: str, scene: Scene) -> str:
    """What that sum comes to by what was told and these words tell; empty where it is none to be claimed, too little
    was told, or it lapses month by month (double wages: 劳动合同法 82, 调解仲裁法 27)."""
    if not sum_.claim or sum_.id == LAPSING:
        return ""
    started = state.changed(calculation=Calculation(id=sum_.id))
    told = recalling.recalled(started, sum_.questions, scene, text)
    return estimating.first(_presumed(told, sum_, text, scene), scene)


def _presumed(state: DialogueState, sum_: Sum, text: str, scene: Scene) -> DialogueState:
    """Of a leave: this year where none is told, and that none was taken where the words say so."""
    if sum_.id != LEAVE:
        return state
    known = known_facts(state, scene.today)
    if YEAR not in known:
        state = keep(state, YEAR, str(scene.today.year), text)
    none = scene.content.intents.sums.what_if.none_taken
    if TAKEN not in known and compiled(none).search(text):
        state = keep(state, TAKEN, "0", text)
    return state
