"""380一天 / 做了26个工 / 借支过三千 / 总共欠我多少: pay told by its numbers alone is a matter of pay owed."""

from bot.dialogue.calculation import asked_within, tallying
from bot.dialogue.content import Scene
from bot.dialogue.interview import intake
from bot.dialogue.interview.storytelling import kept
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

SHORT = 20
"""Characters of a question for the rest and nothing else."""
STAGES = frozenset({"welcome", "question", "choosing_answer"})
BUILDING, OF_BUILDING, WAGES = "construction", "construction_wage_arrears", "wage_arrears"


def hear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The matter begun with its total; None where the rest is not asked for, or does not follow."""
    folded = scene.content.extractor.script.fold(text)
    if state.stage == "intake" and tallying.TOTAL in state.answers and len(text) <= SHORT:
        asks = scene.content.intents.manners.tally.asks_rest(folded)
        return asked_within.how_much(state, text, scene) if asks else None
    begun = state.dispute_kind is None and state.stage in STAGES and not state.handed_over
    if not begun or not scene.content.intents.manners.tally.asks_rest(folded):
        return None
    return begin(kept(state, text), scene)


def begin(state: DialogueState, scene: Scene) -> Turn | None:
    """The matter of pay, where days at their rate make a total; None where they make none."""
    builds = state.facts().get("worker_kind") == BUILDING
    kind = OF_BUILDING if builds else WAGES
    told = tallying.by_story(state.changed(dispute_kind=kind), scene)
    return intake.begin(state, kind, scene) if told.parts else None
