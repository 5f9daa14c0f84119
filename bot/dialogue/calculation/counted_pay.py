"""380一天 / 做了26个工 / 借支过三千 / 总共欠我多少: pay told by its numbers alone is a matter of pay owed."""

from bot.dialogue.answers import following
from bot.dialogue.calculation import asked_within, tallying
from bot.dialogue.content import Scene
from bot.dialogue.interview import intake
from bot.dialogue.interview.storytelling import kept
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import GATHERED, absorb
from bot.dialogue.turn import Turn

SHORT, SEVERAL = 20, 2
"""Characters of a question for the rest and nothing else; months told with what came."""
STAGES = frozenset({"welcome", "question", "choosing_answer"})
ANSWER, MINUS = "answer", tallying.MINUS
BUILDING, OF_BUILDING, WAGES = "construction_migrant", "construction_wage_arrears", "wage_arrears"


def hear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The matter begun with its total; None where the rest is not asked for, or does not follow."""
    folded = scene.content.extractor.script.fold(text)
    if state.stage == "intake" and tallying.TOTAL in state.answers and len(text) <= SHORT:
        asks = scene.content.intents.manners.tally.asks_rest(folded)
        return asked_within.how_much(state, text, scene) if asks else None
    if state.dispute_kind is not None or state.stage not in STAGES or state.handed_over:
        return None
    if scene.content.intents.manners.tally.asks_rest(folded):
        return begin(kept(state, text), scene)
    return _falling_short(state, text, scene)


def _falling_short(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """讲好三万六包清工 前后给了一万九: less came than was agreed or made, and no other matter is told."""
    manners, folded = scene.content.intents.manners, scene.content.extractor.script.fold(text)
    paid = manners.tally.paid_in(folded) or any(manners.pay_told.agreed_and_given(folded))
    paid = paid or len(manners.pay_told.paid_by_month.months_in(folded)) >= SEVERAL
    if not paid or following.in_the_open(state, text, scene).outcome == ANSWER:
        return None
    if GATHERED & scene.content.extractor.read(text, scene.today).keys():
        return None
    told = kept(absorb(state, text, scene, anew=True), text)
    made = tallying.heard(told.changed(dispute_kind=_kind(told)), text, scene)
    short = any(MINUS in working for working, _ in made.parts)
    return intake.begin(made, _kind(told), scene) if short else None


def begin(state: DialogueState, scene: Scene) -> Turn | None:
    """The matter of pay, where days at their rate make a total; None where they make none."""
    kind = _kind(state)
    told = tallying.by_story(state.changed(dispute_kind=kind), scene)
    return intake.begin(state, kind, scene) if told.parts else None


def _kind(state: DialogueState) -> str:
    return OF_BUILDING if state.facts().get("worker_kind") == BUILDING else WAGES
